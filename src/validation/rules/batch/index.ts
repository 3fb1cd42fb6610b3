import type { DefinitionRules } from '../../rule';

export const batchRules: readonly DefinitionRules[] = [];
