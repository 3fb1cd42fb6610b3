import { resourceOf } from '../../../facts';

/** A kind whose objects a snapshot has. */
export interface SnapshotKind {
  /** Resource as kubectl names it. */
  readonly resource: string;
  /** As checks name it. */
  readonly groupKind: string;
  /** Whether objects of controllers are left out: their owners are read. @default false */
  readonly isOwn?: boolean;
  /** Fields of `status` to keep. @default none */
  readonly status?: readonly string[];
}

const REPLICAS = ['replicas'];

/** What others rely on, or are judged by, or would be changed by an apply. Secrets and ConfigMaps are read by key alone. */
export const SNAPSHOT_KINDS: readonly SnapshotKind[] = [
  { resource: 'namespaces', groupKind: 'Namespace', status: ['phase'] },
  { resource: 'resourcequotas', groupKind: 'ResourceQuota', status: ['used'] },
  { resource: 'limitranges', groupKind: 'LimitRange' },
  { resource: 'serviceaccounts', groupKind: 'ServiceAccount' },
  { resource: 'services', groupKind: 'Service' },
  { resource: 'pods', groupKind: 'Pod', isOwn: true },
  { resource: 'persistentvolumes', groupKind: 'PersistentVolume', status: ['phase'] },
  { resource: 'persistentvolumeclaims', groupKind: 'PersistentVolumeClaim', status: ['phase'] },
  ofGroup('scheduling.k8s.io', 'PriorityClass'),
  ofGroup('node.k8s.io', 'RuntimeClass'),
  ofGroup('storage.k8s.io', 'StorageClass'),
  ofGroup('networking.k8s.io', 'IngressClass'),
  ofGroup('admissionregistration.k8s.io', 'ValidatingAdmissionPolicy'),
  ofGroup('admissionregistration.k8s.io', 'ValidatingAdmissionPolicyBinding'),
  ofGroup('admissionregistration.k8s.io', 'MutatingAdmissionPolicy'),
  ofGroup('admissionregistration.k8s.io', 'MutatingAdmissionPolicyBinding'),
  ofGroup('admissionregistration.k8s.io', 'ValidatingWebhookConfiguration'),
  ofGroup('admissionregistration.k8s.io', 'MutatingWebhookConfiguration'),
  ofGroup('apiextensions.k8s.io', 'CustomResourceDefinition'),
  ofGroup('apps', 'Deployment', REPLICAS),
  ofGroup('apps', 'StatefulSet', REPLICAS),
  ofGroup('apps', 'DaemonSet', ['currentNumberScheduled']),
  ofGroup('batch', 'Job', ['active']),
  ofGroup('batch', 'CronJob'),
  ofGroup('networking.k8s.io', 'Ingress'),
  ofGroup('networking.k8s.io', 'NetworkPolicy'),
  ofGroup('policy', 'PodDisruptionBudget'),
  ofGroup('autoscaling', 'HorizontalPodAutoscaler'),
  ofGroup('rbac.authorization.k8s.io', 'ClusterRole'),
  ofGroup('rbac.authorization.k8s.io', 'ClusterRoleBinding'),
  ofGroup('rbac.authorization.k8s.io', 'Role'),
  ofGroup('rbac.authorization.k8s.io', 'RoleBinding'),
];

/** Kinds of which only names and keys are read. */
export const KEYED_KINDS: readonly SnapshotKind[] = [
  { resource: 'secrets', groupKind: 'Secret' },
  { resource: 'configmaps', groupKind: 'ConfigMap' },
];

/** Groups of policy engines: a check names their policies, which it does not judge. */
export const ENGINE_GROUPS = ['kyverno.io', 'policies.kyverno.io', 'constraints.gatekeeper.sh'];

function ofGroup(group: string, kind: string, status: readonly string[] = []): SnapshotKind {
  return { resource: resourceOf({ apiVersion: `${group}/v1`, kind }), groupKind: `${group}/${kind}`, status };
}
