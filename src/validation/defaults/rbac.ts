import type { Changes } from '../changes';

export const rbacDefaults: Changes = {};
