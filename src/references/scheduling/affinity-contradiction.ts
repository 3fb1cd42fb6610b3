import { isDeepStrictEqual } from 'node:util';
import { selectorText } from '../../values';
import type { Cluster } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import type { Workload } from '../input/placed';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { REQUIRED, type RequiredTerm, requiredTerms } from './affinity-terms';

const HOSTNAME = 'kubernetes.io/hostname';
const beside = (topologyKey: string) => {
  const term = { labelSelector: { matchLabels: { app: 'db' } } };
  const podAffinity = { [REQUIRED]: [{ ...term, topologyKey }] };
  const podAntiAffinity = { [REQUIRED]: [{ ...term, topologyKey: HOSTNAME }] };
  const db = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'db', labels: { app: 'db' } } };
  return [
    deployment({}, {}, { affinity: { podAffinity, podAntiAffinity } }),
    { ...db, spec: { containers: [{ name: 'db', image: 'db:1' }] } },
  ];
};

export const affinityContradiction: ReferenceRule = {
  id: 'affinity-contradiction',
  isConflict: true,
  message: 'the pod must run beside the pods app=db and apart from them',
  why: 'A required term of podAffinity and one of podAntiAffinity, of either pod, for the same pods and the same topologyKey cannot both be met: the pod stays Pending. So do pods that wait for each other: only one that matches its own terms can be the first.',
  hint: 'remove one of the terms, or use another topologyKey: together in a zone, apart on nodes',
  source:
    'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity',
  refused: beside(HOSTNAME),
  accepted: beside('topology.kubernetes.io/zone'),
  on: 'pod',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    const together = requiredTerms(workload, 'podAffinity', cluster);
    if (together.length === 0) return [];
    const apart = requiredTerms(workload, 'podAntiAffinity', cluster);
    const contradicting = together.flatMap((term): Dangling[] => {
      const { value, field, pods, isOpen } = term;
      const isSame = apart.some((one) => isDeepStrictEqual(one.value, value));
      const isApart = isSame || (pods.size > 0 && [...pods].every((one) => isKeptApart(one, term, apart)));
      // The first of the pods that a term is about runs without others.
      const isFirst = (workload.object.spec?.replicas ?? 1) < 2 && (isOpen || pods.has(workload));
      if (!isApart || value?.labelSelector === undefined || isFirst) return [];
      const message = `the pod must run beside the pods ${selectorText(value.labelSelector)} and apart from them`;
      // Other pods may match one of two terms that are written differently.
      return [{ field, message, certainty: isSame ? 'wrong' : 'likely' }];
    });
    return contradicting.length > 0 ? contradicting : waitingForEachOther(workload, together, cluster);

    /** Whether a term of either pod keeps both out of the domain that they must share; those on one node share all. */
    function isKeptApart(other: Workload, { value }: RequiredTerm, own: readonly RequiredTerm[]): boolean {
      const isWider = (one: RequiredTerm) =>
        value.topologyKey === HOSTNAME || one.value.topologyKey === value.topologyKey;
      return (
        own.some((one) => isWider(one) && one.pods.has(other)) ||
        requiredTerms(other, 'podAntiAffinity', cluster).some((one) => isWider(one) && one.pods.has(workload))
      );
    }
  },
};

/**
 * The term of a pod that waits for pods that wait too. The scheduler places a pod whose terms no pod matches only if the pod matches
 * all of them itself.
 */
function waitingForEachOther(workload: Workload, [first]: readonly RequiredTerm[], cluster: Cluster): Dangling[] {
  const others = waitingIn.in(cluster, undefined).get(workload);
  if (others === undefined || first === undefined) return [];
  const names = [...others].map(({ object }) => `${object.kind} ${JSON.stringify(object.metadata?.name)}`).join(', ');
  const message = `the pods wait for those of ${names} (${selectorText(first.value.labelSelector)}), which wait for others too: none can be the first`;
  const hint = 'remove the term of one of them, or make it a preferred one';
  return [{ field: first.field, message, hint, certainty: 'likely' }];
}

/** The workloads whose pods can only be scheduled beside those of others of them. */
const waitingIn = new FoundOnce((_: undefined, cluster): ReadonlyMap<Workload, ReadonlySet<Workload>> => {
  const waiting = new Map<Workload, ReadonlySet<Workload>>();
  for (const workload of cluster.workloads) {
    const terms = requiredTerms(workload, 'podAffinity', cluster);
    // A pod that matches some of the terms does not count.
    const pods = new Set([...(terms[0]?.pods ?? [])].filter((one) => terms.every((term) => term.pods.has(one))));
    if (pods.size > 0 && !pods.has(workload)) waiting.set(workload, pods);
  }
  let size: number;
  do {
    size = waiting.size;
    for (const [workload, pods] of waiting) if ([...pods].some((one) => !waiting.has(one))) waiting.delete(workload);
  } while (size !== waiting.size);
  return waiting;
});
