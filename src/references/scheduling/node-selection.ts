import { selectorMatches, selectorText } from '../../values';
import { valuesAt } from '../edges';
import type { Workload } from '../input/placed';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { AFFINITY, contradictsItself, isRange, requirementsOf, TERMS } from './node-terms';
import { unreachableVolumes } from './volume-nodes';

const onNode = (zone: string) =>
  deployment(
    {},
    {},
    {
      nodeSelector: { 'topology.kubernetes.io/zone': 'a' },
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: [zone] }] },
            ],
          },
        },
      },
    },
  );

export const nodeSelectorContradiction: ReferenceRule = {
  id: 'node-selector-contradiction',
  isConflict: true,
  message:
    'no node can match both nodeSelector topology.kubernetes.io/zone=a and the required node affinity topology.kubernetes.io/zone in (b)',
  why: 'A node must match nodeSelector, one term of the required node affinity, and one of each bound volume; a pod that no node can match stays Pending.',
  hint: 'require the same labels in both, or use one of them',
  source: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity',
  refused: [onNode('b')],
  accepted: [onNode('a')],
  on: 'pod',
  check: (subject, cluster) => {
    const { pod } = subject as Workload;
    const os = pod.spec.os?.name;
    const labels: Readonly<Record<string, string>> = pod.spec.nodeSelector ?? {};
    const wrong = (field: string, message: string): Dangling[] => [
      { field: `${pod.specPath}.${field}`, message, certainty: 'wrong' },
    ];
    const selected = labels[OS];
    if (os !== undefined && selected !== undefined && os !== selected) {
      // The rule of the kubelet about the same is of this field too.
      return wrong('os.name', `nodes with ${selected} cannot run a pod for ${os}`);
    }
    const terms: any[] = valuesAt(pod.spec, TERMS).map(({ value }) => value);
    if (terms.length === 0) return unreachableVolumes(subject as Workload, cluster);
    const known = { ...(os !== undefined && { [OS]: os }), ...labels };
    const possible = terms.filter((term) => !contradictsItself(term));
    if (possible.length === 0)
      return wrong(AFFINITY, 'no node can match the required node affinity: its requirements exclude each other');
    if (possible.some((term) => canMatch(term, known))) return unreachableVolumes(subject as Workload, cluster);
    if (possible.some((term) => canMatch(term, labels)))
      return wrong(AFFINITY, `nodes of the required node affinity cannot run a pod for ${os}`);
    const excluding = possible.flatMap((term) => requirementsOf(term).filter((one) => excludes(one, labels)));
    const selecting = Object.fromEntries(excluding.map(({ key }) => [key, labels[key]!]));
    return wrong('nodeSelector', contradiction(selectorText({ matchLabels: selecting }), excluding));
  },
};

const OS = 'kubernetes.io/os';

/** Whether a node with these labels can match a term. */
function canMatch(term: any, labels: Readonly<Record<string, string>>): boolean {
  return requirementsOf(term).every((requirement) => !excludes(requirement, labels));
}

/** Whether a requirement is about one of these labels, and excludes its value. */
function excludes(requirement: any, labels: Readonly<Record<string, string>>): boolean {
  if (!Object.hasOwn(labels, requirement.key) || isRange(requirement)) return false;
  return !selectorMatches({ matchExpressions: [requirement] }, labels);
}

function contradiction(selecting: string, excluding: readonly any[]): string {
  const affinity = selectorText({ matchExpressions: excluding });
  return `no node can match both nodeSelector ${selecting} and the required node affinity ${affinity}`;
}
