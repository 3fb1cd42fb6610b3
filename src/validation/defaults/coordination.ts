import type { Changes } from '../changes';

export const coordinationDefaults: Changes = {};
