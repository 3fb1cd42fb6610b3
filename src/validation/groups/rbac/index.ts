import type { ApiGroup, DefinitionRules } from '../../rule';
import { roleBindingRules, subjectRules } from './binding';
import { rbacDefaults } from './defaults';
import { aggregationRuleRules, policyRuleRules } from './role';
import { bindingUpdateRules } from './update';

const rbacRules: readonly DefinitionRules[] = [policyRuleRules, aggregationRuleRules, roleBindingRules, subjectRules];

/** The group `rbac`. */
export const rbac: ApiGroup = { rules: rbacRules, defaults: rbacDefaults, updates: [bindingUpdateRules] };
