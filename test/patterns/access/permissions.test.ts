import { Chart, Testing } from 'cdk8s';
import { Permissions, type PermissionsProps, Worker } from '../../../src/patterns';
import { Qos } from '../../../src/pod';
import { refusal, rendered } from '../render';

const reads = [{ resources: ['pods', 'pods/log'], verbs: ['get', 'list'] }];
const apiGroup = 'rbac.authorization.k8s.io';

test('a workload may do something in its namespace', () => {
  const manifests = rendered((chart) => {
    const client = new Worker(chart, 'client', {
      image: 'c:1',
      qos: Qos.bestEffort(),
      automountServiceAccountToken: true,
    });
    new Permissions(chart, 'pod-reader', { to: client, rules: reads });
  });
  expect(manifests['Deployment/client'].spec.template.spec.automountServiceAccountToken).toBe(true);
  expect(manifests['Role/pod-reader'].rules).toEqual([
    { apiGroups: [''], resources: ['pods', 'pods/log'], verbs: ['get', 'list'] },
  ]);
  expect(manifests['RoleBinding/pod-reader']).toMatchObject({
    metadata: { namespace: 'test' },
    roleRef: { apiGroup, kind: 'Role', name: 'pod-reader' },
    subjects: [{ kind: 'ServiceAccount', name: 'client', namespace: 'test' }],
  });
});

test('in the whole cluster, under a name with colons', () => {
  const manifests = rendered(
    (chart) =>
      new Permissions(chart, 'node', {
        name: 'system:node-reader',
        to: { user: 'jane' },
        clusterWide: true,
        rules: [{ nonResourceURLs: ['/healthz'], verbs: ['get'] }],
      }),
  );
  for (const kind of ['ClusterRole', 'ClusterRoleBinding']) {
    const { metadata } = manifests[`${kind}/system:node-reader`];
    expect(metadata).not.toHaveProperty('namespace');
    expect(metadata.labels['app.kubernetes.io/name']).toBe('system.node-reader');
  }
  expect(manifests['ClusterRole/system:node-reader'].rules).toEqual([
    { nonResourceURLs: ['/healthz'], verbs: ['get'] },
  ]);
  expect(manifests['ClusterRoleBinding/system:node-reader'].subjects).toEqual([
    { apiGroup, kind: 'User', name: 'jane' },
  ]);
});

test('an existing role', () => {
  const manifests = rendered((chart) => new Permissions(chart, 'viewers', { to: { group: 'all' }, role: 'view' }));
  expect(Object.keys(manifests)).toEqual(['RoleBinding/viewers']);
  expect(manifests['RoleBinding/viewers'].roleRef).toEqual({ apiGroup, kind: 'ClusterRole', name: 'view' });
});

test.each<[string, Partial<PermissionsProps>, string]>([
  [
    'everything',
    { rules: [{ resources: ['*'], verbs: ['*'] }] },
    'rules[0].verbs: must not contain "*" (list what is needed, or set allowWildcards: true)',
  ],
  ['no verbs', { rules: [{ resources: ['pods'], verbs: [] }] }, 'rules[0].verbs: must not be empty'],
  [
    'nothing to do it to',
    { rules: [{ verbs: ['get'] }] },
    'rules[0].resources: exactly one of resources and nonResourceURLs is required',
  ],
  [
    'URLs in a namespace',
    { rules: [{ nonResourceURLs: ['/x'], verbs: ['get'] }] },
    'rules[0].nonResourceURLs: requires clusterWide: true',
  ],
  ['nobody', { to: [] }, 'to: must list at least one subject'],
  ['rules and a role', { role: 'view' }, 'rules: exactly one of rules and role is required'],
])('refuses %s', (_, props, message) => {
  expect(
    refusal((scope) => new Permissions(scope, 'p', { to: { user: 'u' }, rules: reads, ...props })).join('\n'),
  ).toContain(message);
});

test('everything, when it is said aloud', () => {
  const rules = [{ resources: ['*'], verbs: ['*'] }];
  expect(() =>
    rendered((chart) => new Permissions(chart, 'p', { to: { user: 'u' }, rules, allowWildcards: true })),
  ).not.toThrow();
});

test('a service account of no namespace is refused', () => {
  const chart = new Chart(Testing.app(), 'test');
  const client = new Worker(chart, 'client', { image: 'c:1', qos: Qos.bestEffort() });
  expect(() => new Permissions(chart, 'pod-reader', { to: client, rules: reads })).toThrow(
    'namespace: is required: the subject ServiceAccount "client" of a binding has a namespace',
  );
  expect(() => new Permissions(chart, 'named', { to: { user: 'jane' }, rules: reads })).not.toThrow();
  new Permissions(chart, 'bound', { to: client, rules: reads, namespace: 'shop' });
  const binding = Testing.synth(chart).find(
    ({ kind, metadata }) => kind === 'RoleBinding' && metadata.name === 'bound',
  );
  expect(binding.subjects).toEqual([{ kind: 'ServiceAccount', name: 'client', namespace: 'shop' }]);
});
