import type { Changes } from '../changes';

export const discoveryDefaults: Changes = {};
