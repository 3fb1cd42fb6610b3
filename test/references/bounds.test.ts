import { checkReferences } from '../../src/references';

/** Objects at the bounds of what the references check, with expectations that were counted by hand. */
const found = (rule: string, ...objects: readonly object[]) =>
  checkReferences(objects)
    .filter((one) => one.rule === rule)
    .map(({ path, message }) => `${path}: ${message}`);

const workload = (kind: string, spec: object = {}, podSpec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'web', namespace: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'web:1' }], ...podSpec },
    },
    ...spec,
  },
});

describe('network policies and DNS', () => {
  const policy = (port: object) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Egress'],
      egress: [{ to: [{ podSelector: {} }], ports: [{ port: 8080 }] }, { ports: [{ protocol: 'UDP', ...port }] }],
    },
  });

  // DNS is asked on port 53.
  test.each<[port: object, isAllowed: boolean]>([
    [{ port: 53 }, true],
    [{ port: 52 }, false],
    [{ port: 54 }, false],
    [{ port: 50, endPort: 52 }, false],
    [{ port: 50, endPort: 53 }, true],
    [{ port: 52, endPort: 60 }, true],
    [{ port: 53, endPort: 60 }, true],
    [{ port: 54, endPort: 60 }, false],
    [{ port: 53, protocol: 'TCP' }, false],
    // CoreDNS of OpenShift listens on 5353.
    [{ port: 5353 }, true],
    [{ port: 'dns' }, true],
    [{}, true],
  ])('%j', (port, isAllowed) => {
    expect(found('network-policy-without-dns', workload('Deployment'), policy(port))).toHaveLength(isAllowed ? 0 : 1);
  });
});

describe('the partition of a StatefulSet', () => {
  // Ordinals go from start to start + replicas - 1, and an update changes those from the partition on.
  test.each<[partition: number, spec: object, isSound: boolean]>([
    [1, { replicas: 2 }, true],
    [2, { replicas: 2 }, false],
    [3, { replicas: 2 }, false],
    [0, { replicas: 0 }, true],
    // Without pods there is nothing to update.
    [1, { replicas: 0 }, true],
    [1, {}, false],
    [6, { replicas: 2, ordinals: { start: 5 } }, true],
    [7, { replicas: 2, ordinals: { start: 5 } }, false],
  ])('%i of %j', (partition, spec, isSound) => {
    const set = workload('StatefulSet', { ...spec, updateStrategy: { rollingUpdate: { partition } } });
    expect(found('stateful-set-partition', set)).toHaveLength(isSound ? 0 : 1);
  });
});

// The default of terminationGracePeriodSeconds is 30.
test.each([
  [29, 0],
  [30, 1],
])('a preStop hook that takes %i seconds', (seconds, count) => {
  const lifecycle = { preStop: { sleep: { seconds } } };
  const set = workload('Deployment', {}, { containers: [{ name: 'web', image: 'web:1', lifecycle }] });
  expect(found('pre-stop-too-long', set)).toHaveLength(count);
});

// Groups of service accounts: system:serviceaccounts and system:serviceaccounts:NAMESPACE.
test.each([
  ['system:serviceaccounts', 0],
  ['system:serviceaccounts:shop', 0],
  ['system:serviceaccounts:shop:web', 1],
  ['system:serviceaccount:shop', 1],
])('the group %s', (name, count) => {
  const binding = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'web', namespace: 'shop' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
    subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name }],
  };
  expect(found('subject-name', binding)).toHaveLength(count);
});

test('the parts of an aggregated ClusterRole that is alone can be elsewhere', () => {
  const role = (name: string, more: object = {}) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name },
    rules: [],
    ...more,
  });
  const whole = role('whole', { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { part: 'yes' } }] } });
  expect(found('role-aggregates-nothing', whole)).toEqual([]);
  expect(found('role-aggregates-nothing', whole, role('other'))).toHaveLength(1);
});

test('pods without a service account run as the default one', () => {
  const binding = (name: string) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'web', namespace: 'shop' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
    subjects: [{ kind: 'ServiceAccount', name, namespace: 'shop' }],
  });
  const pods = workload('Deployment', {}, { automountServiceAccountToken: false });
  expect(found('binding-without-token', binding('default'), pods)).toHaveLength(1);
  expect(found('binding-without-token', binding('other'), pods)).toEqual([]);
});

describe('hosts of an Ingress', () => {
  const ingress = (host: string | undefined, tlsHost: string) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      tls: [{ hosts: [tlsHost], secretName: 'tls' }],
      rules: [
        {
          ...(host !== undefined && { host }),
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }],
          },
        },
      ],
    },
  });

  test.each<[host: string | undefined, tlsHost: string, isServed: boolean]>([
    ['a.example.com', 'a.example.com', true],
    ['a.example.com', 'b.example.com', false],
    ['a.example.com', '*.example.com', true],
    ['*.example.com', 'a.example.com', true],
    ['a.b.example.com', '*.example.com', false],
    ['*.example.com', 'a.b.example.com', false],
    ['*.example.com', 'example.com', false],
    [undefined, 'a.example.com', true],
  ])('a rule for %s, TLS for %s', (host, tlsHost, isServed) => {
    const message = `spec.tls[0].hosts[0]: no rule of the Ingress is for the TLS host "${tlsHost}"`;
    expect(found('ingress-tls-hosts', ingress(host, tlsHost))).toEqual(isServed ? [] : [message]);
  });
});
