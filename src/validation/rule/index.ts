export { sortedValues } from './allowed-values';
export type { ApiGroup } from './api-group';
export type { Change, Changes } from './changes';
export { fieldChecks } from './field-checks';
export { type DefinitionRules, type Place, type Report, rules } from './rule';
export { edited, textsFor } from './text';
export { webhookService, webhookUrl } from './webhook';
