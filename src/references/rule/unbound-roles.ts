import type { Cluster } from '../input/cluster';

const RBAC = 'rbac.authorization.k8s.io';

/** Whether a ClusterRole of the input, which may be the one that was meant, is bound by nothing and part of no other. */
export function hasUnboundRole(cluster: Cluster): boolean {
  const bindings = ['RoleBinding', 'ClusterRoleBinding'].flatMap((kind) => cluster.all(`${RBAC}/${kind}`));
  const bound = new Set(bindings.map(({ object }) => object.roleRef?.kind === 'ClusterRole' && object.roleRef.name));
  return cluster
    .all(`${RBAC}/ClusterRole`)
    .some(({ object: { metadata } }) => !bound.has(metadata?.name) && !isAggregated(metadata?.labels));
}

function isAggregated(labels: object | undefined): boolean {
  return Object.keys(labels ?? {}).some((key) => key.includes('/aggregate-to-'));
}
