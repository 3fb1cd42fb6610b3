export {
  ACKNOWLEDGE_PREFIX,
  type Acknowledgement,
  type Check,
  type CheckOptions,
  type ManifestInput,
  OPTION_NAMES,
  type ReadingFinding,
} from './check-options';
export { checkOptions, usableOptions } from './checked-options';
export { customResourcesIn, unusableImports } from './custom-resources';
export { externalObjects } from './external';
export {
  type ExternalKeysOptions,
  type ExternalObject,
  type ExternalOptions,
  type ExternalServiceOptions,
  external,
} from './external-objects';
export { type KnownCluster, knownCluster } from './ground';
export { imagesIn } from './images';
export { checkManifests, skippedRules } from './on-demand';
export { raiseNotes } from './raise-notes';
export { scopeOf } from './scope';
export {
  checkVersions,
  supportedVersion,
  targetVersions,
  unsupportedVersion,
  type VersionOption,
} from './target-versions';
export { forgetting, rememberUnchanged, Unchanged } from './unchanged';
export { whyUnused } from './why-unused';
