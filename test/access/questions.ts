import type { AccessQuestion } from '../../src/access';
import type { Random } from '../parity/random';

const NAMESPACES = ['a', 'b'];
const ACCOUNTS = ['one', 'two'];
const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'use'];
const RESOURCES: readonly (readonly [string, string])[] = [
  ['', 'pods'],
  ['', 'pods/log'],
  ['', 'pods/exec'],
  ['', 'secrets'],
  ['', 'configmaps'],
  ['', 'nodes'],
  ['apps', 'deployments'],
  ['apps', 'deployments/scale'],
  ['apps', 'statefulsets/scale'],
  ['example.com', 'widgets'],
  ['example.com', 'widgets/status'],
];
const PATHS = [
  '/healthz',
  '/healthz/etcd',
  '/metrics',
  '/api',
  '/apis/apps',
  '/version',
  '/custom/a',
  '/openid/v1/jwks',
];
const NAMES = ['x', 'y'];

const some = <T>(random: Random, from: readonly T[], most: number): T[] =>
  Array.from({ length: 1 + random.below(most) }, () => random.pick(from));

function rule(random: Random, mayHavePaths: boolean): object {
  const verbs = some(random, [...VERBS, '*', '*'], 6);
  if (mayHavePaths && random.chance(0.3))
    return { verbs, nonResourceURLs: some(random, [...PATHS, '/healthz/*', '/custom/*', '*'], 2) };
  const resources = some(random, [...RESOURCES.map(([, resource]) => resource), '*', '*/scale', 'pods/*'], 6);
  const apiGroups = some(random, ['', 'apps', 'example.com', '*'], 3);
  return { verbs, resources, apiGroups, ...(random.chance(0.3) && { resourceNames: some(random, NAMES, 2) }) };
}

/** Roles and bindings in two namespaces. */
export function world(random: Random): any[] {
  const api = 'rbac.authorization.k8s.io/v1';
  const rules = (mayHavePaths: boolean) => Array.from({ length: random.below(4) }, () => rule(random, mayHavePaths));
  const roles = NAMESPACES.flatMap((namespace) =>
    ['r1', 'r2'].map((name) => ({ apiVersion: api, kind: 'Role', metadata: { name, namespace }, rules: rules(false) })),
  );
  const clusterRoles = ['c1', 'c2'].map((name) => ({
    apiVersion: api,
    kind: 'ClusterRole',
    metadata: { name },
    rules: rules(true),
  }));
  const subject = () =>
    random.pick([
      { kind: 'ServiceAccount', name: random.pick(ACCOUNTS), namespace: random.pick(NAMESPACES) },
      { kind: 'ServiceAccount', name: random.pick(ACCOUNTS), namespace: random.pick(NAMESPACES) },
      {
        kind: 'Group',
        apiGroup: 'rbac.authorization.k8s.io',
        name: `system:serviceaccounts:${random.pick(NAMESPACES)}`,
      },
      { kind: 'Group', apiGroup: 'rbac.authorization.k8s.io', name: random.pick(['system:serviceaccounts', 'none']) },
      { kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: `system:serviceaccount:a:${random.pick(ACCOUNTS)}` },
    ]);
  const reference = (kind: string, name: string) => ({ apiGroup: 'rbac.authorization.k8s.io', kind, name });
  const clusterRole = () => random.pick(['c1', 'c2', 'cluster-admin', 'absent', 'system:auth-delegator']);
  const bindings = NAMESPACES.flatMap((namespace) =>
    ['b1', 'b2', 'b3'].map((name) => ({
      apiVersion: api,
      kind: 'RoleBinding',
      metadata: { name, namespace },
      roleRef: random.chance(0.6)
        ? reference('Role', random.pick(['r1', 'r2', 'absent']))
        : reference('ClusterRole', clusterRole()),
      subjects: [subject(), subject()],
    })),
  );
  const clusterBinding = {
    apiVersion: api,
    kind: 'ClusterRoleBinding',
    metadata: { name: 'cb' },
    roleRef: reference('ClusterRole', random.pick(['c1', 'c2'])),
    subjects: [subject()],
  };
  return [...roles, ...clusterRoles, ...bindings, clusterBinding];
}

/** A question about one of the accounts of such a world. */
export function question(random: Random): AccessQuestion {
  const account = { name: random.pick(ACCOUNTS), namespace: random.pick(NAMESPACES) };
  const verb = random.pick(VERBS);
  if (random.chance(0.15)) return { account, verb, path: random.pick(PATHS) };
  const [group, resource] = random.pick(RESOURCES);
  return {
    account,
    verb,
    group,
    resource,
    ...(random.chance(0.8) && { namespace: random.pick([...NAMESPACES, 'c']) }),
    ...(random.chance(0.5) && { name: random.pick([...NAMES, 'z']) }),
  };
}
