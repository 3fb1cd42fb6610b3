import type { ApiGroup, DefinitionRules } from '../../rule';
import { podDisruptionBudgetRules } from './pod-disruption-budget';
import { policyPreparations } from './prepare';

export const policyRules: readonly DefinitionRules[] = [podDisruptionBudgetRules];

/** The group `policy`. */
export const policy: ApiGroup = { rules: policyRules, preparations: policyPreparations };
