export { type PolicyOptions, policyFindings } from './check-policy';
export { checkPolicy } from './on-demand';
export { podSecurityRefusal, podSecurityVersion } from './pod-security/refusal';
export type { PodSecurityLevel, PodSecurityRule, PolicyText, PracticeRule } from './policy-rule';
export { POD_SECURITY_RULES, PRACTICE_RULES } from './registry';
