import type { Changes } from '../changes';

export const storageDefaults: Changes = {};
