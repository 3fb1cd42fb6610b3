import type { DefinitionRules } from '../../rule';

export const admissionregistrationRules: readonly DefinitionRules[] = [];
