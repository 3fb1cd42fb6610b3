export { isAlikeKind } from './alike-kinds';
export { customPodTemplate, type StandIn, standInOf } from './custom-pod-template';
export { deprecatedNodeLabel, stableNodeLabel } from './deprecated-node-labels';
export {
  ACCESS_MODES,
  CONCURRENCY_POLICIES,
  IMAGE_PULL_POLICIES,
  MOUNT_PROPAGATIONS,
  PATH_TYPES,
  POD_SECURITY_LEVELS,
  PROTOCOLS,
  TAINT_EFFECTS,
  TERMINATION_MESSAGE_POLICIES,
  VOLUME_BINDING_MODES,
  VOLUME_MODES,
} from './enums';
export { type FeatureGate, gatesOf } from './feature-gates';
export { DEFAULT_ROLES } from './generated/default-roles';
export {
  appliedNamespaceOf,
  DEFAULT_NAMESPACE,
  GENERATED_UID,
  groupKindOf,
  groupOf,
  type Identity,
  identityKey,
  identityOf,
  isKind,
  refersTo,
  SUBJECTS_WITHOUT_OBJECTS,
} from './identity';
export {
  applyRank,
  factsOf,
  factsOfDefinition,
  hasNoScale,
  holds,
  KINDS_WITH_FACTS,
  type KindFacts,
  type NameFormat,
  runsForever,
  runsToCompletion,
  selectsItsPods,
} from './kinds';
export { LINUX_CAPABILITIES } from './linux-capabilities';
export {
  type NamespacePolicy,
  POD_SECURITY_MODES,
  type PodSecurityMode,
  podSecurityLabelsOf,
  podSecurityOf,
} from './pod-security-labels';
export {
  CONTAINER_LISTS,
  containersOf,
  type PlacedContainer,
  type PodTemplate,
  podTemplateOf,
  securityContextsOf,
} from './pod-template';
export { REMOVED_APIS, type RemovedApi, removedApi } from './removed-apis';
export { REMOVED_VOLUME_SOURCES, type RemovedVolumeSource } from './removed-volumes';
export { pluralOf, resourceOf } from './resource-names';
export { AUTHORIZATION_VERBS, allResources, groupsWith, isNoKind, resourcesOf } from './resources';
export { hasChange, type ServerChange } from './server-changes';
export { RESIZE_REFUSAL, STORAGE_CLASS_ANNOTATION, storageClassOf } from './storage-class';
export { safeSysctls } from './sysctls';
export { SYSTEM_PRIORITIES } from './system-priorities';
export { isChart, isKustomization } from './tool-files';
export { KUBERNETES_VERSIONS, type KubernetesVersion, minorOf, NEWEST_VERSION } from './versions';
export { WINDOWS_HAS_NO } from './windows';
