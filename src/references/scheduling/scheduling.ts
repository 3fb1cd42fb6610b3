import { DEFAULT_NAMESPACE } from '../../facts';
import { isEmptySelector, selectorMatches, selectorText } from '../../values';
import { valuesAt } from '../edges';
import { namespaceOf, type Workload } from '../input/placed';
import { deployment } from '../rule/examples';
import { nearLabels, type Target, Targets } from '../rule/near-labels';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { namespacesOf } from './affinity-terms';

const spreading = (app: string) =>
  deployment(
    {},
    {},
    {
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'kubernetes.io/hostname',
          whenUnsatisfiable: 'DoNotSchedule',
          labelSelector: { matchLabels: { app } },
        },
      ],
    },
  );

export const spreadSelector: ReferenceRule = {
  id: 'spread-selects-nothing',
  message: 'the constraint does not count these pods: their labels do not match the selector app=shopp',
  why: 'A topology spread constraint counts the pods that its selector matches. One that does not match its own pods spreads nothing.',
  severity: 'warning',
  hint: 'use the labels of the pod template in labelSelector',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  refused: [spreading('shopp')],
  accepted: [spreading('shop')],
  on: 'pod',
  check: (subject) => {
    const { pod } = subject as Workload;
    return (pod.spec.topologySpreadConstraints ?? []).flatMap((constraint: any, index: number): Dangling[] => {
      const selector = constraint?.labelSelector;
      if (selector === undefined || selectorMatches(selector, pod.metadata?.labels ?? {})) return [];
      const field = `${pod.specPath}.topologySpreadConstraints[${index}].labelSelector`;
      const message = `the constraint does not count these pods: their labels do not match the selector ${selectorText(selector)}`;
      return [{ field, message, ...nearHint(selector, [targetOf(subject as Workload)]), certainty: 'likely' }];
    });
  },
};

const near = (app: string) =>
  deployment(
    {},
    {},
    {
      affinity: {
        podAntiAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app } } },
          ],
        },
      },
    },
  );

const TERMS = ['podAffinity', 'podAntiAffinity'].flatMap((type) => [
  `affinity.${type}.requiredDuringSchedulingIgnoredDuringExecution[]`,
  `affinity.${type}.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm`,
]);

export const affinitySelector: ReferenceRule = {
  id: 'affinity-selects-nothing',
  message: 'no pods match the selector app=shopp of the term',
  why: 'Pod affinity to pods that do not exist keeps the pod Pending; anti-affinity to them keeps nothing apart.',
  severity: 'warning',
  hint: 'use the labels of the pod template that is meant',
  source:
    'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
  refused: [near('shopp')],
  accepted: [near('shop')],
  on: 'pod',
  check: (subject, cluster) => {
    const { object, pod } = subject as Workload;
    return TERMS.flatMap((path) => valuesAt(pod.spec, path, pod.specPath)).flatMap(({ value, field }): Dangling[] => {
      const { labelSelector, namespaces, namespaceSelector } = value ?? {};
      if (labelSelector === undefined || isEmptySelector(labelSelector)) return [];
      const among = namespacesOf(namespaces, namespaceSelector, namespaceOf(object), cluster);
      if (among.some((namespace) => cluster.selected(namespace, labelSelector).length > 0)) return [];
      if (among.some((namespace) => cluster.produced.mayBeSelected(namespace, labelSelector))) return [];
      const isOwned = among.some((namespace) => cluster.workloadsIn(namespace).length > 0);
      // Names of namespaces that leave out the one where the pods are.
      const elsewhere = cluster.namespaceSelected(labelSelector, among);
      const there = elsewhere === undefined ? undefined : `namespace ${elsewhere || DEFAULT_NAMESPACE}`;
      const message = `no pods match the selector ${selectorText(labelSelector)} of the term${there === undefined ? '' : `; pods in ${there} do`}`;
      const hint =
        there === undefined
          ? nearHint(labelSelector, Targets.of('pod', cluster).inNamespaces(among))
          : { hint: `select ${there} in namespaces or namespaceSelector of the term` };
      const certainty = isOwned || there !== undefined ? 'likely' : 'external';
      return [{ field: `${field}.labelSelector`, message, ...hint, certainty }];
    });
  },
};

function targetOf({ object, pod }: Workload): Target {
  return { object, labels: pod.metadata?.labels ?? {} };
}

/** The labels that are most like those of a selector. */
function nearHint({ matchLabels }: any, targets: readonly Target[]): Pick<Dangling, 'hint'> {
  const near = nearLabels(Object.entries(Object(matchLabels)), targets);
  return near === undefined ? {} : { hint: `${near}; use the labels of the pod template` };
}
