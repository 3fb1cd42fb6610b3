export { canonicalize } from './canonical-form';
export { SemanticEquality } from './semantic-equality';
