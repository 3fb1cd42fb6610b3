import type { Changes } from '../changes';

export const networkingDefaults: Changes = {};
