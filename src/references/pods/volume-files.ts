import type { Cluster } from '../input/cluster';
import { keysOf } from '../rule/parts';

/** The files of a volume of ConfigMaps and Secrets; undefined when they are not known, or it is another volume. */
export function filesOf(volume: any, namespace: string, cluster: Cluster): string[] | undefined {
  const { configMap, secret, projected } = volume;
  if (projected !== undefined) {
    const sources: any[] = projected.sources ?? [];
    const all = sources.map((source) => projectedPaths(source) ?? filesOf(source ?? {}, namespace, cluster));
    return all.some((files) => files === undefined) ? undefined : all.flatMap((files) => files ?? []);
  }
  const source = configMap ?? secret;
  if (source === undefined) return undefined;
  const items: any[] = source.items ?? [];
  if (items.length > 0) return items.map((item) => String(item?.path));
  const kind = configMap === undefined ? '/Secret' : '/ConfigMap';
  const name = source.name ?? source.secretName;
  const found = cluster.find(kind, namespace, name);
  // A controller may write others.
  const isShared = cluster.produced.named(kind.slice(1), namespace, name).length > 0;
  return isShared ? undefined : found && keysOf(found)?.slice();
}

/** Sources of a projected volume that have a path of their own. */
function projectedPaths(source: any): string[] | undefined {
  const { serviceAccountToken, clusterTrustBundle, downwardAPI } = source ?? {};
  const path = (serviceAccountToken ?? clusterTrustBundle)?.path;
  if (path !== undefined) return [String(path)];
  return downwardAPI?.items?.map((item: any) => String(item?.path));
}

/** The path without what changes nothing: `/data//a/./` is `/data/a`. */
export function cleanPath(path: unknown): string {
  return String(path ?? '')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
