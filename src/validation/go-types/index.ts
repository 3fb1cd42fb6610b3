export { goTypeKey, type TypedNode, type TypeNames, typedChild, typedRoot } from './field-type';
export { GO_POINTERS } from './pointers';
export { GO_COLLECTIONS, GO_STRUCTS, type GoField, OLDER_GO_STRUCTS } from './structs';
export { EMBEDDED_PATHS, GO_TYPES } from './types';
