import type { Changes } from '../changes';

export const batchPreparations: Changes = {};
