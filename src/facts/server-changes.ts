/**
 * What kube-apiserver does differently from a minor version on without a feature gate, with the function of its sources that
 * changed. What a gate decides belongs to the gates.
 */
const SERVER_CHANGES = {
  // Metadata and workloads
  ReplicationControllerName: [34, 'ValidateReplicationController has a name rule of its own'],
  PodGeneration: [33, 'PrepareForCreate (pkg/registry/core/pod) sets metadata.generation'],
  RevisionDataIsObject: [31, 'ValidateControllerRevision accepts data that is an object only'],
  StatefulSetServiceName: [33, 'ValidateStatefulSetSpec checks serviceName as a DNS label'],
  StatefulSetTemplates: [34, 'ValidateStatefulSetSpec checks the pod spec and the claim templates, which get defaults'],
  // Pods
  CsiDriverNameAlone: [35, 'ValidateCSIDriverName stops at an empty name'],
  HostAliasPaths: [30, 'ValidateHostAliases names the entry and uses IsValidIP'],
  HostUsersDevices: [34, 'validateHostUsers refuses volumeDevices in a user namespace'],
  NodeSelectorValues: [
    33,
    'ValidateNodeSelectorRequirement checks the values as labels, with warnings for preferred terms',
  ],
  PodAddressWarnings: [33, 'warningsForPodSpecAndMeta reads the addresses of dnsConfig and hostAliases'],
  ZeroSleepGate: [32, 'validateSleepAction names the gate AllowPodLifecycleSleepActionZeroValue'],
  GitRepoDisabled: [33, 'warningsForPodSpecAndMeta says that gitRepo is off (gate GitRepoVolumeDriver of the kubelet)'],
  ProcMountInUserNamespace: [30, 'validateProcMount allows Unmasked in a user namespace only'],
  TokenPath: [30, 'validateProjectionSources checks the path of a service account token'],
  SpreadLabelKeysMerged: [
    34,
    'validateTopologySpreadConstraints compares matchLabelKeys with the selector they are merged into',
  ],
  ComparingTolerations: [35, 'ValidateTolerations names Lt and Gt, which a gate allows'],
  // Services, networks, nodes, storage
  StrictAddresses: [
    33,
    'IsValidIPForLegacyField and IsValidCIDRForLegacyField replace the checks of each API, and warn',
  ],
  ExternalTrafficOfClusterIP: [29, 'ExternallyAccessible (pkg/api/service) counts a ClusterIP with externalIPs'],
  ExceptionsChecked: [30, 'ValidateIPBlock goes on after a broken exception'],
  SourceRangePaths: [30, 'ValidateLoadBalancerSourceRanges reports each range'],
  NodeCidrMessages: [30, 'ValidateNode uses IsValidCIDR'],
  DataSourceGroup: [29, 'validateDataSource checks apiGroup'],
  VolumeAttributesQuotaScope: [33, 'IsStandardQuotaScope knows VolumeAttributesClass'],
  // Other groups
  DeviceDriverNameAlone: [35, 'validateDriverName stops at an empty name'],
  DeviceFieldsCleared: [
    35,
    'dropDisabledSpecFields (pkg/registry/resource/resourceclaim) clears tolerations and distinctAttribute',
  ],
  DeviceRequestUnion: [35, 'validateDeviceRequest stops at a request with exactly and firstAvailable'],
  DeviceTaintNone: [35, 'validateDeviceTaintEffect accepts None'],
  DeviceKeyPath: [36, 'validateMap reports keys at the map'],
  DeviceEntryRepeated: [35, 'validateSet names the entry of a repeated name, not the name in it'],
  DeviceDomainMessage: [35, 'validateFullyQualifiedName has other words for a missing domain'],
  DeviceAttributeInvalid: [35, 'validateQualifiedName and validateDeviceAttribute report what is missing as invalid'],
  DeviceConstraintUnion: [36, 'validateDeviceConstraint reports the constraint, as declarative validation does'],
  MissingIsRequired: [36, 'checks covered by declarative validation report a missing value as required (KEP-5073)'],
  ZeroConcurrencyShares: [30, 'ValidateLimitedPriorityLevelConfiguration accepts 0 shares'],
  ExpressionTypeNamed: [32, 'CompileCELExpression (pkg/admission/plugin/cel) names the type that an expression has'],
  KeptZeroShares: [29, 'SetDefaults_LimitedPriorityLevelConfiguration keeps a 0 that an annotation marks'],
  OptionalOldSelfInDefaults: [29, 'validate defaults of a schema with optionalOldSelf (apiextensions)'],
  SliceOfOneList: [35, 'validateResourceSliceSpec accepts devices or sharedCounters'],
  // Pod Security Standards
  ContainerEngineType: [31, 'seLinuxOptions: the type container_engine_t is allowed'],
  HostOfProbes: [34, 'the baseline restricts the host of probes and hooks'],
  UserNamespacePods: [35, 'runAsNonRoot, runAsUser and procMount are relaxed for pods in a user namespace'],
} as const satisfies Readonly<Record<string, readonly [since: number, where: string]>>;

/** A change of the server without a feature gate. */
export type ServerChange = keyof typeof SERVER_CHANGES;

/**
 * Whether the server of a minor version has a change.
 *
 * @param minor 36 for 1.36
 * @example
 * if (hasChange(node.minor, 'StatefulSetServiceName')) …
 */
export function hasChange(minor: number, change: ServerChange): boolean {
  return minor >= SERVER_CHANGES[change][0];
}
