export { KUBERNETES_VERSIONS, type KubernetesVersion, NEWEST_VERSION } from '../facts';
export type { Category, Finding, InputObject, InputOrigin, Reason, RuleText, Severity } from '../findings';
export { didYouMean, suggest } from '../values';
export { defaultedCopy } from './defaulted';
export { type DefinitionRules, type Place, type Report, rules } from './rule';
export { type ValidateOptions, validate } from './validate';
