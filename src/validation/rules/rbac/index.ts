import type { DefinitionRules } from '../../rule';
import { roleBindingRules, subjectRules } from './binding';
import { aggregationRuleRules, policyRuleRules } from './role';

export const rbacRules: readonly DefinitionRules[] = [
  policyRuleRules,
  aggregationRuleRules,
  roleBindingRules,
  subjectRules,
];
