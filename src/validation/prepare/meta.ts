import type { Changes } from '../changes';

export const metaPreparations: Changes = {};
