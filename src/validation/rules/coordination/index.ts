import type { DefinitionRules } from '../../rule';

export const coordinationRules: readonly DefinitionRules[] = [];
