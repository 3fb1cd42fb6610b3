import type { DefinitionRules } from '../../rule';

export const metaRules: readonly DefinitionRules[] = [];
