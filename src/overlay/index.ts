export { type Amendment, type AmendOptions, amend, amendmentsOf } from './amend';
export { originOfField } from './field-origin';
export { formatOrigin } from './format-origin';
export { Overlay, overlay } from './overlay';
export {
  type KindOf,
  type MergeDirectives,
  type PartialFor,
  type PartialManifest,
  type PartialManifestWithKind,
  type UntypedManifest,
  untyped,
} from './partial-manifest';
export { schemaOfObject } from './schema-of-object';
export { strategicMerge } from './strategic-merge';
export { apiObjectOf, OVERLAY_TARGET, type OverlayTarget, type OverlayTargetOf } from './target';
export { reportUnlessMatched, reportWhenUnmatched } from './unmatched-mixin-check';
