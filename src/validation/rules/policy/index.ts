import type { DefinitionRules } from '../../rule';

export const policyRules: readonly DefinitionRules[] = [];
