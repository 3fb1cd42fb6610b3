import type { ImageFacts } from '../image-facts';
import { dockerfile } from './sources';

/** Object storage. */
export const STORAGE_IMAGES: readonly ImageFacts[] = [
  {
    repositories: ['docker.io/minio/minio', 'quay.io/minio/minio'],
    user: '',
    entrypoint: ['/usr/bin/docker-entrypoint.sh'],
    // Prints its help: the command `server` and a directory are arguments.
    command: ['minio'],
    runs: 'ends',
    dataArguments: true,
    volumes: ['/data'],
    ...dockerfile('minio/minio', '7aac2a2c5b7c882e68c1ce017d8256be2feea27f', 'Dockerfile.release'),
  },
];
