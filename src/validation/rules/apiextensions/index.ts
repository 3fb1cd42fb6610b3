import type { DefinitionRules } from '../../rule';

export const apiextensionsRules: readonly DefinitionRules[] = [];
