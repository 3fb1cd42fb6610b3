import type { Changes } from '../changes';

export const schedulingDefaults: Changes = {};
