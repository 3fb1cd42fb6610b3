import { Chart } from 'cdk8s';
import { CheckedApp, type CheckFailed } from '../../../src/app';
import { PriorityClass, TenantNamespace, type TenantNamespaceProps, WebApp } from '../../../src/patterns';
import { Probes, Qos } from '../../../src/pod';
import { refusal, rendered } from '../render';

const dnsRule = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
    { ipBlock: { cidr: '169.254.20.10/32' } },
    { ipBlock: { cidr: '169.254.169.254/32' } },
  ],
  ports: [
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ],
};

test('a namespace, walled off', () => {
  const manifests = rendered(
    (chart) =>
      new TenantNamespace(chart, 'team-a', {
        labels: { team: 'a' },
        quota: { pods: 10, 'requests.cpu': '4' },
        limits: {
          default: { cpu: '500m', memory: '256Mi' },
          defaultRequest: { cpu: '100m', memory: '128Mi' },
          min: { cpu: '50m', memory: '16Mi' },
          max: { cpu: 2, memory: '1Gi' },
          claims: { max: '10Gi' },
        },
        access: {
          developers: { to: { group: 'team-a' }, role: 'edit' },
          robots: { to: { user: 'r2' }, role: [{ resources: ['pods'], verbs: ['get'] }] },
        },
      }),
  );
  expect(manifests['Namespace/team-a'].metadata).toMatchObject({
    name: 'team-a',
    labels: {
      team: 'a',
      'pod-security.kubernetes.io/enforce': 'restricted',
      'pod-security.kubernetes.io/warn': 'restricted',
      'pod-security.kubernetes.io/audit': 'restricted',
    },
  });
  expect(manifests['Namespace/team-a'].metadata).not.toHaveProperty('namespace');
  expect(manifests['ResourceQuota/team-a'].spec).toEqual({ hard: { pods: '10', 'requests.cpu': '4' } });
  expect(manifests['LimitRange/team-a'].spec.limits).toEqual([
    {
      type: 'Container',
      default: { cpu: '500m', memory: '256Mi' },
      defaultRequest: { cpu: '100m', memory: '128Mi' },
      min: { cpu: '50m', memory: '16Mi' },
      max: { cpu: '2', memory: '1Gi' },
    },
    { type: 'PersistentVolumeClaim', max: { storage: '10Gi' } },
  ]);
  expect(manifests['NetworkPolicy/default-deny'].spec).toEqual({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
    egress: [dnsRule],
  });
  expect(manifests['RoleBinding/developers-edit']).toMatchObject({
    subjects: [{ kind: 'Group', name: 'team-a', apiGroup: 'rbac.authorization.k8s.io' }],
    roleRef: { kind: 'ClusterRole', name: 'edit', apiGroup: 'rbac.authorization.k8s.io' },
  });
  expect(manifests['Role/robots'].rules).toEqual([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]);
  for (const kind of [
    'ResourceQuota/team-a',
    'LimitRange/team-a',
    'NetworkPolicy/default-deny',
    'RoleBinding/developers-edit',
    'Role/robots',
  ]) {
    expect(manifests[kind].metadata.namespace).toBe('team-a');
  }
});

test('pods of the namespace may talk to each other', () => {
  const { spec } = rendered((chart) => new TenantNamespace(chart, 'a', { network: 'namespace' }))[
    'NetworkPolicy/default-deny'
  ];
  expect(spec.ingress).toEqual([{ from: [{ podSelector: {} }] }]);
  expect(spec.egress).toEqual([dnsRule, { to: [{ podSelector: {} }] }]);
});

test('an open one, at a level and version of its own', () => {
  const manifests = rendered(
    (chart) =>
      new TenantNamespace(chart, 'a', {
        network: 'open',
        podSecurity: { enforce: 'baseline', warn: 'restricted', version: 'v1.30' },
      }),
  );
  expect(Object.keys(manifests)).toEqual(['Namespace/a']);
  expect(manifests['Namespace/a'].metadata.labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'baseline',
    'pod-security.kubernetes.io/enforce-version': 'v1.30',
    'pod-security.kubernetes.io/warn': 'restricted',
  });
});

