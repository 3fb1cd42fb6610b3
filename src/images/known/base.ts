import type { ImageFacts } from '../image-facts';
import { NOT_IN_SLIM } from './programs';
import { dockerfile, page } from './sources';

/** A shell or interpreter that ends at once without a terminal; runs as root. */
const interpreter = (command: string, lacks: readonly string[] = []): Omit<ImageFacts, 'repositories'> => ({
  user: '',
  ports: [],
  command: [command],
  runs: 'ends',
  fileCapabilities: [],
  lacks,
});

const DISTROLESS = [
  'static',
  'base',
  'base-nossl',
  'cc',
  'java-base',
  'java17',
  'java21',
  'nodejs20',
  'nodejs22',
  'python3',
];
const DEBIANS = ['', '-debian11', '-debian12', '-debian13'];
const distroless = DISTROLESS.flatMap((name) => DEBIANS.map((debian) => `gcr.io/distroless/${name}${debian}`));
/** Images without a shell have none of the programs that probes and hooks like to run either. */
const NO_PROGRAMS = [
  'sh',
  'bash',
  'curl',
  'wget',
  'cat',
  'echo',
  'env',
  'kill',
  'ls',
  'nc',
  'sleep',
  'test',
  'touch',
  'true',
];
const distrolessSource = page(
  'https://github.com/GoogleContainerTools/distroless/blob/2bbbfedeee0de1cc8a454196427c55283236cfc0/common/variables.bzl',
);

/** Images that users build on, and run scripts in. */
export const BASE_IMAGES: readonly ImageFacts[] = [
  {
    repositories: ['docker.io/library/busybox'],
    ...interpreter('sh', ['bash', 'curl']),
    ...dockerfile('docker-library/busybox', '9c20878', 'latest/glibc/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/alpine'],
    ...interpreter('/bin/sh', ['bash', 'curl']),
    ...page(
      'https://github.com/docker-library/repo-info/blob/7859ce442d87572265f77dfce85c80f8d40ff85b/repos/alpine/local/3.22.md',
    ),
  },
  {
    repositories: ['docker.io/library/debian'],
    ...interpreter('bash', ['curl', 'wget']),
    ...page(
      'https://github.com/docker-library/repo-info/blob/321a824e8fd6c5a8a1291b74697c33ecb0fb81be/repos/debian/local/12.md',
    ),
  },
  {
    repositories: ['docker.io/library/ubuntu'],
    ...interpreter('/bin/bash', ['curl', 'wget']),
    ...page(
      'https://github.com/docker-library/repo-info/blob/e31f5d5b827fad85f66dbe93c3a36a5ff8359e5e/repos/ubuntu/local/24.04.md',
    ),
  },
  {
    repositories: ['docker.io/library/node'],
    tags: ['*alpine*'],
    ...interpreter('node', ['bash', 'curl']),
    uid: 1000,
    entrypoint: ['docker-entrypoint.sh'],
    ...dockerfile('nodejs/docker-node', 'f27d936f', '22/alpine3.23/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/node'],
    tags: ['*slim*'],
    ...interpreter('node', ['curl', 'wget', ...NOT_IN_SLIM]),
    uid: 1000,
    entrypoint: ['docker-entrypoint.sh'],
    ...dockerfile('nodejs/docker-node', 'f27d936f', '22/bookworm-slim/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/node'],
    ...interpreter('node'),
    uid: 1000,
    entrypoint: ['docker-entrypoint.sh'],
    ...dockerfile('nodejs/docker-node', 'f27d936f', '22/bookworm/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/python'],
    tags: ['*alpine*'],
    ...interpreter('python3', ['bash', 'curl']),
    ...dockerfile('docker-library/python', '4f070595', '3.12/alpine3.23/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/python'],
    tags: ['*slim*'],
    ...interpreter('python3', ['curl', 'wget', ...NOT_IN_SLIM]),
    ...dockerfile('docker-library/python', '4f070595', '3.12/slim-bookworm/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/python'],
    ...interpreter('python3'),
    ...dockerfile('docker-library/python', '4f070595', '3.12/bookworm/Dockerfile'),
  },
  {
    repositories: ['docker.io/library/golang'],
    ...interpreter('bash'),
    ...dockerfile('docker-library/golang', '7c8c182', '1.26/bookworm/Dockerfile'),
  },
  {
    repositories: distroless,
    tags: ['debug-nonroot*'],
    user: '65532',
    uid: 65532,
    fileCapabilities: [],
    lacks: ['bash', 'curl'],
    ...distrolessSource,
  },
  {
    repositories: distroless,
    tags: ['nonroot*'],
    user: '65532',
    uid: 65532,
    fileCapabilities: [],
    lacks: NO_PROGRAMS,
    ...distrolessSource,
  },
  { repositories: distroless, tags: ['debug*'], user: '0', lacks: ['bash', 'curl'], ...distrolessSource },
  { repositories: distroless, user: '0', lacks: NO_PROGRAMS, ...distrolessSource },
];
