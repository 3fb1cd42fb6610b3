export { ConstructSelector, type IConstructSelector } from './construct-selector';
export { type MixinApplication, MixinApplicator, Mixins } from './mixins';
export { PodMixin } from './pod-mixin';
export type { RenderedPod } from './pod-template';
