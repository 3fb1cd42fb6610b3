import type { ApiGroup, DefinitionRules } from '../../rule';
import { flowcontrolDefaults } from './defaults';
import { flowSchemaRules } from './flow-schema';
import { limitResponseRules } from './limit-response';
import { flowSchemaPolicyRules, policyRulesWithSubjectsRules } from './policy-rule';
import { flowcontrolPreparations } from './prepare';
import { priorityLevelRules, priorityLevelSharesRules } from './priority-level';
import { flowSchemaSubjectRules } from './subject';

const flowcontrolRules: readonly DefinitionRules[] = [
  flowSchemaRules,
  policyRulesWithSubjectsRules,
  flowSchemaSubjectRules,
  flowSchemaPolicyRules,
  priorityLevelRules,
  priorityLevelSharesRules,
  limitResponseRules,
];

export { flowSchema } from './examples';

/** The group `flowcontrol`. */
export const flowcontrol: ApiGroup = {
  rules: flowcontrolRules,
  defaults: flowcontrolDefaults,
  preparations: flowcontrolPreparations,
};
