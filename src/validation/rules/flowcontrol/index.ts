import type { DefinitionRules } from '../../rule';
import { flowSchemaRules } from './flow-schema';
import { limitResponseRules } from './limit-response';
import { flowSchemaPolicyRules, policyRulesWithSubjectsRules } from './policy-rule';
import { priorityLevelRules, priorityLevelSharesRules } from './priority-level';
import { flowSchemaSubjectRules } from './subject';

export const flowcontrolRules: readonly DefinitionRules[] = [
  flowSchemaRules,
  policyRulesWithSubjectsRules,
  flowSchemaSubjectRules,
  flowSchemaPolicyRules,
  priorityLevelRules,
  priorityLevelSharesRules,
  limitResponseRules,
];
