import type { DefinitionRules } from '../../rule';

export const storageRules: readonly DefinitionRules[] = [];
