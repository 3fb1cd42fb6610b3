import type { Reason } from '../findings';

/** Immutable fields of a kind. */
export interface ImmutableFields {
  readonly kinds: readonly string[];
  /** Paths of keys below the object. */
  readonly fields: readonly string[];
  /** Field in the message of the server, if it is not the one that changed. */
  readonly reportedAt?: string;
  readonly reason: Reason;
  /** The message of the server. */
  readonly message: string;
  /** How to make the change. */
  readonly hint: string;
  /** Whether the field can be set if it was not set before. */
  readonly maySet?: boolean;
}

const IMMUTABLE = 'field is immutable';
const RECREATE = 'use a new name, or delete the object first';

/**
 * Fields that kube-apiserver does not allow to change in an existing object, from the update validation of each kind. If a kind has many
 * such fields, all are listed.
 */
export const IMMUTABLE_FIELDS: readonly ImmutableFields[] = [
  {
    kinds: ['apps/Deployment', 'apps/ReplicaSet', 'apps/DaemonSet'],
    fields: ['spec.selector'],
    reason: 'FieldValueInvalid',
    message: IMMUTABLE,
    hint: 'keep the selector and change only other labels; for a new selector, use a new name for the workload',
  },
  {
    kinds: ['apps/StatefulSet'],
    fields: ['spec.selector', 'spec.serviceName', 'spec.volumeClaimTemplates', 'spec.podManagementPolicy'],
    reportedAt: 'spec',
    reason: 'FieldValueForbidden',
    message:
      "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    hint: 'delete the StatefulSet with --cascade=orphan, which keeps its pods and claims, and apply it again',
  },
  {
    kinds: ['batch/Job'],
    fields: [
      'spec.template',
      'spec.selector',
      'spec.completionMode',
      'spec.completions',
      'spec.podFailurePolicy',
      'spec.backoffLimitPerIndex',
      'spec.managedBy',
      'spec.successPolicy',
    ],
    reason: 'FieldValueInvalid',
    message: IMMUTABLE,
    hint: 'a Job is immutable: use a new name, for example with a hash of its content, and ttlSecondsAfterFinished',
  },
  {
    kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
    fields: ['roleRef'],
    reason: 'FieldValueInvalid',
    message: 'cannot change roleRef',
    hint: RECREATE,
  },
  { kinds: ['/Secret'], fields: ['type'], reason: 'FieldValueInvalid', message: IMMUTABLE, hint: RECREATE },
  {
    kinds: ['storage.k8s.io/StorageClass'],
    fields: ['provisioner', 'parameters', 'reclaimPolicy'],
    reason: 'FieldValueForbidden',
    message: 'updates to {field} are forbidden.',
    hint: RECREATE,
  },
  {
    kinds: ['storage.k8s.io/StorageClass'],
    fields: ['volumeBindingMode'],
    reason: 'FieldValueInvalid',
    message: IMMUTABLE,
    hint: RECREATE,
  },
  {
    kinds: ['/PersistentVolumeClaim'],
    fields: [
      'spec.accessModes',
      'spec.selector',
      'spec.storageClassName',
      'spec.volumeMode',
      'spec.volumeName',
      'spec.dataSource',
      'spec.dataSourceRef',
    ],
    reportedAt: 'spec',
    reason: 'FieldValueForbidden',
    message:
      'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
    hint: 'create a new claim and copy the data',
    maySet: true,
  },
  {
    kinds: ['/Service'],
    fields: ['spec.clusterIP', 'spec.loadBalancerClass'],
    reason: 'FieldValueInvalid',
    message: 'may not change once set',
    hint: RECREATE,
    maySet: true,
  },
  {
    kinds: ['scheduling.k8s.io/PriorityClass'],
    fields: ['value', 'preemptionPolicy'],
    reason: 'FieldValueForbidden',
    message: 'may not be changed in an update.',
    hint: 'create another PriorityClass',
  },
  {
    kinds: ['networking.k8s.io/IngressClass'],
    fields: ['spec.controller'],
    reason: 'FieldValueInvalid',
    message: IMMUTABLE,
    hint: 'create another IngressClass',
  },
  {
    kinds: ['node.k8s.io/RuntimeClass'],
    fields: ['handler'],
    reason: 'FieldValueInvalid',
    message: IMMUTABLE,
    hint: RECREATE,
  },
];

/** Kinds whose data is lost when they are deleted or renamed. */
export const KINDS_WITH_DATA: readonly string[] = [
  '/PersistentVolumeClaim',
  '/PersistentVolume',
  '/Namespace',
  'apps/StatefulSet',
];
