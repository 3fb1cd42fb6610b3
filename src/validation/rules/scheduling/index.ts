import type { DefinitionRules } from '../../rule';

export const schedulingRules: readonly DefinitionRules[] = [];
