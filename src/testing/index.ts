export type { CheckedAppProps } from '../app';
export type { Acknowledgement, Check, CheckOptions, ExternalObject } from '../check';
export { KUBERNETES_VERSIONS, type KubernetesVersion } from '../facts';
export type { Category, Finding, InputObject, InputOrigin, RawFinding, Reason, Severity } from '../findings';
export type { ImageFacts } from '../images';
export type { ManifestByKind } from '../kubernetes';
export type { PlatformProps } from '../platform';
export type { PodSecurityLevel } from '../policy';
export type { NodeSize } from '../runtime';
export type { CustomResources } from '../schema';
export { BadUseError } from './bad-use';
export { type AccessOptions, type AccountReference, assertAllows, assertDenies } from './checks/access';
export {
  assertAppliesCleanlyTo,
  assertPassesPolicy,
  assertReferencesOnlyKnownObjects,
  assertUpgradeSafeFrom,
  assertValidKubernetes,
  type ValidKubernetesOptions,
} from './checks/checks';
export { assertSynthesizesDeterministically, type Declaration, type Factory } from './checks/deterministic';
export type { Checkable } from './checks/objects-of';
export { assertDoesNotReach, assertReaches, type PeerReference, type ReachOptions } from './checks/reach';
export type { Versions } from './checks/versions';
export type { KindName, KindReference, KindSelector, Like, ManifestOf } from './like';
export { Manifest, ManifestAssertionError } from './manifest';
export { Match } from './match';
export { type AsymmetricMatcher, Matcher, type Mismatch, type MismatchPath } from './matcher';
export { Capture } from './matchers/capture';
export { type ManifestMatchers, type MatcherResult, manifestMatchers } from './matchers-for-expect';
export { ManifestSnapshot, manifestSnapshotSerializer, manifestSnapshots, type SnapshotOptions } from './snapshot';
export { type TestConstructOptions, testConstruct } from './test-construct';
