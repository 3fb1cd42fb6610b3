import { GATE_CHANGES } from './generated/feature-gates';

/** Gates that were gone before the sources of the generated table: the comments of pkg/features of 1.30 have their versions. */
const REMOVED_GATES = {
  AppArmorFields: [30],
  PodHostIPs: [29],
} as const;

const ALL_CHANGES = { ...GATE_CHANGES, ...REMOVED_GATES };

/** Name of a feature gate of kube-apiserver, such as `PodLevelResources`. */
export type FeatureGate = keyof typeof ALL_CHANGES;

const byMinor = new Map<number, ReadonlySet<FeatureGate>>();

/**
 * Feature gates that kube-apiserver of a minor version has on by default.
 *
 * @param minor 36 for 1.36
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
 * @example
 * if (gatesOf(node.minor).has('PodLevelResources')) …
 */
export function gatesOf(minor: number): ReadonlySet<FeatureGate> {
  let gates = byMinor.get(minor);
  if (gates === undefined) {
    gates = new Set((Object.keys(ALL_CHANGES) as FeatureGate[]).filter((gate) => isOn(gate, minor)));
    byMinor.set(minor, gates);
  }
  return gates;
}

function isOn(gate: FeatureGate, minor: number): boolean {
  const changes: readonly number[] = ALL_CHANGES[gate];
  return changes.filter((change) => change <= minor).length % 2 === 1;
}
