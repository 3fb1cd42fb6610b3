import type { DefinitionRules } from '../../rule';
import { podDisruptionBudgetRules } from './pod-disruption-budget';

export const policyRules: readonly DefinitionRules[] = [podDisruptionBudgetRules];
