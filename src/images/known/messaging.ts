import type { ImageFacts } from '../image-facts';
import { BECOME_USER, lacks } from './programs';
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

/** `deprecatedEnvVars` of the entrypoint of 3.9 and newer. */
const REFUSED_BY_RABBITMQ = [
  ...['DEFAULT_PASS_FILE', 'DEFAULT_USER_FILE', 'VM_MEMORY_HIGH_WATERMARK'],
  ...['CACERTFILE', 'CERTFILE', 'DEPTH', 'FAIL_IF_NO_PEER_CERT', 'KEYFILE', 'VERIFY'].flatMap((name) => [
    `SSL_${name}`,
    `MANAGEMENT_SSL_${name}`,
  ]),
].map((name) => `RABBITMQ_${name}`);

const rabbitmq: Omit<ImageFacts, 'repositories'> = {
  lacks: lacks('rabbitmq'),
  user: '',
  uid: 999,
  ports: [
    { port: 5672, name: 'amqp', protocol: 'tcp' },
    { port: 4369, name: 'epmd', protocol: 'tcp' },
    { port: 15692, name: 'prometheus' },
    { port: 25672, name: 'clustering', protocol: 'tcp' },
  ],
  portsSetBy: ['/etc/rabbitmq', 'RABBITMQ_'],
  entrypoint: ['docker-entrypoint.sh'],
  command: ['rabbitmq-server'],
  runs: 'forever',
  writes: [{ path: '/var/lib/rabbitmq', by: 'anyone' }],
  writesSetBy: ['RABBITMQ_MNESIA', 'RABBITMQ_DATA_DIR', '/etc/rabbitmq'],
  volumes: ['/var/lib/rabbitmq'],
  content: ['/opt/rabbitmq', '/opt/erlang'],
  refusedVariables: REFUSED_BY_RABBITMQ,
  data: '/var/lib/rabbitmq',
  capabilities: BECOME_USER,
};

/** Messaging. */
export const MESSAGING_IMAGES: readonly ImageFacts[] = [
  {
    // Their entrypoint reads the variables that later ones refuse.
    repositories: ['docker.io/library/rabbitmq'],
    tags: ['3.6*', '3.7*', '3.8*'],
    user: '',
    entrypoint: ['docker-entrypoint.sh'],
    command: ['rabbitmq-server'],
    runs: 'forever',
    volumes: ['/var/lib/rabbitmq'],
    data: '/var/lib/rabbitmq',
    capabilities: BECOME_USER,
    ...dockerfile('docker-library/rabbitmq', '01cebb700efb951058263f3439ab83fbe81222aa', 'docker-entrypoint.sh'),
  },
  {
    repositories: ['docker.io/library/rabbitmq'],
    tags: ['*management*'],
    ...rabbitmq,
    ports: [...rabbitmq.ports!, { port: 15672, name: 'management' }],
    // The file enabled_plugins, without which the port of the management is closed.
    content: ['/etc/rabbitmq', ...rabbitmq.content!],
    contentFiles: { '/etc/rabbitmq': ['enabled_plugins'] },
    ...dockerfile('docker-library/rabbitmq', '9193c1d', '4.2/ubuntu/management/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/rabbitmq'],
    tags: ['*alpine*'],
    ...rabbitmq,
    uid: 100,
    gid: 101,
    ...dockerfile('docker-library/rabbitmq', '9193c1d', '4.2/alpine/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/rabbitmq'],
    ...rabbitmq,
    ...dockerfile('docker-library/rabbitmq', '9193c1d', '4.2/ubuntu/Dockerfile'),
  },
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
