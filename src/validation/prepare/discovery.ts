import type { Changes } from '../changes';

export const discoveryPreparations: Changes = {};
