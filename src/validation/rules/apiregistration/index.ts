import type { DefinitionRules } from '../../rule';

export const apiregistrationRules: readonly DefinitionRules[] = [];
