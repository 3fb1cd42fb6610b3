/** Node labels that got another name when they became stable, and since when the old one is deprecated. */
const STABLE_NAMES: ReadonlyMap<string, readonly [since: string, stable: string]> = new Map([
  ['beta.kubernetes.io/arch', ['v1.14', 'kubernetes.io/arch']],
  ['beta.kubernetes.io/os', ['v1.14', 'kubernetes.io/os']],
  ['failure-domain.beta.kubernetes.io/region', ['v1.17', 'topology.kubernetes.io/region']],
  ['failure-domain.beta.kubernetes.io/zone', ['v1.17', 'topology.kubernetes.io/zone']],
  ['beta.kubernetes.io/instance-type', ['v1.17', 'node.kubernetes.io/instance-type']],
]);

/** What the server says about other node labels that were replaced. */
const MESSAGES: ReadonlyMap<string, string> = new Map([
  ['app.kubernetes.io/created-by', 'deprecated since v1.9'],
  ['scheduler.alpha.kubernetes.io/preferAvoidPods', 'deprecated since v1.22; use Taints and Tolerations instead'],
  ['node-role.kubernetes.io/master', 'use "node-role.kubernetes.io/control-plane" instead'],
]);

/** The name that a label got when it became stable (`betaToGALabel` of pkg/apis/core/validation). */
export function stableNodeLabel(label: string): string | undefined {
  return STABLE_NAMES.get(label)?.[1];
}

/** The words of the warning; undefined for a label that is fine. */
export function deprecatedNodeLabel(label: string): string | undefined {
  const renamed = STABLE_NAMES.get(label);
  return renamed === undefined ? MESSAGES.get(label) : `deprecated since ${renamed[0]}; use "${renamed[1]}" instead`;
}
