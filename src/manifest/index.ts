export { applyOrder, rankOf } from './apply-order';
export { canonicalJson, contentHash } from './content-hash';
export { type RecommendedLabels, recommendedLabels, selectorLabels } from './labels';
export { joinName, nameByContent } from './names';
export { stringifyManifests } from './stringify';
