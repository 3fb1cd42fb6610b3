import { selectorMatches } from '../../values';
import { type Cluster, namespaceOf, type Workload } from '../input/cluster';

const HOSTNAME = 'kubernetes.io/hostname';
const SHARED_MODES = ['ReadWriteMany', 'ReadOnlyMany'];
/** Volumes that every node mounts whatever the mode is, or that are of one node, where all pods go. */
const UNLIMITED_SOURCES = ['nfs', 'hostPath', 'local'];

/** `rancher.io/local-path`, `k8s.io/minikube-hostpath`, `local.csi.openebs.io`; a class is named after its provisioner. */
const LOCAL =
  /(?:^|[^a-z])(?:local(?:-path|-storage)?|(?:[a-z]+-)?hostpath)(?:$|[^a-z])|^kubernetes\.io\/no-provisioner$/;

/** The mode of a claim that one node, or one pod, can mount at a time. */
export type SingleMode = 'ReadWriteOnce' | 'ReadWriteOncePod';

/**
 * The mode of a claim for one node or one pod; undefined for one that several nodes can mount, and an unknown one. The scheduler
 * counts the pods of ReadWriteOncePod whatever the volume is.
 */
export function singleMode(claimSpec: any, cluster: Cluster): SingleMode | undefined {
  const modes: any[] = claimSpec?.accessModes ?? [];
  if (modes.includes('ReadWriteOncePod')) return 'ReadWriteOncePod';
  if (modes.length === 0 || modes.some((mode) => SHARED_MODES.includes(mode))) return undefined;
  const volume = cluster.find('/PersistentVolume', null, claimSpec.volumeName)?.spec ?? {};
  const isLocal = isOfLocalClass(claimSpec.storageClassName, cluster);
  return isLocal || UNLIMITED_SOURCES.some((source) => volume[source] !== undefined) ? undefined : 'ReadWriteOnce';
}

/** Whether the volumes of a class are directories or disks of a node: their node affinity places all pods of a claim there. */
function isOfLocalClass(name: unknown, cluster: Cluster): boolean {
  const provisioner = cluster.find('storage.k8s.io/StorageClass', null, name)?.provisioner;
  return LOCAL.test(provisioner === undefined ? String(name ?? '') : String(provisioner));
}

/** `claim "data" (ReadWriteOnce) can be mounted on one node at a time`. */
export function limitOf(name: unknown, mode: SingleMode): string {
  const where = mode === 'ReadWriteOncePod' ? 'by one pod' : 'on one node';
  return `claim ${JSON.stringify(name)} (${mode}) can be mounted ${where} at a time`;
}

/** The claims that the volumes of a pod name, with the field that does. */
export function claimsOf({ pod }: Workload): { readonly name: string; readonly field: string }[] {
  const volumes: any[] = pod.spec.volumes ?? [];
  return volumes.flatMap((volume, index) => {
    const name = volume?.persistentVolumeClaim?.claimName;
    const field = `${pod.specPath}.volumes[${index}].persistentVolumeClaim.claimName`;
    return typeof name === 'string' ? [{ name, field }] : [];
  });
}

/** The spec of a claim of the input; of one that a StatefulSet creates for a pod, with the StatefulSet. */
export function claimSpecOf(
  name: string,
  user: { readonly object: any },
  cluster: Cluster,
): { readonly spec: any; readonly creator?: Workload; readonly ordinal?: string } {
  const namespace = namespaceOf(user.object);
  const claim = cluster.find('/PersistentVolumeClaim', namespace, name);
  if (claim !== undefined) return { spec: claim.spec };
  const [, claimOfSet = '', ordinal = ''] = /^(.+)-(\d+)$/.exec(name) ?? [];
  // Names of templates and of sets have dashes too.
  for (const { index } of claimOfSet.matchAll(/-/g)) {
    const set = cluster.find('apps/StatefulSet', namespace, claimOfSet.slice(index + 1));
    const templates: any[] = set?.spec?.volumeClaimTemplates ?? [];
    const template = templates.find((one) => one?.metadata?.name === claimOfSet.slice(0, index));
    const first = set?.spec?.ordinals?.start ?? 0;
    const isInUse = Number(ordinal) >= first && Number(ordinal) < first + (set?.spec?.replicas ?? 1);
    if (template === undefined || !isInUse) continue;
    const creator = cluster.workloadsIn(namespace).find(({ object }) => object === set);
    if (creator !== undefined) return { spec: template.spec, creator, ordinal };
  }
  return { spec: undefined };
}

/** Whether the pods of a workload are all scheduled to one node. */
export function isOnOneNode(spec: any): boolean {
  return nodeOf(spec) !== undefined || nearTerms(spec).length > 0;
}

/** Whether the pods of two workloads are scheduled to the same node; of a StatefulSet, the pod with an ordinal. */
export function areOnOneNode(one: Workload, other: Workload, ordinal?: string): boolean {
  const node = nodeOf(one.pod.spec);
  return (node !== undefined && node === nodeOf(other.pod.spec)) || isNear(one, other, ordinal) || isNear(other, one);
}

function isNear({ pod }: Workload, other: Workload, ordinal?: string): boolean {
  const labels = {
    ...other.pod.metadata?.labels,
    ...(ordinal !== undefined && {
      'statefulset.kubernetes.io/pod-name': `${other.object.metadata?.name}-${ordinal}`,
      'apps.kubernetes.io/pod-index': ordinal,
    }),
  };
  return nearTerms(pod.spec).some(({ labelSelector }) => selectorMatches(labelSelector ?? {}, labels));
}

/** Affinities to pods of the same node. */
function nearTerms({ affinity }: any): any[] {
  const terms: any[] = affinity?.podAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  return terms.filter((term) => term?.topologyKey === HOSTNAME);
}

/** The one node that a pod can be scheduled to. */
function nodeOf({ nodeName, nodeSelector, affinity }: any): string | undefined {
  const named = nodeName || nodeSelector?.[HOSTNAME];
  if (named) return named;
  const terms: any[] = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  if (terms.length !== 1) return undefined;
  const requirements: any[] = [...(terms[0]?.matchExpressions ?? []), ...(terms[0]?.matchFields ?? [])];
  return requirements.find(
    ({ key, operator, values = [] }) =>
      (key === HOSTNAME || key === 'metadata.name') && operator === 'In' && values.length === 1,
  )?.values[0];
}
