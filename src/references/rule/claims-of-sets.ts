import type { Cluster } from '../input/cluster';
import { customList } from '../input/placed';

/** Which claims the StatefulSet makes whose claims are named like one that does not exist: `data-db-3` of two replicas. */
export function claimsOfSet(claim: string, namespace: string | null, cluster: Cluster): string | undefined {
  const [, stem] = /^(.+-)\d+$/.exec(claim) ?? [];
  if (stem === undefined || namespace === null) return undefined;
  const set = cluster
    .all('apps/StatefulSet', namespace)
    .map(({ object }) => object)
    .find(({ metadata, spec }) =>
      customList(spec?.volumeClaimTemplates).some((one) => stem === `${one?.metadata?.name}-${metadata?.name}-`),
    );
  const made = cluster.produced
    .all('PersistentVolumeClaim', namespace)
    .flatMap(({ name }) => (typeof name === 'string' && name.startsWith(stem) ? [name] : []));
  if (set === undefined || made.length === 0) return undefined;
  const last = made.at(-1)!;
  const makes = `StatefulSet ${JSON.stringify(set.metadata?.name)} makes ${made.length === 1 ? last : `${made[0]} to ${last}`}`;
  const isBeyond = Number(claim.slice(stem.length)) > Number(last.slice(stem.length));
  return `${makes}: use ${made.length === 1 ? 'it' : 'one of them'}${isBeyond ? ', or raise its replicas' : ''}`;
}
