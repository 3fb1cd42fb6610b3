export { type PolicyOptions, policyFindings } from './check-policy';
export { checkPolicy } from './on-demand';
export { podSecurityVersion } from './pod-security/policy-pod';
export { podSecurityRefusal } from './pod-security/refusal';
export type { PodSecurityLevel, PodSecurityRule, PolicyText, PracticeRule } from './policy-rule';
export { POD_SECURITY_RULES, PRACTICE_RULES } from './registry';
