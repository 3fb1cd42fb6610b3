import type { DefinitionRules } from '../../rule';

export const resourceRules: readonly DefinitionRules[] = [];
