import type { Cluster } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { customList, namespaceOf } from '../input/placed';

/** By cluster: keys of ConfigMaps that are variables of pods, by namespace and name; undefined stands for all keys. */
const sourcesOf = new FoundOnce((_: undefined, cluster) => variableSources(cluster));

/** The data of a ConfigMap without what becomes variables of pods, which report what is in them. */
export function withoutVariables(object: any, cluster: Cluster): Readonly<Record<string, any>> {
  const keys = sourcesOf.in(cluster, undefined).get(`${namespaceOf(object)}/${object.metadata?.name}`);
  if (keys === undefined) return object.data ?? {};
  if (keys.has(undefined)) return {};
  return Object.fromEntries(Object.entries(object.data ?? {}).filter(([key]) => !keys.has(key)));
}

function variableSources(cluster: Cluster): ReadonlyMap<string, ReadonlySet<unknown>> {
  const sources = new Map<string, Set<unknown>>();
  for (const { object, pod } of cluster.workloads) {
    for (const container of customList(pod.spec?.containers)) {
      for (const one of customList(container?.envFrom)) add(object, one?.configMapRef?.name, undefined);
      for (const one of customList(container?.env)) {
        const source = one?.valueFrom?.configMapKeyRef;
        add(object, source?.name, source?.key ?? '');
      }
    }
  }
  return sources;

  function add(owner: any, name: unknown, key: unknown): void {
    if (name === undefined) return;
    const at = `${namespaceOf(owner)}/${name}`;
    sources.set(at, (sources.get(at) ?? new Set()).add(key));
  }
}
