import type { Changes } from '../changes';

export const policyPreparations: Changes = {};
