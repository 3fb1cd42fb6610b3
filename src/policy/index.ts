export { checkPolicy, type PolicyOptions, policyFindings } from './check-policy';
export type { PodSecurityLevel, PodSecurityRule, PolicyText, PracticeRule } from './policy-rule';
export { POD_SECURITY_RULES, PRACTICE_RULES } from './registry';
