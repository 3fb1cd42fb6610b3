export type { AffinityProps, NodeRequirement, PodRequirement } from './affinity';
export type { ObjectReference } from './checks';
export {
  checkOneOf,
  checkQuantity,
  checkSize,
  checkText,
  checkUnique,
  checkWhole,
  definedFields,
  entriesOf,
  isLarger,
  mapOf,
  nameOf,
  secondsIn,
  secondsOf,
  shapeOf,
  type TextCheck,
  under,
} from './checks';
export {
  type ContainerContext,
  type ContainerProps,
  containerManifest,
  type NamedContainerProps,
  portsOf,
} from './container';
export { copyOf } from './copy-of';
export {
  type ContainerResource,
  Env,
  EnvFrom,
  type EnvProps,
  type EnvValue,
  envFromManifest,
  envManifest,
  type OptionalSource,
  type PodField,
} from './env';
export { Image, type ImageReference } from './image';
export type { Hook, LifecycleProps } from './lifecycle';
export { DEFAULT_GRACE_SECONDS } from './lifecycle';
export type { DnsConfigProps, PodNetworkProps } from './network';
export { checkOwnNamespace, isElsewhere, type NamespacedUser, namespaceOf, userOf } from './own-namespace';
export type { PlacementProps, TolerationProps, TopologySpreadProps, TopologySpreadRule } from './placement';
export { checkTopologySpread, placementManifest, topologySpreadManifest } from './placement';
export type { PodSpecProps } from './pod';
export { checkHostPorts, checkPodPorts, mountsWithTmp, podManifest, tmpVolumeName } from './pod';
export type { PortProps } from './ports';
export type { ProbeProps, ProbeTiming } from './probe';
export type { GrpcCall, HttpRequest, PortReference, TcpConnection } from './probe-handler';
export { Probes, type ProbesProps, type ProbeTrioOptions, probesManifest } from './probes';
export { Projection } from './projection';
export {
  type ContainerResources,
  isQos,
  type PodResources,
  QOS_CHOICES,
  Qos,
  type QosClass,
  type Quantity,
  qosClassOf,
  type Resources,
} from './qos';
export { type RootImageSecurity, Security } from './root-image';
export type {
  ContainerSecurityProps,
  IdentityProps,
  PodSecurityProps,
  SeccompProfile,
  SeLinux,
  SysctlProps,
} from './security';
export { checkUsedObjects, type UsedObject, usedObjects } from './used-objects';
export { checkRelativePath, type Mount, type MountOptions, mountsManifest, PodVolume, volumesManifest } from './volume';
export type { DownwardFile, FileField, FileOptions, FilePath, ModeOptions } from './volume-files';
export { type HostPathType, type VolumeNameOptions, Volumes } from './volumes';
