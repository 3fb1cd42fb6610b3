import type { Changes } from '../changes';

export const resourceDefaults: Changes = {};
