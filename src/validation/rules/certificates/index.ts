import type { DefinitionRules } from '../../rule';

export const certificatesRules: readonly DefinitionRules[] = [];
