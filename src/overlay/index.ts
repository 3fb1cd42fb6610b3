export { type Amendment, type AmendOptions, amend } from './amend';
export { originOfField } from './field-origin';
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
export { apiObjectOf, OVERLAY_TARGET, type OverlayTarget, type OverlayTargetOf } from './target';
