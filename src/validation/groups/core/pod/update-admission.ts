import { ownField } from '../../../../values';
import type { GeneratedValues, UpdateChanges } from '../../../rule';

const NO_EXECUTE = 'NoExecute';
/** Taints of nodes that are in trouble, which pods tolerate for five minutes (plugin DefaultTolerationSeconds). */
const TAINTS = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];
const FIVE_MINUTES = 300;
const PRIORITIES: Readonly<Record<string, number>> = {
  'system-node-critical': 2_000_001_000,
  'system-cluster-critical': 2_000_000_000,
};

function addTolerations(spec: any): void {
  const own: readonly any[] = spec.tolerations ?? [];
  const added = TAINTS.filter(
    (taint) => !own.some(({ key, effect }) => isAbout(key, taint) && isAbout(effect, NO_EXECUTE)),
  );
  if (added.length === 0) return;
  const toleration = { operator: 'Exists', effect: NO_EXECUTE, tolerationSeconds: FIVE_MINUTES };
  spec.tolerations = [...own, ...added.map((key) => ({ key, ...toleration }))];
}

/** Nothing stands for everything. */
function isAbout(own: unknown, what: string): boolean {
  return own === undefined || own === '' || own === what;
}

/** What admission plugins that are on by default add to a new pod. */
export const generatedOfPods: GeneratedValues = {
  'io.k8s.api.core.v1.Pod': ({ spec }) => {
    addTolerations(spec);
    spec.priority ??= ownField(PRIORITIES, spec.priorityClassName) ?? 0;
    spec.preemptionPolicy ??= 'PreemptLowerPriority';
  },
};

/** What the same plugins add or keep when a pod is updated. */
export const podUpdatePreparations: UpdateChanges = {
  'io.k8s.api.core.v1.Pod': (after, before) => {
    addTolerations(after.spec);
    after.spec.priority ??= before.spec.priority;
    after.spec.preemptionPolicy ??= before.spec.preemptionPolicy;
  },
};
