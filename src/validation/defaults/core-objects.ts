import type { Changes } from '../changes';

export const coreObjectDefaults: Changes = {};
