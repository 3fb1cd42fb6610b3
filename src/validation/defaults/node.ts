import type { Changes } from '../changes';

export const nodeDefaults: Changes = {};
