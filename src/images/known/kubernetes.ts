import type { ImageFacts } from '../image-facts';
import { dockerfile } from './sources';

/** Images of Kubernetes itself. */
export const KUBERNETES_IMAGES: readonly ImageFacts[] = [
  {
    repositories: ['registry.k8s.io/pause'],
    user: '65535:65535',
    uid: 65535,
    ports: [],
    entrypoint: ['/pause'],
    runs: 'forever',
    fileCapabilities: [],
    lacks: ['sh', 'bash', 'curl', 'wget'],
    ...dockerfile('kubernetes/kubernetes', 'v1.36.3', 'build/pause/Dockerfile'),
  },
  {
    repositories: ['registry.k8s.io/kube-apiserver'],
    user: '',
    entrypoint: ['/go-runner'],
    runs: 'forever',
    capabilities: [],
    fileCapabilities: ['NET_BIND_SERVICE'],
    lacks: ['sh', 'bash', 'curl', 'wget'],
    ...dockerfile('kubernetes/kubernetes', 'v1.36.3', 'build/server-image/kube-apiserver/Dockerfile'),
  },
  {
    repositories: ['registry.k8s.io/coredns/coredns', 'docker.io/coredns/coredns'],
    tags: ['v1.11*', 'v1.12*', 'v1.13*', '1.11*', '1.12*', '1.13*', 'latest'],
    user: 'nonroot:nonroot',
    uid: 65532,
    entrypoint: ['/coredns'],
    runs: 'forever',
    capabilities: [],
    fileCapabilities: ['NET_BIND_SERVICE'],
    lacks: ['sh', 'bash', 'curl', 'wget'],
    ...dockerfile('coredns/coredns', 'v1.13.1', 'Dockerfile'),
  },
  {
    repositories: ['registry.k8s.io/metrics-server/metrics-server'],
    user: '65534',
    uid: 65534,
    entrypoint: ['/metrics-server'],
    runs: 'forever',
    fileCapabilities: [],
    lacks: ['sh', 'bash', 'curl', 'wget'],
    ...dockerfile('kubernetes-sigs/metrics-server', '00ea53dcb25d7cbc9a1902c7e59e62470281a68b', 'Dockerfile'),
  },
  {
    repositories: ['registry.k8s.io/ingress-nginx/controller'],
    user: 'www-data',
    entrypoint: ['/usr/bin/dumb-init', '--'],
    command: ['/nginx-ingress-controller'],
    runs: 'forever',
    fileCapabilities: ['NET_BIND_SERVICE'],
    ...dockerfile('kubernetes/ingress-nginx', '0315b01f775f11566e4cd9699e78f4c57da7ca08', 'rootfs/Dockerfile'),
  },
];
