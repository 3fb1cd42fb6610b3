export type { CheckedAppProps } from '../app';
export type { CheckOptions } from '../check';
export type { KubernetesVersion } from '../facts';
export type { Finding, InputObject } from '../findings';
export type { PodSecurityLevel } from '../policy';
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
export type { KindName, KindReference, Like, ManifestOf } from './like';
export { Manifest, ManifestAssertionError } from './manifest';
export { Match } from './match';
export { type AsymmetricMatcher, Matcher, type Mismatch } from './matcher';
export { Capture } from './matchers/capture';
export { type ManifestMatchers, manifestMatchers } from './matchers-for-expect';
export { ManifestSnapshot, manifestSnapshotSerializer, manifestSnapshots, type SnapshotOptions } from './snapshot';
export { type TestConstructOptions, testConstruct } from './test-construct';
