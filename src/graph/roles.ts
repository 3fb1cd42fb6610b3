import type { GraphRole } from './model';

const ROLES: Readonly<Record<Exclude<GraphRole, 'workload' | 'other'>, readonly string[]>> = {
  route: [
    'Ingress',
    'IngressClass',
    'Gateway',
    'GatewayClass',
    'HTTPRoute',
    'GRPCRoute',
    'TLSRoute',
    'TCPRoute',
    'UDPRoute',
    'ReferenceGrant',
    'IngressRoute',
    'IngressRouteTCP',
    'IngressRouteUDP',
    'VirtualService',
    'APIService',
  ],
  service: ['Service', 'Endpoints', 'EndpointSlice'],
  store: [
    'ConfigMap',
    'Secret',
    'PersistentVolumeClaim',
    'PersistentVolume',
    'StorageClass',
    'VolumeSnapshot',
    'VolumeSnapshotClass',
    'ExternalSecret',
    'SecretStore',
    'ClusterSecretStore',
    'SealedSecret',
    'SecretProviderClass',
    'Certificate',
    'Issuer',
    'ClusterIssuer',
  ],
  access: ['ServiceAccount', 'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding', 'User', 'Group'],
  policy: [
    'NetworkPolicy',
    'PodDisruptionBudget',
    'ResourceQuota',
    'LimitRange',
    'PriorityClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'MutatingWebhookConfiguration',
  ],
  scaling: ['HorizontalPodAutoscaler', 'VerticalPodAutoscaler', 'ScaledObject', 'ScaledJob'],
};

const WORKLOADS = [
  'Pods',
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
  'Rollout',
];

const BY_KIND = new Map<string, GraphRole>([
  ...Object.entries(ROLES).flatMap(([role, kinds]) => kinds.map((kind) => [kind, role as GraphRole] as const)),
  ...WORKLOADS.map((kind) => [kind, 'workload'] as const),
]);

/** What an object of a kind is to the others. */
export function roleOf(kind: string): GraphRole {
  return BY_KIND.get(kind) ?? 'other';
}
