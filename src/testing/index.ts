export { BadUseError } from './bad-use';
export type { KindName, KindReference, Like, ManifestOf } from './like';
export { Manifest, ManifestAssertionError } from './manifest';
export { Match } from './match';
export { type AsymmetricMatcher, Matcher, type Mismatch } from './matcher';
export { Capture } from './matchers/capture';
