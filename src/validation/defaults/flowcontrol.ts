import type { Changes } from '../changes';

export const flowcontrolDefaults: Changes = {};
