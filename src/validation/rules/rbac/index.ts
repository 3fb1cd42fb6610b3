import type { DefinitionRules } from '../../rule';

export const rbacRules: readonly DefinitionRules[] = [];
