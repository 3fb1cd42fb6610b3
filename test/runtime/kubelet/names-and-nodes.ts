import { holding, type KubeletCase, once, pod, quoted, seen } from './kubelet-case';

/** Fails when a shell has no variable of this name, and writes what the kubelet set. */
const READS_FLAGS = 'test -n "$FEATURE_FLAGS" || { tr "\\0" "\\n" < /proc/1/environ | grep -i feature; exit 1; }';
const settings = (name: string) => [
  holding('ConfigMap', 'settings', { [name]: 'on' }),
  once(READS_FLAGS, { envFrom: [{ configMapRef: { name: 'settings' } }] }),
];

const hostPath = (path: string, type?: string) =>
  pod(
    { volumeMounts: [{ name: 'host', mountPath: '/host' }] },
    { volumes: [{ name: 'host', hostPath: { path, type } }] },
  );

const requesting = (cpu: string, replicas: number) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop' },
  spec: {
    replicas,
    selector: { matchLabels: { app: 'shop' } },
    template: {
      metadata: { labels: { app: 'shop' } },
      spec: pod({ resources: { requests: { cpu, memory: '10Mi' } } }).spec,
    },
  },
});

/** CPUs of the node of the record, which pods can request. */
export const NODE_CPUS = 16;

export const NAMES_AND_NODES: readonly KubeletCase[] = [
  quoted(
    'image-reference-invalid',
    'couldn\'t parse image name "Shop:1.4.2": invalid reference format: repository name (library/Shop) must be lowercase',
    { accepted: pod({}) },
  ),
  seen('image-tag-missing-value', 'not found', {
    refused: pod({ image: 'ghcr.io/acme/shop:undefined' }),
    accepted: pod({}),
  }),
  quoted('sub-path-variable-missing', 'missing value for'),
  seen('env-from-key', 'feature.flags=on', {
    refused: settings('feature.flags'),
    accepted: settings('FEATURE_FLAGS'),
  }),
  // Clusters are more likely to allow the one of the rule, as this one does.
  quoted('sysctl-not-allowed', 'forbidden sysctl: "fs.mqueue.msg_max" not allowlisted', {
    refused: pod({}, { securityContext: { sysctls: [{ name: 'fs.mqueue.msg_max', value: '20' }] } }),
  }),
  quoted('host-path-type', 'hostPath type check failed: /var/log is not a file'),
  quoted('host-path-docker', 'hostPath type check failed: /var/run/docker.sock is not a socket file', {
    refused: hostPath('/var/run/docker.sock', 'Socket'),
  }),
  seen('profile-on-node', 'seccomp'),
  quoted('os-mismatch', "Failed to admit pod as the OS field doesn't match node OS"),
  seen('pod-larger-than-node', 'Insufficient cpu', {
    refused: requesting(String(NODE_CPUS * 2), 1),
    accepted: requesting('10m', 1),
  }),
  seen('requests-exceed-nodes', 'Insufficient cpu', {
    refused: requesting(String(NODE_CPUS * 0.6), 2),
    accepted: requesting('10m', 2),
  }),
];
