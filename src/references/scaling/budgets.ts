import { factsOf, groupKindOf, hasNoScale, refersTo } from '../../facts';
import { podsOf } from '../../values';
import type { Cluster, Workload } from '../input/cluster';
import { namespaceOf } from '../input/placed';
import { deployment } from '../rule/examples';
import type { ReferenceRule } from '../rule/reference-rule';
import { selectionRule } from '../rule/selection-rules';
import { scalersIn } from './autoscalers';

const PAGE = 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/';
const ON = 'policy/PodDisruptionBudget';
const budget = (spec: object, name = 'shop') => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name },
  spec: { selector: { matchLabels: { app: 'shop' } }, ...spec },
});

export const budgetSelector = selectionRule({
  id: 'budget-selects-nothing',
  message: 'the budget matches no pods',
  why: 'A budget that matches no pods has no effect.',
  severity: 'warning',
  hint: 'use the labels of the pod template in the selector',
  source: PAGE,
  refused: [deployment(), budget({ maxUnavailable: 1, selector: { matchLabels: { app: 'shopp' } } })],
  accepted: [deployment(), budget({ maxUnavailable: 1 })],
});

export const budgetBlocks: ReferenceRule = {
  id: 'budget-blocks-eviction',
  isConflict: true,
  severity: 'warning',
  message: 'the budget blocks every eviction',
  why: 'If no pod can be evicted, nodes cannot be drained, which blocks cluster upgrades. The API allows that, for those who want to be asked before.',
  hint: 'allow at least one eviction: maxUnavailable 1, or minAvailable below the number of replicas',
  source: PAGE,
  refused: [deployment({ replicas: 2 }), budget({ minAvailable: 2 })],
  accepted: [deployment({ replicas: 2 }), budget({ minAvailable: 1 })],
  on: ON,
  check: ({ object }, cluster) => {
    const { minAvailable, maxUnavailable, selector } = object.spec ?? {};
    const workloads = selector === undefined ? [] : cluster.selected(namespaceOf(object), selector);
    if (workloads.length === 0) return [];
    const field = `spec.${maxUnavailable === undefined ? 'minAvailable' : 'maxUnavailable'}`;
    const isNever = (count: number) =>
      maxUnavailable === undefined
        ? podsOf(minAvailable ?? 0, count, 'up') >= count
        : podsOf(maxUnavailable, count, 'up') === 0;
    const counts = workloads.map((workload) => replicasOf(workload, cluster));
    if (counts.some((count) => count === undefined)) {
      const isNone = ['0', '0%'].includes(String(maxUnavailable)) || minAvailable === '100%';
      return isNone ? [{ field, message: 'no pod can ever be evicted', certainty: 'likely' }] : [];
    }
    const sum = (bound: 'minimum' | 'maximum') => counts.reduce((total, count) => total + count![bound], 0);
    const [minimum, maximum] = [sum('minimum'), sum('maximum')];
    // A percentage is rounded up, to all pods of a few.
    const rounded = (count: number) => {
      const share = /^\d+%$/.test(String(minAvailable)) && minAvailable !== '100%' ? `${minAvailable} of ` : '';
      return `${share}${count} ${count === 1 ? 'replica' : 'replicas'}${share && ` is rounded up to ${count}`}`;
    };
    if (maximum > 0 && isNever(maximum)) {
      return [{ field, message: `no pod can ever be evicted (${rounded(maximum)})`, certainty: 'likely' }];
    }
    return minimum > 0 && isNever(minimum)
      ? [{ field, message: `no pod can be evicted at the minimum: ${rounded(minimum)}`, certainty: 'likely' }]
      : [];
  },
};

/** How many pods a workload has; undefined when that depends on nodes or on runs. */
function replicasOf({ object }: Workload, cluster: Cluster): { minimum: number; maximum: number } | undefined {
  if (groupKindOf(object) === 'Pod') return { minimum: 1, maximum: 1 };
  if (factsOf(object).pods !== 'replicas') return undefined;
  const scaler = scalersIn(namespaceOf(object), cluster).find(({ target }) => refersTo(target, object));
  const replicas = object.spec?.replicas ?? 1;
  return scaler ?? { minimum: replicas, maximum: replicas };
}

const barePod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'shop', labels: { app: 'shop' } },
  spec: { containers: [{ name: 'shop', image: 'shop:1' }] },
};

export const budgetUncountable: ReferenceRule = {
  id: 'budget-not-countable',
  isConflict: true,
  message: 'the controller cannot count the pods of Pod "shop": no pod can ever be evicted',
  why: 'For maxUnavailable and for percentages the controller needs the intended number of pods, from the scale subresource of what created them. Where there is none, it allows no eviction.',
  hint: 'use minAvailable with a number for pods that no Deployment, StatefulSet, ReplicaSet or other scalable object creates',
  source: `${PAGE}#arbitrary-controllers-and-selectors`,
  refused: [barePod, budget({ maxUnavailable: 1 })],
  accepted: [barePod, budget({ minAvailable: 0 })],
  on: ON,
  check: ({ object }, cluster) => {
    const { minAvailable, maxUnavailable, selector } = object.spec ?? {};
    if (selector === undefined || (maxUnavailable === undefined && typeof minAvailable !== 'string')) return [];
    const workloads = cluster.selected(namespaceOf(object), selector);
    const uncounted = workloads.find(({ object: workload }) => hasNoScale(workload));
    // Pods without a controller do not count beside others.
    if (uncounted === undefined || (isBare(uncounted) && !workloads.every(isBare))) return [];
    const named = `${uncounted.object.kind} ${JSON.stringify(uncounted.object.metadata?.name)}`;
    const message = `the controller cannot count the pods of ${named}: no pod can ever be evicted`;
    const field = `spec.${maxUnavailable === undefined ? 'minAvailable' : 'maxUnavailable'}`;
    // Draining a node leaves the pods of a DaemonSet alone.
    const isDrained = groupKindOf(uncounted.object) !== 'apps/DaemonSet';
    return [{ field, message, certainty: isDrained ? 'wrong' : 'likely' }];
  },
};

function isBare({ object }: Workload): boolean {
  return groupKindOf(object) === 'Pod';
}

export const budgetOverlap: ReferenceRule = {
  id: 'budget-overlap',
  isConflict: true,
  message: 'PodDisruptionBudget "other" selects the pods of Deployment "shop" too',
  why: 'The server refuses every eviction of a pod that several budgets select.',
  hint: 'use one budget for these pods',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/',
  refused: [deployment(), budget({ maxUnavailable: 1 }), budget({ maxUnavailable: 1 }, 'other')],
  accepted: [deployment(), budget({ maxUnavailable: 1 })],
  on: ON,
  check: ({ object, document }, cluster) => {
    const namespace = namespaceOf(object);
    const own = new Set(object.spec?.selector === undefined ? [] : cluster.selected(namespace, object.spec.selector));
    for (const earlier of cluster.all(ON, namespace)) {
      const { metadata, spec } = earlier.object;
      if (earlier.document >= document || metadata?.name === object.metadata?.name || spec?.selector === undefined)
        continue;
      const shared = cluster.selected(namespace, spec.selector).find((workload) => own.has(workload));
      if (shared === undefined) continue;
      const named = `${shared.object.kind} ${JSON.stringify(shared.object.metadata?.name)}`;
      const message = `PodDisruptionBudget ${JSON.stringify(metadata?.name)} selects the pods of ${named} too`;
      return [{ field: 'spec.selector', message, certainty: 'wrong' }];
    }
    return [];
  },
};
