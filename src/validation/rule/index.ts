export { sortedValues } from './allowed-values';
export type { ApiGroup } from './api-group';
export type { Change, Changes } from './changes';
export type { Decoded, DecodedDefinition } from './decoded';
export { fieldChecks } from './field-checks';
export { protect } from './protect';
export { type DefinitionRules, type FieldNode, type Report, rules } from './rule';
export { edited, textsFor } from './text';
export {
  type CheckedUpdate,
  type GeneratedValues,
  IMMUTABLE,
  immutable,
  type Tolerance,
  type Tolerances,
  type UpdateChange,
  type UpdateChanges,
  type UpdateNode,
  type UpdateRules,
  type UpdateText,
  updateRules,
  updateTextsFor,
} from './update';
export { webhookService, webhookUrl } from './webhook';
