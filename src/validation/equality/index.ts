export { canonicalizeAmounts } from './canonical-amounts';
export { SemanticEquality } from './semantic-equality';
