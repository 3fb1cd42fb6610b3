import type { Changes } from '../changes';

export const corePreparations: Changes = {};
