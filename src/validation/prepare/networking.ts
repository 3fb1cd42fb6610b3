import type { Changes } from '../changes';

export const networkingPreparations: Changes = {};
