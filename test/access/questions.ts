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
  '/custom/',
  '/customs',
];
const NAMES = ['x', 'y'];
/** Labels by which ClusterRoles are aggregated, by those of the world and by those of the server. */
const LABELS = [
  { part: 'a' },
  { part: 'b' },
  { part: 'a', 'rbac.authorization.k8s.io/aggregate-to-view': 'true' },
  { 'rbac.authorization.k8s.io/aggregate-to-edit': 'true' },
  { 'rbac.authorization.k8s.io/aggregate-to-admin': 'true', part: 'c' },
];
const SELECTORS = [
  { matchLabels: { part: 'a' } },
  { matchLabels: { part: 'b' } },
  { matchExpressions: [{ key: 'part', operator: 'Exists' }] },
  { matchExpressions: [{ key: 'part', operator: 'In', values: ['b', 'c'] }] },
  { matchLabels: { part: 'a' }, matchExpressions: [{ key: 'part', operator: 'NotIn', values: ['a'] }] },
];

const some = <T>(random: Random, from: readonly T[], most: number): T[] =>
  Array.from({ length: 1 + random.below(most) }, () => random.pick(from));

function rule(random: Random, mayHavePaths: boolean): object {
  const verbs = some(random, [...VERBS, '*', '*'], 6);
  if (mayHavePaths && random.chance(0.3))
    return { verbs, nonResourceURLs: some(random, [...PATHS, '/healthz/*', '/custom/*', '*'], 2) };
  const resources = some(random, [...RESOURCES.map(([, resource]) => resource), '*', '*/scale', 'pods/*', '*/*'], 6);
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
  const clusterRoles = ['c1', 'c2', 'c3', 'c4'].map((name, index) => ({
    apiVersion: api,
    kind: 'ClusterRole',
    // The last has no labels: roles that aggregate one another never come to rest.
    metadata: { name, ...(index < 3 && random.chance(0.7) && { labels: random.pick(LABELS) }) },
    // The controller replaces the rules of roles that aggregate others.
    ...(index < 2 || random.chance(0.3) ? { rules: rules(true) } : { rules: [] }),
    ...(index >= 2 && { aggregationRule: { clusterRoleSelectors: some(random, SELECTORS, 2) } }),
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
      {
        kind: 'Group',
        apiGroup: 'rbac.authorization.k8s.io',
        name: random.pick([
          'system:serviceaccounts',
          'system:authenticated',
          'system:unauthenticated',
          'system:serviceaccounts:c',
          'none',
          '*',
        ]),
      },
      { kind: 'User', apiGroup: 'rbac.authorization.k8s.io', name: `system:serviceaccount:a:${random.pick(ACCOUNTS)}` },
    ]);
  const reference = (kind: string, name: string) => ({ apiGroup: 'rbac.authorization.k8s.io', kind, name });
  const clusterRole = () =>
    random.pick([
      ...['c1', 'c2', 'c3', 'c4', 'c3', 'c4'],
      ...['admin', 'edit', 'view', 'cluster-admin', 'absent', 'system:auth-delegator'],
    ]);
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
    roleRef: reference('ClusterRole', random.pick(['c1', 'c2', 'c3', 'c4'])),
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
