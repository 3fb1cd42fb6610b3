export { GO_STRUCTS, GO_STRUCTS_OF_1_28, type GoField } from './structs';
export { EMBEDDED_PATHS, GO_TYPES } from './types';