test.each<[string, Partial<TenantNamespaceProps>, string]>([
  ['a bad name', { name: 'Team_A' }, 'name: "Team_A"'],
  [
    'an unknown level',
    { podSecurity: 'strict' as 'baseline' },
    'podSecurity: must be one of "privileged", "baseline", "restricted", got "strict"',
  ],
  [
    'a version that is none',
    { podSecurity: { enforce: 'baseline', version: '1.30' } },
    'podSecurity.version: must be "latest" or a version, for example "v1.30", got "1.30"',
  ],
  [
    'a default above the maximum',
    { limits: { default: { cpu: '3' }, max: { cpu: '2' } } },
    'limits.default.cpu: "3" must not be more than max, "2"',
  ],
  [
    'a default below the minimum',
    { limits: { defaultRequest: { cpu: '10m' }, min: { cpu: '50m' } } },
    'limits.min.cpu: "50m" must not be more than defaultRequest, "10m"',
  ],
  ['limits of nothing', { limits: {} }, 'limits: must set at least one limit'],
  ['an amount that is none', { quota: { pods: 'ten' } }, 'quota.pods: must be a quantity'],
])('refuses %s', (_, props, message) => {
  expect(refusal((scope) => new TenantNamespace(scope, 'a', props)).join('\n')).toContain(message);
});

test('a PriorityClass', () => {
  const { metadata, ...fields } = rendered(
    (chart) =>
      new PriorityClass(chart, 'urgent', {
        value: 1000,
        description: 'Now.',
        preemptionPolicy: 'Never',
        globalDefault: true,
      }),
  )['PriorityClass/urgent'];
  expect(metadata).not.toHaveProperty('namespace');
  expect(fields).toEqual({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    value: 1000,
    description: 'Now.',
    preemptionPolicy: 'Never',
    globalDefault: true,
  });
  expect(refusal((scope) => new PriorityClass(scope, 'system-urgent', { value: 1_000_000_001 }))).toHaveLength(3);
});

test('all objects of a tenant have its labels, the bindings too', () => {
  const manifests = rendered(
    (chart) =>
      new TenantNamespace(chart, 'team-a', {
        labels: { team: 'a' },
        partOf: 'store',
        quota: { pods: 10 },
        access: {
          developers: { to: { group: 'team-a' }, role: 'edit' },
          robots: { to: { user: 'r2' }, role: [{ resources: ['pods'], verbs: ['get'] }] },
        },
      }),
  );
  const shared = { team: 'a', 'app.kubernetes.io/instance': 'team-a', 'app.kubernetes.io/part-of': 'store' };
  expect(Object.keys(manifests)).toHaveLength(6);
  for (const { metadata } of Object.values(manifests)) expect(metadata.labels).toMatchObject(shared);
});

describe('a workload that is named like its namespace', () => {
  const shop = { image: 'shop:1.0.0', port: 8080, qos: Qos.bestEffort(), probes: Probes.http('/') };

  test.each([false, true])('has an id of its own; the workload first: %s', (workloadFirst) => {
    const make = [
      (chart: Chart) => new TenantNamespace(chart, 'shop', { access: { shop: { to: { user: 'a' }, role: 'view' } } }),
      (chart: Chart) => new WebApp(chart, 'shop', { ...shop, namespace: 'shop' }),
    ];
    const manifests = rendered((chart) => {
      for (const one of workloadFirst ? make.reverse() : make) one(chart);
    });
    expect(Object.keys(manifests)).toEqual(
      expect.arrayContaining([
        'Namespace/shop',
        'NetworkPolicy/default-deny',
        'RoleBinding/shop-view',
        'Deployment/shop',
      ]),
    );
  });

  test('both report what is wrong with them', () => {
    const app = new CheckedApp({ outdir: '/dev/null/none' });
    const chart = new Chart(app, 'c', { namespace: 'shop' });
    new TenantNamespace(chart, 'shop', { network: 'closed' as 'deny' });
    new WebApp(chart, 'shop', { ...shop, port: 0 });
    const findings = (() => {
      try {
        app.synthYaml();
      } catch (error) {
        return (error as CheckFailed).findings.map(({ path }) => path);
      }
      return [];
    })();
    expect(findings).toEqual(['network', expect.stringMatching(/port/)]);
  });
});
