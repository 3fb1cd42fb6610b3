import type { Changes } from '../changes';

export const schedulingPreparations: Changes = {};
