export { applyOrder, rankOf } from './apply-order';
export { canonicalJson, contentHash } from './content-hash';
export { groupOf, type Identity, identityKey, identityOf } from './identity';
export { applyRank } from './kind-ranks';
export { type RecommendedLabels, recommendedLabels, selectorLabels } from './labels';
export { joinName, nameByContent } from './names';
export { stringifyManifests } from './stringify';
