import { groupKindOf, refersTo } from '../facts';
import { type Cluster, namespaceOf, type Workload } from './cluster';
import { deployment } from './examples';
import type { Dangling, ReferenceRule } from './reference-rule';

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

const HOSTNAME = 'kubernetes.io/hostname';
const SHARED_MODES = ['ReadWriteMany', 'ReadOnlyMany'];
/** Volumes that every node mounts whatever the mode is, or that are of one node, where all pods go. */
const UNLIMITED_SOURCES = ['nfs', 'hostPath', 'local'];

/** A claim for one node, and pods that the scheduler places on several. */
export const sharedClaim: ReferenceRule = {
  id: 'claim-of-several-pods',
  severity: 'warning',
  message: 'claim "data" (ReadWriteOnce) can be mounted on one node at a time, and Deployment "shop" has 2 pods',
  why: 'A ReadWriteOnce volume is attached to one node. A pod on another node stays in ContainerCreating (Multi-Attach error): a second replica, or the new pod of a rolling update while the old one is running.',
  hint: 'use one pod and the strategy Recreate (in a program SingletonApp, or Scaling.fixed(1) and Rollout.recreate()), storage of each pod in a StatefulSet, or the access mode ReadWriteMany',
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  refused: [claim('ReadWriteOnce'), mounting],
  accepted: [claim('ReadWriteMany'), mounting],
  on: 'pod',
  check: (subject, cluster) => {
    const workload = subject as Workload;
    const { object, pod } = workload;
    const reason = isOnOneNode(pod.spec) ? undefined : severalPods(object, cluster);
    const volumes: any[] = pod.spec.volumes ?? [];
    return volumes.flatMap((volume, index): Dangling[] => {
      const name = volume?.persistentVolumeClaim?.claimName;
      const mode = singleMode(cluster.find('/PersistentVolumeClaim', namespaceOf(object), name), cluster);
      const why = reason ?? (mode === 'ReadWriteOncePod' ? otherUser(workload, name, cluster) : undefined);
      if (mode === undefined || why === undefined) return [];
      const where = mode === 'ReadWriteOncePod' ? 'by one pod' : 'on one node';
      return [
        {
          field: `${pod.specPath}.volumes[${index}].persistentVolumeClaim.claimName`,
          message: `claim ${JSON.stringify(name)} (${mode}) can be mounted ${where} at a time, and ${why}`,
          certainty: 'likely',
        },
      ];
    });
  },
};

/** The access mode of a claim for one node or one pod; undefined for one that several nodes can mount, or an unknown one. */
function singleMode(object: any, cluster: Cluster): string | undefined {
  const modes: string[] = object?.spec?.accessModes ?? [];
  if (modes.length === 0 || modes.some((mode) => SHARED_MODES.includes(mode))) return undefined;
  const volume = cluster.find('/PersistentVolume', null, object.spec.volumeName)?.spec ?? {};
  return UNLIMITED_SOURCES.some((source) => volume[source] !== undefined) ? undefined : modes[0];
}

/** Why there are several pods at a time; undefined when there is one. */
function severalPods(object: any, cluster: Cluster): string | undefined {
  const kind = groupKindOf(object);
  const { spec = {}, metadata } = object;
  const name = `${object.kind} ${JSON.stringify(metadata?.name)}`;
  if (kind === 'apps/DaemonSet') return `${name} has a pod on every node`;
  if (kind === 'batch/Job' || kind === 'batch/CronJob') {
    const { parallelism = 1, completions } = (kind === 'batch/Job' ? spec : spec.jobTemplate?.spec) ?? {};
    const pods = Math.min(parallelism, completions ?? parallelism);
    return pods > 1 ? `${name} has ${pods} pods at a time` : undefined;
  }
  if (kind === 'Pod') return undefined;
  const pods = Math.max(spec.replicas ?? 1, mostReplicas(object, cluster));
  if (pods > 1) return `${name} has ${spec.replicas === undefined ? 'up to ' : ''}${pods} pods`;
  if (kind !== 'apps/Deployment' || pods === 0 || spec.strategy?.type === 'Recreate') return undefined;
  const { maxSurge = '25%' } = spec.strategy?.rollingUpdate ?? {};
  if (maxSurge === 0 || maxSurge === '0%' || maxSurge === '0') return undefined;
  return `a rolling update of ${name} starts the new pod before the old one ends`;
}

/** An earlier object of the input whose pods use the claim too. */
function otherUser({ object, document }: Workload, claim: unknown, cluster: Cluster): string | undefined {
  const other = cluster
    .workloadsIn(namespaceOf(object))
    .find(
      (one) =>
        one.document < document &&
        (one.pod.spec.volumes ?? []).some((volume: any) => volume?.persistentVolumeClaim?.claimName === claim),
    );
  return other && `${other.object.kind} ${JSON.stringify(other.object.metadata?.name)} mounts it too`;
}

/** What an autoscaler may scale the object to. */
function mostReplicas(object: any, cluster: Cluster): number {
  const found = cluster
    .all('autoscaling/HorizontalPodAutoscaler', namespaceOf(object) || null)
    .filter(({ object: autoscaler }) => refersTo(autoscaler.spec?.scaleTargetRef, object))
    .map(({ object: autoscaler }) => Number(autoscaler.spec?.maxReplicas ?? 0));
  return Math.max(0, ...found);
}

/** Whether the pods are all scheduled to one node. */
function isOnOneNode({ nodeName, nodeSelector, affinity }: any): boolean {
  if (nodeName || nodeSelector?.[HOSTNAME] !== undefined) return true;
  const near: any[] = affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  if (near.some((term) => term?.topologyKey === HOSTNAME)) return true;
  const terms: any[] = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  return (
    terms.length === 1 &&
    [...(terms[0]?.matchExpressions ?? []), ...(terms[0]?.matchFields ?? [])].some(
      ({ key, operator, values = [] }: any) =>
        (key === HOSTNAME || key === 'metadata.name') && operator === 'In' && values.length === 1,
    )
  );
}
