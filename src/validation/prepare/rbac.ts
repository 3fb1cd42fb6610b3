import type { Changes } from '../changes';

export const rbacPreparations: Changes = {};
