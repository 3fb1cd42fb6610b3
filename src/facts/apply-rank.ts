import { groupKindOf } from './identity';

/**
 * Kinds in an order that is safe to apply: each row depends on, or works better with, the rows above it. By group and
 * kind; the core group has no prefix.
 */
const ROWS: readonly (readonly string[])[] = [
  ['Namespace'],
  ['ResourceQuota', 'LimitRange'],
  ['scheduling.k8s.io/PriorityClass', 'node.k8s.io/RuntimeClass'],
  ['apiextensions.k8s.io/CustomResourceDefinition'],
  ['ServiceAccount'],
  ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/Role'],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', 'rbac.authorization.k8s.io/RoleBinding'],
  ['ConfigMap', 'Secret'],
  ['storage.k8s.io/CSIDriver', 'storage.k8s.io/StorageClass', 'storage.k8s.io/VolumeAttributesClass'],
  ['PersistentVolume'],
  ['PersistentVolumeClaim'],
  // Before the pods, so that none of them runs without them.
  ['networking.k8s.io/NetworkPolicy', 'policy/PodDisruptionBudget'],
  ['Service', 'Endpoints', 'discovery.k8s.io/EndpointSlice'],
  // Issuers, certificates, monitors, databases: reconciled by controllers that the cluster already runs.
  ['*'],
  ['Pod', 'ReplicationController'],
  ['apps/DaemonSet', 'apps/StatefulSet', 'apps/Deployment', 'apps/ReplicaSet'],
  ['batch/Job', 'batch/CronJob'],
  ['autoscaling/HorizontalPodAutoscaler', 'autoscaling.k8s.io/VerticalPodAutoscaler'],
  ['networking.k8s.io/IngressClass', 'gateway.networking.k8s.io/GatewayClass'],
  ['networking.k8s.io/Ingress', 'gateway.networking.k8s.io/Gateway'],
  ['gateway.networking.k8s.io/HTTPRoute', 'gateway.networking.k8s.io/GRPCRoute'],
  ['apiregistration.k8s.io/APIService'],
  // Last: a webhook whose Service is not ready rejects what is applied after it.
  ['admissionregistration.k8s.io/MutatingWebhookConfiguration'],
  ['admissionregistration.k8s.io/ValidatingWebhookConfiguration'],
];

const RANKS = new Map(ROWS.flatMap((row, rank) => row.map((kind) => [kind, rank] as const)));
const UNKNOWN = RANKS.get('*')!;

/** Position of a kind in the apply order; lower first. Unknown kinds come just before the workloads. */
export function applyRank(apiVersion: string, kind: string): number {
  return RANKS.get(groupKindOf({ apiVersion, kind })) ?? UNKNOWN;
}
