import type { Changes } from '../changes';

export const batchDefaults: Changes = {};
