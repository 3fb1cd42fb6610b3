/** Values of fields that more than one part of the package checks, in the order of the API reference. */

/** `protocol` of container ports, Services, EndpointSlices and NetworkPolicies. */
export const PROTOCOLS = ['TCP', 'UDP', 'SCTP'] as const;

/** `effect` of taints and tolerations. */
export const TAINT_EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'] as const;

/** `imagePullPolicy` of containers, `pullPolicy` of image volumes. */
export const IMAGE_PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'] as const;

/** `terminationMessagePolicy` of containers. */
export const TERMINATION_MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'] as const;

/** `mountPropagation` of volume mounts. */
export const MOUNT_PROPAGATIONS = ['None', 'HostToContainer', 'Bidirectional'] as const;

/** `concurrencyPolicy` of CronJobs. */
export const CONCURRENCY_POLICIES = ['Allow', 'Forbid', 'Replace'] as const;

/** `volumeBindingMode` of StorageClasses. */
export const VOLUME_BINDING_MODES = ['Immediate', 'WaitForFirstConsumer'] as const;

/** `accessModes` of PersistentVolumes and claims. */
export const ACCESS_MODES = ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadOnlyMany', 'ReadWriteMany'] as const;

/** `volumeMode` of PersistentVolumes and claims. */
export const VOLUME_MODES = ['Filesystem', 'Block'] as const;

/** `pathType` of Ingress paths. */
export const PATH_TYPES = ['Prefix', 'Exact', 'ImplementationSpecific'] as const;

/** Levels of the Pod Security Standards, from the least to the most restrictive. */
export const POD_SECURITY_LEVELS = ['privileged', 'baseline', 'restricted'] as const;
