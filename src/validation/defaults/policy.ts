import type { Changes } from '../changes';

export const policyDefaults: Changes = {};
