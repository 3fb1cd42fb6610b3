import type { DefinitionRules } from '../../rule';

export const discoveryRules: readonly DefinitionRules[] = [];
