import { isKind } from '../../facts';
import { type Cluster, namespaceOf, type Workload } from '../input/cluster';
import { PairIndex } from '../input/cluster-index';
import { FoundOnce } from '../input/found-once';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { areOnOneNode, claimSpecOf, claimsOf, limitOf, singleMode } from './claim-nodes';

const claim = (mode: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: [mode], resources: { requests: { storage: '5Gi' } } },
});
const mounting = (name: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    strategy: { type: 'Recreate' },
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        containers: [{ name, image: `${name}:1` }],
        volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
      },
    },
  },
});

/** A claim for one node or one pod, and two objects whose pods mount it. */
export const claimOfWorkloads: ReferenceRule = {
  id: 'claim-of-several-workloads',
  isConflict: true,
  severity: 'warning',
  message:
    'claim "data" (ReadWriteOnce) can be mounted on one node at a time, and the pods of Deployment "shop", which mount it too, may be on another one',
  why: 'A ReadWriteOnce volume is attached to one node, read-only mounts included. A pod of another workload that is scheduled to another node stays in ContainerCreating (Multi-Attach error). With ReadWriteOncePod the second pod stays Pending, on any node. A Job that runs once may be for a time when the other has no pods (a note).',
  hint: 'use the access mode ReadWriteMany, or a required podAffinity to the pods of the other workload with topologyKey kubernetes.io/hostname; acknowledge the finding for a cluster of one node',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  refused: [claim('ReadWriteOnce'), mounting('shop'), mounting('worker')],
  accepted: [claim('ReadWriteMany'), mounting('shop'), mounting('worker')],
  on: 'pod',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    if (!hasPods(workload.object)) return [];
    return claimsOf(workload).flatMap(({ name, field }): Dangling[] => {
      const { spec, creator, ordinal } = claimSpecOf(name, workload, cluster);
      const mode = singleMode(spec, cluster);
      if (mode === undefined) return [];
      const other = creator ?? earlierUser(name, workload, cluster);
      if (other === undefined || (mode === 'ReadWriteOnce' && areOnOneNode(workload, other, ordinal))) return [];
      const limit = limitOf(name, mode);
      const subjectOf = nameOf(other.object);
      if (mode === 'ReadWriteOnce') {
        const message = `${limit}, and the pods of ${subjectOf}, which mount it too, may be on another one`;
        const running = isKind(workload.object, 'batch/Job') ? subjectOf : nameOf(workload.object);
        const hint = `run the Job while ${running} has no pods, or on the node of its pod, by a required podAffinity with topologyKey kubernetes.io/hostname`;
        const isNote = areOnceAndForever(workload.object, other.object);
        return [{ field, message, certainty: 'likely', ...(isNote && { hint, severity: 'note' }) }];
      }
      const message = `${limit}, and ${subjectOf} mounts it too`;
      const hint = 'use a claim for each workload, or the access mode ReadWriteMany';
      const isForever = runsForever(workload.object) && runsForever(other.object);
      return [{ field, message, hint, certainty: isForever ? 'wrong' : 'likely' }];
    });
  },
};

/** An earlier object of the input whose pods use the claim too. */
function earlierUser(name: string, { object, document }: Workload, cluster: Cluster): Workload | undefined {
  const [first] = usersOf.in(cluster, undefined).get(name, namespaceOf(object));
  return first !== undefined && first.document < document ? first : undefined;
}

/** Workloads with pods by the claims that they mount, in their order. */
const usersOf = new FoundOnce((_: undefined, cluster) => {
  const users = new PairIndex<Workload>();
  for (const workload of cluster.workloads.filter(({ object }) => hasPods(object))) {
    for (const { name } of claimsOf(workload)) users.add(workload, name, namespaceOf(workload.object));
  }
  return users;
});

/** Whether the object has pods as soon as it is applied, or at a time of its schedule. */
function hasPods({ spec }: any): boolean {
  return spec?.replicas !== 0 && spec?.suspend !== true;
}

function nameOf({ kind, metadata }: any): string {
  return `${kind} ${JSON.stringify(metadata?.name)}`;
}

/** Whether one is a Job, as one that restores data, which may be meant for when the other has no pods. */
function areOnceAndForever(one: any, other: any): boolean {
  return [one, other].some((object) => isKind(object, 'batch/Job')) && [one, other].some(runsForever);
}

/** Pods of Jobs end; then the next pod is scheduled. */
function runsForever(object: any): boolean {
  return !isKind(object, 'batch/Job') && !isKind(object, 'batch/CronJob') && !isKind(object, 'Pod');
}
