import { groupKindOf, refersTo } from '../../facts';
import { isZeroOrZeroPercent } from '../../values';
import { type Cluster, namespaceOf, type Workload } from '../input/cluster';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { claimsOf, isOnOneNode, limitOf, singleMode } from './claim-nodes';

const claim = (mode: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: [mode], resources: { requests: { storage: '5Gi' } } },
});
const mounting = deployment(
  { replicas: 2 },
  {},
  { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
);

/** A claim for one node, and pods that the scheduler places on several. */
export const sharedClaim: ReferenceRule = {
  id: 'claim-of-several-pods',
  isConflict: true,
  severity: 'warning',
  message: 'claim "data" (ReadWriteOnce) can be mounted on one node at a time, and Deployment "shop" has 2 pods',
  why: 'A ReadWriteOnce volume is attached to one node. A pod on another node stays in ContainerCreating (Multi-Attach error): a second replica, or the new pod of a rolling update while the old one is running.',
  hint: 'use replicas: 1 and the strategy Recreate, storage of each pod in a StatefulSet, or the access mode ReadWriteMany; in a program use SingletonApp, or Scaling.fixed(1) and Rollout.recreate()',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  refused: [claim('ReadWriteOnce'), mounting],
  accepted: [claim('ReadWriteMany'), mounting],
  on: 'pod',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    const { object, pod } = workload;
    const several = severalPods(object, cluster);
    if (several === undefined) return [];
    return claimsOf(workload).flatMap(({ name, field }): Dangling[] => {
      const mode = singleMode(cluster.find('/PersistentVolumeClaim', namespaceOf(object), name)?.spec, cluster);
      if (mode === undefined || (mode === 'ReadWriteOnce' && isOnOneNode(pod.spec))) return [];
      const { reason, hint, always } = several;
      // The scheduler leaves the second pod Pending.
      const certainty = mode === 'ReadWriteOncePod' && always === true ? 'wrong' : 'likely';
      return [
        { field, message: `${limitOf(name, mode)}, and ${reason}`, ...(hint !== undefined && { hint }), certainty },
      ];
    });
  },
};

interface SeveralPods {
  readonly reason: string;
  readonly hint?: string;
  /** From the start, and for as long as the object exists. */
  readonly always?: boolean;
}

/** Why there are several pods at a time; undefined when there is one. */
function severalPods(object: any, cluster: Cluster): SeveralPods | undefined {
  const kind = groupKindOf(object);
  const { spec = {}, metadata } = object;
  const name = `${object.kind} ${JSON.stringify(metadata?.name)}`;
  if (kind === 'apps/DaemonSet') return { reason: `${name} has a pod on every node` };
  if (kind === 'batch/Job') return severalOfJob(name, spec);
  if (kind === 'batch/CronJob') {
    const { concurrencyPolicy = 'Allow', jobTemplate } = spec;
    const overlap = {
      reason: `${name} starts a run while the last one is running (concurrencyPolicy Allow)`,
      hint: 'set concurrencyPolicy to Forbid or Replace',
    };
    return severalOfJob(name, jobTemplate?.spec) ?? (concurrencyPolicy === 'Allow' ? overlap : undefined);
  }
  if (kind === 'Pod') return undefined;
  const scaled = mostReplicas(object, cluster);
  const pods = Math.max(spec.replicas ?? 1, scaled);
  if (pods > 1) {
    const upTo = spec.replicas === undefined ? 'up to ' : '';
    return { reason: `${name} has ${upTo}${pods} pods`, always: scaled === 0 };
  }
  if (kind !== 'apps/Deployment' || pods === 0 || spec.strategy?.type === 'Recreate') return undefined;
  const { maxSurge = '25%' } = spec.strategy?.rollingUpdate ?? {};
  if (isZeroOrZeroPercent(maxSurge)) return undefined;
  return { reason: `a rolling update of ${name} starts the new pod before the old one ends` };
}

function severalOfJob(name: string, spec: any): SeveralPods | undefined {
  const { parallelism = 1, completions } = spec ?? {};
  const pods = Math.min(parallelism, completions ?? parallelism);
  return pods > 1
    ? {
        reason: `${name} has ${pods} pods at a time`,
        hint: 'set parallelism to 1, or use the access mode ReadWriteMany',
      }
    : undefined;
}

/** What an autoscaler may scale the object to. */
function mostReplicas(object: any, cluster: Cluster): number {
  const found = cluster
    .all('autoscaling/HorizontalPodAutoscaler', namespaceOf(object) || null)
    .filter(({ object: autoscaler }) => refersTo(autoscaler.spec?.scaleTargetRef, object))
    .map(({ object: autoscaler }) => Number(autoscaler.spec?.maxReplicas ?? 0));
  return Math.max(0, ...found);
}
