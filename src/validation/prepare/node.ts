import type { Changes } from '../changes';

export const nodePreparations: Changes = {};
