import type { ApiGroup, DefinitionRules } from '../../rule';
import { podDisruptionBudgetRules } from './pod-disruption-budget';
import { policyPreparations } from './prepare';

const policyRules: readonly DefinitionRules[] = [podDisruptionBudgetRules];

/** The group `policy`. */
export const policy: ApiGroup = { rules: policyRules, preparations: policyPreparations };
