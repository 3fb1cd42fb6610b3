import type { Changes } from '../changes';

export const apiregistrationDefaults: Changes = {};
