import type { Changes } from '../changes';

export const resourcePreparations: Changes = {};
