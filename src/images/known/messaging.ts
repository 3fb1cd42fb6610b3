import type { ImageFacts } from '../image-facts';
import { dockerfile } from './sources';

const nats: Omit<ImageFacts, 'repositories'> = {
  user: '',
  ports: [
    { port: 4222, name: 'client', protocol: 'tcp' },
    { port: 6222, name: 'cluster', protocol: 'tcp' },
    { port: 8222, name: 'monitor' },
  ],
  portsSetBy: ['-'],
  runs: 'forever',
  capabilities: [],
  fileCapabilities: [],
};

/** Messaging. */
export const MESSAGING_IMAGES: readonly ImageFacts[] = [
  {
    repositories: ['docker.io/library/nats'],
    tags: ['*alpine*'],
    ...nats,
    portsSetBy: ['-', '/etc/nats'],
    entrypoint: ['docker-entrypoint.sh'],
    command: ['nats-server', '--config', '/etc/nats/nats-server.conf'],
    content: ['/etc/nats'],
    contentFiles: { '/etc/nats': ['nats-server.conf'] },
    contentSetBy: ['-c', '--config'],
    lacks: ['bash', 'curl'],
    ...dockerfile('nats-io/nats-docker', 'aa0caa57b71c01566a100b47b2ed94de6ef6cf80', '2.14.x/alpine3.22/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/nats'],
    ...nats,
    entrypoint: ['/nats-server'],
    command: ['--config', 'nats-server.conf'],
    lacks: ['sh', 'bash', 'curl', 'wget'],
    ...dockerfile('nats-io/nats-docker', 'aa0caa57b71c01566a100b47b2ed94de6ef6cf80', '2.14.x/scratch/Dockerfile'),
  },
];
