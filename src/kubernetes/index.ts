export type * from './generated';
export type { DeepPartial } from './partial';
