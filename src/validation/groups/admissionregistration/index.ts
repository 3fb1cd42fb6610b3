import type { ApiGroup, DefinitionRules } from '../../rule';
import { matchResourcesRules, paramRefRules, policyBindingRules } from './binding';
import { auditAnnotationRules, validationRules, variableRules } from './cel';
import { admissionregistrationDefaults } from './defaults';
import { matchConditionRules, matchConditionsRules } from './match-conditions';
import { mutationRules } from './mutation';
import { paramKindRules, policySpecRules } from './policy';
import { admissionregistrationPreparations } from './prepare';
import { ruleWithOperationsRules } from './rule';
import { webhookNamesRules, webhookRules } from './webhook';

const admissionregistrationRules: readonly DefinitionRules[] = [
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

/** The group `admissionregistration`. */
export const admissionregistration: ApiGroup = {
  rules: admissionregistrationRules,
  defaults: admissionregistrationDefaults,
  preparations: admissionregistrationPreparations,
};
