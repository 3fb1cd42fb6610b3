import type { DefinitionRules } from '../../rule';

export const networkingRules: readonly DefinitionRules[] = [];
