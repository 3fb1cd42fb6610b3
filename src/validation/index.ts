export * from './finding';
export type { InputObject, InputOrigin } from './input';
export { type DefinitionRules, type Place, type Report, type RuleText, rules } from './rule';
export { ALL_RULES } from './rules';
export { didYouMean, suggest } from './suggest';
export { type ValidateOptions, validate } from './validate';
