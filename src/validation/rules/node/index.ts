import type { DefinitionRules } from '../../rule';

export const nodeRules: readonly DefinitionRules[] = [];
