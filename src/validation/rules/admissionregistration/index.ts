import type { DefinitionRules } from '../../rule';
import { matchResourcesRules, paramRefRules, policyBindingRules } from './binding';
import { auditAnnotationRules, validationRules, variableRules } from './cel';
import { matchConditionRules, matchConditionsRules } from './match-conditions';
import { mutationRules } from './mutation';
import { paramKindRules, policySpecRules } from './policy';
import { ruleWithOperationsRules } from './rule';
import { webhookNamesRules, webhookRules } from './webhook';

export const admissionregistrationRules: readonly DefinitionRules[] = [
  webhookNamesRules,
  webhookRules,
  matchConditionsRules,
  matchConditionRules,
  ruleWithOperationsRules,
  policySpecRules,
  paramKindRules,
  matchResourcesRules,
  variableRules,
  validationRules,
  auditAnnotationRules,
  mutationRules,
  policyBindingRules,
  paramRefRules,
];
