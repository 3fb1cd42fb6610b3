import type { Changes } from '../changes';

export const coordinationPreparations: Changes = {};
