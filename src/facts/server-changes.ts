/**
 * What kube-apiserver, and below "Nodes" the nodes of that version, do differently from a minor version on without a feature gate,
 * with the function of the sources that changed. What a gate decides belongs to the gates.
 */
const SERVER_CHANGES = {
  // Metadata and workloads
  ReplicationControllerName: [35, 'ValidateReplicationController has a name rule of its own'],
  ManualSelectorDefault: [29, 'SetDefaults_Job sets manualSelector to false'],
  PodGeneration: [33, 'PrepareForCreate (pkg/registry/core/pod) sets metadata.generation'],
  RevisionDataIsObject: [31, 'ValidateControllerRevision accepts data that is an object only'],
  StatefulSetServiceName: [33, 'ValidateStatefulSetSpec checks serviceName as a DNS label'],
  StatefulSetTemplates: [34, 'ValidateStatefulSetSpec checks the pod spec and the claim templates, which get defaults'],
  EmptyOwnerFields: [34, 'validateOwnerReference says "must not be empty" without the name of the field'],
  RevisionDataKept: [31, 'ValidateControllerRevisionUpdate does not check data again'],
  StatefulSetServiceNameKept: [33, 'ValidateStatefulSetUpdate tolerates serviceName'],
  StatefulSetClaimsKept: [34, 'ValidateStatefulSetUpdate does not check volumeClaimTemplates again'],
  ServiceNameCheckedOnce: [34, 'ValidateServiceUpdate does not check the name again'],
  DaemonSetChecksOnce: [34, 'the strategy of DaemonSets does not call ValidateDaemonSet for updates'],
  ReplicaSetChecksOnce: [34, 'the strategy of ReplicaSets does not call ValidateReplicaSet for updates'],
  ReplicationControllerChecksOnce: [35, 'the strategy does not call ValidateReplicationController for updates'],
  StatefulSetHistoryChanges: [33, 'ValidateStatefulSetUpdate allows a change of revisionHistoryLimit'],
  // Pods
  InlineReadWriteOncePod: [29, 'ValidatePersistentVolumeSpec accepts ReadWriteOncePod for an inline volume'],
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
  TokenPath: [30, 'validateProjectionSources checks the path of a service account token'],
  SpreadLabelKeysMerged: [
    34,
    'validateTopologySpreadConstraints compares matchLabelKeys with the selector they are merged into',
  ],
  ComparingTolerations: [35, 'ValidateTolerations names Lt and Gt, which a gate allows'],
  ProjectedPathsOnce: [34, 'the paths of a source are not counted again for the next one that names none'],
  RestartPolicyCleared: [34, 'dropDisabledFields clears restartPolicy of regular containers'],
  AppArmorMessages: [30, 'appArmorProfileV1Dot0 (pod-security-admission) names what sets a profile'],
  AppArmorFieldsOnly: [34, 'AppArmor profiles are not copied into annotations'],
  TolerationValueShown: [32, 'validateTolerations shows the value, not the whole toleration'],
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
  RuntimeClassTolerationPaths: [35, 'the path of a toleration has its list once'],
  NetworkPolicyChecksOnce: [36, 'the strategy of NetworkPolicies does not call ValidateNetworkPolicy for updates'],
  CsiDriverAccessChanges: [30, 'ValidateCSIDriverUpdate allows a change of fsGroupPolicy and podInfoOnMount'],
  AttachmentNamesChecked: [36, 'ValidateVolumeAttachment checks names in updates, too'],
  EndpointsKept: [33, 'ValidateEndpointSliceUpdate does not check endpoints again that are as before'],
  IpBlockMessages: [30, 'ValidateIPBlock uses the words of IsValidCIDR'],
  StorageClassImmutable: [36, 'ValidateStorageClassUpdate says that each field is immutable'],
  CsiNodeDriversNamed: [33, 'ValidateCSINodeUpdate names spec.drivers'],
  // Other groups
  DeviceDriverNameAlone: [35, 'validateDriverName stops at an empty name'],
  DeviceFieldsCleared: [
    35,
    'dropDisabledSpecFields (pkg/registry/resource/resourceclaim) clears tolerations and distinctAttribute',
  ],
  ResourceClaimKept: [35, 'ValidateResourceClaimUpdate only checks whether the spec changed'],
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
  CelMessageShort: [34, 'validateValidation does not repeat the name of the field'],
  WebhookFieldRequired: [34, 'ValidateWebhookService reports a missing field without more words'],
  // Custom resources and their schemas
  EnumsBeforeExpressions: [29, 'a value outside an enum keeps expressions from being evaluated'],
  ExpressionValuesShown: [35, 'a violated expression shows the value'],
  FinalizerWarnings: [29, 'the create strategy of custom resources warns about finalizers'],
  FinalizerPathNamed: [32, 'ValidateCustomResource names the path that a finalizer with a domain lacks'],
  OptionalOldSelfField: [29, 'optionalOldSelf is a field of a rule'],
  NestedFalseIgnored: [
    31,
    'newNestedValueValidation ignores additionalProperties: false in allOf, anyOf, oneOf and not',
  ],
  SchemaRequiredAlone: [34, 'a missing schema is reported without more words'],
  SchemaNotesKept: [36, 'a structural schema keeps example and externalDocs'],
  LengthMessages: [32, 'the errors for strings that are too long have the same words (field.TooLong)'],
  SingularItem: [34, 'field.TooMany writes "1 item"'],
  IntegerLimitsChecked: [36, 'limits of an integer must be integers of its format'],
  ShortNameFormats: [34, 'k8s-short-name and k8s-long-name are formats'],
  ShortNameFormatsKept: [35, 'schemas keep these formats, without a warning (apiextensions)'],
  FormatsByType: [36, 'unknown formats are dropped by the type of the schema'],
  FormatWarnings: [34, 'the strategy of CustomResourceDefinitions warns about formats that it does not recognize'],
  // Expressions: what a cel-go of another version does, and what is compatible with older expressions
  CelOptionalFlatMap: [29, 'cel-go 0.17 has optFlatMap'],
  CelHomogeneousLiterals: [
    29,
    'cel-go 0.17 asks for one type in literals of lists and maps, not in what the checker infers',
  ],
  CelNullOnBothSides: [29, 'cel-go 0.17 compares null on either side'],
  CelOperandsChecked: [29, 'cel-go 0.17 checks the operands of && and ||'],
  CelFormatValidator: [31, 'the validator of format strings is in the environment (apiserver/pkg/cel/environment)'],
  CelOptionalTypeName: [31, 'cel-go 0.20 knows optional_type as the name of a type'],
  CelOptionalCopied: [32, 'cel-go 0.22 copies what optMap and optFlatMap are called on, instead of checking it twice'],
  CelSurrogatesRefused: [33, 'cel-go 0.23 refuses surrogate code points in literals'],
  CelOptionalLists: [33, 'cel-go 0.23 has first, last and unwrap of lists'],
  CelNullNotString: [29, 'cel-go 0.17 has no string(null)'],
  CelOptionals: [28, 'optional types are in the environment (apiserver/pkg/cel/environment)'],
  CelNumberComparisons: [28, 'numbers of different types can be compared (apiserver/pkg/cel/environment)'],
  CelLiteralsChecked: [
    29,
    'literals of durations, timestamps and patterns are checked (apiserver/pkg/cel/environment)',
  ],
  CelFormatsChecked: [29, 'format strings are checked (apiserver/pkg/cel/environment)'],
  CelPlainNames: [31, 'stored expressions need no underscores around fields such as namespace'],
  CelPlainNamesOfNew: [32, 'new expressions need none either'],
  CelIndexBeyondEnd: [
    32,
    'cel-go 0.22: indexOf and lastIndexOf find nothing beyond the end of a string, instead of an error',
  ],
  CelPowerWithoutSpaces: [33, 'golang.org/x/text writes no spaces around the × of a power'],
  CelAllRanges: [32, 'containsCIDR accepts ranges that begin elsewhere in the outer one'],
  CelCostOfAddresses: [30, 'CostEstimator counts functions of addresses and quantities'],
  CelCostOfFormats: [31, 'CostEstimator counts functions of named formats'],
  CelCostOfEquality: [32, 'CostEstimator counts comparisons of objects of the libraries'],
  CelCostOfVersions: [33, 'CostEstimator counts functions of semantic versions'],
  CelSizesOfEntries: [33, 'cel-go 0.23 remembers the sizes of entries and variables'],
  CelSizesOfOptionals: [33, 'cel-go 0.23 knows the size of an optional scalar'],
  CelSizesOfLoops: [30, 'cel-go 0.17.8 knows the size of what a loop results in'],
  CelPresenceFree: [29, 'cel-go 0.17: has() costs nothing'],
  CelSizesOfEnums: [29, 'the longest value of an enum is the length of a string'],
  // Server-side apply
  AppliedStatusDecoded: [29, 'Apply (apiserver pkg/endpoints/handlers/fieldmanager) decodes the status that it resets'],
  ListKeysOptional: [34, 'structured-merge-diff 6 lets an item of a list leave out all of its keys but one'],
  // Messages
  QuotaScopeOperatorSpelled: [31, "validateScopedResourceSelectorRequirement writes 'Exists', not 'Exist'"],
  EmbeddedStructsNamed: [35, 'errors of the decoder have embedded structs in their paths'],
  TypedResourceNames: [29, 'names of resources are passed on as core.ResourceName, which prints without quotes'],
  ValuesAsJson: [34, 'field.Error prints structured values as JSON; before, with %#v'],
  // Pod Security Standards
  ContainerEngineType: [31, 'seLinuxOptions: the type container_engine_t is allowed'],
  HostOfProbes: [34, 'the baseline restricts the host of probes and hooks'],
  UserNamespacePods: [35, 'runAsNonRoot, runAsUser and procMount are relaxed for pods in a user namespace'],
  // Nodes
  EnvironmentKeysKept: [30, 'makeEnvironmentVariables (kubelet) does not skip keys that are no names of variables'],
  Containerd2: [36, 'nodes have containerd 2.0, which allows all ports in the network of the pod'],
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
