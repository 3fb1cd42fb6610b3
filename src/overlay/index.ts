export { type Amendment, type AmendOptions, amend, amendmentsOf } from './amend';
export { originOfField } from './field-origin';
export { formatOrigin } from './format-origin';
export type { ManifestKind } from './manifest-types';
export { Overlay, overlay } from './overlay';
export {
  type KindByResourceType,
  type KindOf,
  type ManifestOfOtherVersion,
  type ManifestOfPreferredVersion,
  type MergeDirectives,
  type PartialFor,
  type PartialManifest,
  type PartialManifestWithKind,
  type PartialOf,
  type PartialWith,
  type UntypedManifest,
  untyped,
} from './partial-manifest';
export { schemaOfObject } from './schema-of-object';
export { strategicMerge } from './strategic-merge';
export { apiObjectOf, OVERLAY_TARGET, type OverlayTarget, type OverlayTargetOf } from './target';
export { builtInVersionsOf, unknownFields } from './unknown-fields';
export { reportUnlessMatched, reportWhenUnmatched } from './unmatched-mixin-check';
