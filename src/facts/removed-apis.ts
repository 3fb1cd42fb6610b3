/** Kinds of an API version that servers no longer have. */
export interface RemovedApi {
  readonly apiVersion: string;
  readonly kinds: readonly string[];
  /** First minor version without it, such as `1.22`. */
  readonly removedIn: string;
  /** apiVersion that has the same kinds instead. */
  readonly replacement?: string;
  /** What to do where no API version takes the place, or where the fields differ. */
  readonly advice?: string;
}

const INGRESS_FIELDS =
  'backend.serviceName and servicePort become backend.service.name and .port, and each path needs a pathType';
const POD_SECURITY =
  'label the namespace with pod-security.kubernetes.io/enforce instead (Pod Security admission), or write a ValidatingAdmissionPolicy';
const REVIEWS = [
  'LocalSubjectAccessReview',
  'SelfSubjectAccessReview',
  'SelfSubjectRulesReview',
  'SubjectAccessReview',
] as const;
const ROLES = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'] as const;
const FLOWS = ['FlowSchema', 'PriorityLevelConfiguration'] as const;

/**
 * API versions that kube-apiserver removed, by apiVersion.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
export const REMOVED_APIS: readonly RemovedApi[] = [
  removed('admissionregistration.k8s.io/v1beta1', '1.22', 'admissionregistration.k8s.io/v1', [
    'MutatingWebhookConfiguration',
    'ValidatingWebhookConfiguration',
  ]),
  removed('admissionregistration.k8s.io/v1beta1', '1.34', 'admissionregistration.k8s.io/v1', [
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
  ]),
  removed('admissionregistration.k8s.io/v1alpha1', '1.32', 'admissionregistration.k8s.io/v1', [
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
  ]),
  removed(
    'apiextensions.k8s.io/v1beta1',
    '1.22',
    'apiextensions.k8s.io/v1',
    ['CustomResourceDefinition'],
    'each version needs its own structural schema',
  ),
  removed('apiregistration.k8s.io/v1beta1', '1.22', 'apiregistration.k8s.io/v1', ['APIService']),
  removed('apps/v1beta1', '1.16', 'apps/v1', ['ControllerRevision', 'Deployment', 'StatefulSet'], selectorAdvice()),
  removed(
    'apps/v1beta2',
    '1.16',
    'apps/v1',
    ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
    selectorAdvice(),
  ),
  removed('authentication.k8s.io/v1beta1', '1.22', 'authentication.k8s.io/v1', ['TokenReview']),
  removed('authentication.k8s.io/v1beta1', '1.33', 'authentication.k8s.io/v1', ['SelfSubjectReview']),
  removed('authorization.k8s.io/v1beta1', '1.22', 'authorization.k8s.io/v1', REVIEWS),
  removed('autoscaling/v2beta1', '1.25', 'autoscaling/v2', ['HorizontalPodAutoscaler'], metricAdvice()),
  removed('autoscaling/v2beta2', '1.26', 'autoscaling/v2', ['HorizontalPodAutoscaler']),
  removed('batch/v1beta1', '1.25', 'batch/v1', ['CronJob']),
  removed('batch/v2alpha1', '1.21', 'batch/v1', ['CronJob']),
  removed('certificates.k8s.io/v1beta1', '1.22', 'certificates.k8s.io/v1', ['CertificateSigningRequest']),
  removed('coordination.k8s.io/v1beta1', '1.22', 'coordination.k8s.io/v1', ['Lease']),
  removed('discovery.k8s.io/v1beta1', '1.25', 'discovery.k8s.io/v1', ['EndpointSlice']),
  removed('events.k8s.io/v1beta1', '1.25', 'events.k8s.io/v1', ['Event']),
  removed('extensions/v1beta1', '1.16', 'apps/v1', ['DaemonSet', 'Deployment', 'ReplicaSet'], selectorAdvice()),
  removed('extensions/v1beta1', '1.16', 'networking.k8s.io/v1', ['NetworkPolicy']),
  removed('extensions/v1beta1', '1.16', undefined, ['PodSecurityPolicy'], POD_SECURITY),
  removed('extensions/v1beta1', '1.22', 'networking.k8s.io/v1', ['Ingress'], INGRESS_FIELDS),
  removed('flowcontrol.apiserver.k8s.io/v1alpha1', '1.21', 'flowcontrol.apiserver.k8s.io/v1', FLOWS),
  removed('flowcontrol.apiserver.k8s.io/v1beta1', '1.26', 'flowcontrol.apiserver.k8s.io/v1', FLOWS),
  removed('flowcontrol.apiserver.k8s.io/v1beta2', '1.29', 'flowcontrol.apiserver.k8s.io/v1', FLOWS),
  removed('flowcontrol.apiserver.k8s.io/v1beta3', '1.32', 'flowcontrol.apiserver.k8s.io/v1', FLOWS),
  removed('networking.k8s.io/v1beta1', '1.22', 'networking.k8s.io/v1', ['Ingress'], INGRESS_FIELDS),
  removed('networking.k8s.io/v1beta1', '1.22', 'networking.k8s.io/v1', ['IngressClass']),
  removed('node.k8s.io/v1beta1', '1.25', 'node.k8s.io/v1', ['RuntimeClass']),
  removed('policy/v1beta1', '1.25', 'policy/v1', ['Eviction', 'PodDisruptionBudget']),
  removed('policy/v1beta1', '1.25', undefined, ['PodSecurityPolicy'], POD_SECURITY),
  removed('rbac.authorization.k8s.io/v1alpha1', '1.23', 'rbac.authorization.k8s.io/v1', ROLES),
  removed('rbac.authorization.k8s.io/v1beta1', '1.22', 'rbac.authorization.k8s.io/v1', ROLES),
  removed('scheduling.k8s.io/v1alpha1', '1.23', 'scheduling.k8s.io/v1', ['PriorityClass']),
  removed('scheduling.k8s.io/v1beta1', '1.22', 'scheduling.k8s.io/v1', ['PriorityClass']),
  removed(
    'settings.k8s.io/v1alpha1',
    '1.20',
    undefined,
    ['PodPreset'],
    'the PodDefaults mixin of this package adds the same fields at synth; in the cluster, a mutating admission webhook or policy does',
  ),
  removed('storage.k8s.io/v1alpha1', '1.24', 'storage.k8s.io/v1', ['CSIStorageCapacity', 'VolumeAttachment']),
  removed('storage.k8s.io/v1beta1', '1.22', 'storage.k8s.io/v1', [
    'CSIDriver',
    'CSINode',
    'StorageClass',
    'VolumeAttachment',
  ]),
  removed('storage.k8s.io/v1beta1', '1.27', 'storage.k8s.io/v1', ['CSIStorageCapacity']),
];

/** The entry of a kind that servers once had, or undefined. */
export function removedApi(apiVersion: string, kind: string): RemovedApi | undefined {
  return REMOVED_APIS.find((entry) => entry.apiVersion === apiVersion && entry.kinds.includes(kind));
}

function removed(
  apiVersion: string,
  removedIn: string,
  replacement: string | undefined,
  kinds: readonly string[],
  advice?: string,
): RemovedApi {
  return { apiVersion, kinds, removedIn, replacement, advice };
}

function selectorAdvice(): string {
  return 'spec.selector is required and must match the labels of the template';
}

function metricAdvice(): string {
  return 'targetAverageUtilization and its like become target.type with target.averageUtilization';
}
