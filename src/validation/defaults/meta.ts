import type { Changes } from '../changes';

export const metaDefaults: Changes = {};
