export { KUBERNETES_VERSIONS, type KubernetesVersion, NEWEST_VERSION } from '../facts';
export type { Category, Finding, InputObject, InputOrigin, Reason, RuleText, Severity } from '../findings';
export { didYouMean, suggest } from '../values';
export type { DecodedObject } from './decoded';
export {
  customResourceCopy,
  decodeObject,
  defaultedCopy,
  type Inspection,
  inspectObject,
  liveObject,
  typedObject,
  updateObject,
} from './on-demand';
export { overVersions, type VersionedFinding } from './over-versions';
export { type DefinitionRules, type FieldNode, type Report, rules } from './rule';
export { ofCustomResource, typedPods } from './typed-pods';
export { findingOf, type ValidateOptions, validate } from './validate';
