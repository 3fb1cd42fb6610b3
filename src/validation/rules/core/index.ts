import type { DefinitionRules } from '../../rule';

export const coreRules: readonly DefinitionRules[] = [];
