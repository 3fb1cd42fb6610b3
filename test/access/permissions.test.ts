import { type AccessQuestion, Permissions } from '../../src/access';
import { assertAllows, BadUseError } from '../../src/testing';

const API = 'rbac.authorization.k8s.io/v1';
const role = (rules: object[], name = 'reader', namespace = 'shop') => ({
  apiVersion: API,
  kind: 'Role',
  metadata: { name, namespace },
  rules,
});
const clusterRole = (fields: object, name = 'reader', labels: object = {}) => ({
  apiVersion: API,
  kind: 'ClusterRole',
  metadata: { name, labels },
  ...fields,
});
const binding = (kind: string, roleKind: string, name: string, subject: object = {}) => ({
  apiVersion: API,
  kind,
  metadata: { name: 'bound', ...(kind === 'RoleBinding' && { namespace: 'shop' }) },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: roleKind, name },
  subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'shop', ...subject }],
});
const pods = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };
const ask = (fields: Partial<AccessQuestion> = {}): AccessQuestion => ({
  account: { name: 'web', namespace: 'shop' },
  verb: 'get',
  ...(fields.path === undefined && { resource: 'pods', namespace: 'shop' }),
  ...fields,
});
const allows = (objects: object[], question: AccessQuestion) => new Permissions(objects).allows(question);
const bound = (rule: object) => [role([rule]), binding('RoleBinding', 'Role', 'reader')];

// Expectations follow RuleAllows of k8s.io/kubernetes; test/access/parity.ts asks a server.
test.each<[string, object, Partial<AccessQuestion>, boolean]>([
  ['the verb and the resource', pods, {}, true],
  ['another verb', pods, { verb: 'list' }, false],
  ['every verb', { ...pods, verbs: ['*'] }, { verb: 'list' }, true],
  ['another group', pods, { group: 'apps' }, false],
  ['a subresource is another resource', pods, { resource: 'pods/log' }, false],
  ['a subresource of every resource', { ...pods, resources: ['*/log'] }, { resource: 'pods/log' }, true],
  ['every resource has every subresource', { ...pods, resources: ['*'] }, { resource: 'pods/log' }, true],
  [
    'every subresource of one resource is no pattern',
    { ...pods, resources: ['pods/*'] },
    { resource: 'pods/log' },
    false,
  ],
  ['a name', { ...pods, resourceNames: ['a'] }, { name: 'a' }, true],
  ['another name', { ...pods, resourceNames: ['a'] }, { name: 'b' }, false],
  ['no name, as of a list', { ...pods, resourceNames: ['a'] }, {}, false],
  ['another namespace', pods, { namespace: 'other' }, false],
  ['another account', pods, { account: { name: 'api', namespace: 'shop' } }, false],
])('%s', (_, rule, question, expected) => {
  expect(allows(bound(rule), ask(question))).toBe(expected);
});

test('a ClusterRole grants in the namespace of a RoleBinding, and everywhere with a ClusterRoleBinding', () => {
  const of = (kind: string) => [clusterRole({ rules: [pods] }), binding(kind, 'ClusterRole', 'reader')];
  expect(allows(of('RoleBinding'), ask())).toBe(true);
  expect(allows(of('RoleBinding'), ask({ namespace: 'other' }))).toBe(false);
  expect(allows(of('ClusterRoleBinding'), ask({ namespace: 'other' }))).toBe(true);
});

test('subjects are accounts, users and groups', () => {
  const of = (subject: object) => [role([pods]), binding('RoleBinding', 'Role', 'reader', subject)];
  const group = (name: string) => ({ kind: 'Group', name, namespace: undefined });
  expect(allows(of(group('system:serviceaccounts:shop')), ask())).toBe(true);
  expect(allows(of(group('system:serviceaccounts')), ask())).toBe(true);
  expect(allows(of(group('system:authenticated')), ask())).toBe(true);
  expect(allows(of(group('system:serviceaccounts:other')), ask())).toBe(false);
  expect(allows(of({ kind: 'User', name: 'system:serviceaccount:shop:web', namespace: undefined }), ask())).toBe(true);
});

test('paths are of ClusterRoles with a ClusterRoleBinding, and some of everyone', () => {
  const health = clusterRole({ rules: [{ nonResourceURLs: ['/custom/*'], verbs: ['get'] }] });
  const question = ask({ path: '/custom/a' });
  expect(allows([health, binding('ClusterRoleBinding', 'ClusterRole', 'reader')], question)).toBe(true);
  expect(allows([health, binding('RoleBinding', 'ClusterRole', 'reader')], question)).toBe(false);
  expect(allows([], ask({ path: '/version' }))).toBe(true);
  expect(allows([], ask({ path: '/metrics' }))).toBe(false);
});

test('roles of the cluster are known, with what a role adds to them', () => {
  const view = binding('RoleBinding', 'ClusterRole', 'view');
  expect(allows([view], ask())).toBe(true);
  expect(allows([view], ask({ resource: 'secrets' }))).toBe(false);
  const widgets = clusterRole(
    { rules: [{ apiGroups: ['example.com'], resources: ['widgets'], verbs: ['get'] }] },
    'widgets',
    { 'rbac.authorization.k8s.io/aggregate-to-view': 'true' },
  );
  const question = ask({ group: 'example.com', resource: 'widgets' });
  expect(allows([view], question)).toBe(false);
  expect(allows([view, widgets], question)).toBe(true);
  // edit and admin aggregate view.
  expect(allows([binding('RoleBinding', 'ClusterRole', 'admin'), widgets], question)).toBe(true);
});

// Recorded from a server with the aggregation controller; test/access/parity.ts asks it.
test('a role that aggregates nothing keeps rules of its own', () => {
  const own = {
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
    aggregationRule: { clusterRoleSelectors: [{ matchLabels: { part: 'a' } }] },
  };
  const part = clusterRole({ rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }] }, 'part', {
    part: 'a',
  });
  const objects = [binding('RoleBinding', 'ClusterRole', 'sum'), clusterRole(own, 'sum')];
  expect(allows(objects, ask())).toBe(true);
  expect(allows([...objects, part], ask())).toBe(false);
  expect(allows([...objects, part], ask({ resource: 'secrets' }))).toBe(true);
});

describe('in the testing kit', () => {
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web', namespace: 'shop' } };
  const objects = [
    account,
    ...bound({ apiGroups: ['', 'apps'], resources: ['secrets', 'deployments'], verbs: ['get'] }),
  ];

  test('an account is a name, a name with a namespace, or a construct', () => {
    for (const one of ['web', 'shop/web', { name: 'web', metadata: { namespace: 'shop' } }]) {
      expect(() => assertAllows(objects, one, 'get', 'secrets')).not.toThrow();
    }
    expect(() => assertAllows(objects, 'wep', 'get', 'secrets')).toThrow(BadUseError);
  });

  test('the group of a built-in resource is known', () => {
    expect(() => assertAllows(objects, 'web', 'get', 'deployments')).not.toThrow();
    expect(() => assertAllows(objects, 'web', 'get', 'deployments.apps')).not.toThrow();
    expect(() => assertAllows(objects, 'web', 'delete', 'secrets')).toThrow(
      'service account shop/web, delete secrets in namespace shop: no role that is bound to it allows this',
    );
  });
});
