export * from './app';
export * from './mixins';
export * from './overlay';
export * from './patterns';
export * from './pod';
export * from './validation/finding';
