/**
 * `cdk8s-patterns/validation`: the checks of manifests without constructs, what they need (custom resources, a reader of
 * files) and what makes reports of their findings.
 *
 * @example
 * const manifests = readManifests(readFileSync('shop.yaml'), 'shop.yaml');
 * const customResources = bundledCustomResources().with(loadCustomResources('imports/crds'));
 * const findings = validate(manifests.map(({ object }) => object), { kubernetesVersion: ['1.28', '1.36'], customResources });
 */
export {
  type Acknowledgement,
  type Check,
  type CheckOptions,
  checkManifests,
  type ExternalKeysOptions,
  type ExternalObject,
  type ExternalOptions,
  type ExternalServiceOptions,
  external,
  type ManifestInput,
  type ReadingFinding,
} from './check';
export { KUBERNETES_VERSIONS, type KubernetesVersion, NEWEST_VERSION } from './facts';
export type { Category, Finding, InputObject, InputOrigin, RawFinding, Reason, Severity } from './findings';
export type { ImageFacts, ImageFactsProps, ImagePort, WrittenPath } from './images';
export { checkPolicy, type PodSecurityLevel, type PolicyOptions } from './policy';
export { type Position, type ReadingIssue, type ReadManifest, readManifests } from './reading';
export { checkReferences, type ReferenceOptions } from './references';
export {
  countFindings,
  formatGithub,
  formatJson,
  formatJunit,
  formatSarif,
  formatText,
  type Summary,
  type TextOptions,
  type Verdict,
} from './report';
export { checkRuntime, type NodeSize, type NodeTaint, type RuntimeOptions } from './runtime';
export {
  bundledCustomResources,
  type CustomResource,
  type CustomResourceDocument,
  type CustomResourceNames,
  type CustomResourceSchema,
  CustomResources,
  type CustomResourceVersion,
  loadCustomResources,
  type Scope,
  type ValidationExpression,
} from './schema';
export { readCustomResourceDefinitions } from './schema/imports';
export { type ApplyMode, checkUpgrade, type UpgradeOptions } from './upgrade';
export { type ValidateOptions, validate } from './validation';
