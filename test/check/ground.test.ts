import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  claim,
  deployment,
  limitRange,
  namespace,
  pod,
  priorityClass,
  quota,
  service,
} from '../../src/admission/examples';
import { type CheckOptions, checkManifests } from '../../src/check';
import { assertAppliesCleanlyTo } from '../../src/testing';

const header = (...kinds: string[]) => ({
  apiVersion: 'cdk8s-patterns.dev/v1',
  kind: 'ClusterSnapshot',
  metadata: { name: 'test' },
  spec: { kubernetesVersion: '1.36', kinds },
});
const live = (object: object, more: object = {}) => {
  const { metadata, ...rest } = object as any;
  return { ...rest, metadata: { uid: '8d6c', ...metadata }, ...more };
};

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-patterns-'));
let snapshots = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Findings of a check against a cluster of these objects. */
function against(ground: readonly object[] | string, objects: readonly object[], options: CheckOptions = {}) {
  const cluster = join(folder, `snapshot-${++snapshots}.yaml`);
  const text = typeof ground === 'string' ? ground : ground.map((one) => JSON.stringify(one)).join('\n---\n');
  writeFileSync(cluster, text);
  return checkManifests(objects, { cluster, ...options });
}

const rulesOf = (...parameters: Parameters<typeof against>) =>
  against(...parameters)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);

test('a namespace that a snapshot does not have refuses objects, another file says nothing about it', () => {
  expect(rulesOf([header('Namespace'), live(namespace({}))], [pod({})])).toEqual([]);
  expect(rulesOf([header('Namespace'), live(limitRange({}))], [pod({})])).toEqual(['admission-namespace']);
  expect(rulesOf([limitRange({})], [pod({})])).toEqual([]);
});

test('a new cluster with the objects of files has no others', () => {
  const file = join(folder, 'platform.yaml');
  const rules = (ground: readonly object[], object: object, cluster: readonly string[]) => {
    writeFileSync(file, ground.map((one) => JSON.stringify(one)).join('\n---\n'));
    const found = checkManifests([object], { cluster });
    return found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  };
  const cluster = ['empty', file];
  const small = pod({ containers: [{ name: 'shop', image: 'shop:1.4.2', resources: { limits: { cpu: '2' } } }] });
  const policies = [namespace({}), limitRange({ max: { cpu: '1' } })];
  expect(rules(policies, small, cluster)).toEqual(['admission-limit-range']);
  expect(rules(policies, small, cluster.toReversed())).toEqual(['admission-limit-range']);
  expect(rules([priorityClass()], pod({}), cluster)).toEqual(['admission-namespace']);
  expect(rules([priorityClass()], pod({}), [file])).toEqual([]);
  expect(rules([priorityClass()], pod({}), ['empty'])).toEqual(['admission-namespace']);
  expect(rules([namespace({})], pod({ priorityClassName: 'high' }), cluster)).toEqual(['admission-priority']);
  expect(rules([namespace({}), priorityClass()], pod({ priorityClassName: 'high' }), cluster)).toEqual([]);
  expect(() => assertAppliesCleanlyTo([pod({ priorityClassName: 'high' })], cluster)).not.toThrow();
  expect(() => assertAppliesCleanlyTo([pod({ priorityClassName: 'low' })], cluster)).toThrow('admission-priority');
  // Claims wait for the class that administrators of a new cluster add.
  expect(rules([namespace({})], claim(), cluster)).toEqual([]);
  // What cannot be read may be the namespace that is meant.
  const broken = { ...(namespace({}) as object), metadata: { name: 'other', labels: { a: {} } } };
  expect(rules([service('shop', 30080), broken], pod({}), cluster)).not.toContain('admission-namespace');
});

test('a LimitRange of the cluster is in force, and the hint says where it is', () => {
  const small = pod({ containers: [{ name: 'shop', image: 'shop:1.4.2', resources: { limits: { cpu: '2' } } }] });
  const [found] = against([header('Namespace'), live(namespace({})), live(limitRange({ max: { cpu: '1' } }))], [small]);
  expect(found).toMatchObject({ rule: 'admission-limit-range', severity: 'error' });
  expect(found!.hint).toMatch(/LimitRange "limits" is in the cluster: .*snapshot-\d+\.yaml:5:1/);
});

test('a LimitRange of a manifest has the defaults that a cluster fills in', () => {
  // The default limit is the maximum (SetDefaults_LimitRangeItem).
  const limits = limitRange({ max: { memory: '100Mi' } });
  expect(rulesOf([limits], [pod({})])).toEqual([]);
  expect(rulesOf([limits], [deployment({})])).toEqual([]);
});

test('practices know the defaults and network policies of the cluster', () => {
  const practices = (ground: readonly object[], objects: readonly object[] = []) => {
    const allowKinds = ['cilium.io/CiliumNetworkPolicy'];
    const found = against(ground, [...objects, deployment({})], { practices: true, allowKinds });
    return found.map(({ rule }) => rule).filter((rule) => /^(resources-unset|network-policy-missing)$/.test(rule));
  };
  const cilium = (endpointSelector: object) => ({
    ...{ apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', metadata: { name: 'all', namespace: 'shop' } },
    spec: { endpointSelector },
  });
  const limits = limitRange({ default: { cpu: '1', memory: '1Gi' } });
  expect(practices([namespace({})])).toEqual(['resources-unset', 'network-policy-missing']);
  expect(practices([limits, cilium({})])).toEqual([]);
  expect(practices([namespace({})], [limits, cilium({})])).toEqual([]);
  expect(practices([namespace({})], [limits, cilium({ matchLabels: { app: 'x' } })])).toEqual([
    'network-policy-missing',
  ]);
});

test('a quota counts what the cluster says is used', () => {
  const used = (pods: string) => live(quota({ pods: '2' }), { status: { used: { pods } } });
  expect(rulesOf([used('1')], [pod({})])).toEqual([]);
  expect(rulesOf([used('2')], [pod({})])).toEqual(['admission-resource-quota']);
});

test('of a kind that a snapshot has not read, objects may be counted already', () => {
  const full = live(quota({ pods: '1' }), { status: { used: { pods: '1' } } });
  const others = [header('Namespace', 'ResourceQuota'), live(namespace({})), full];
  expect(rulesOf(others, [pod({})])).toEqual([]);
  const read = [header('Namespace', 'ResourceQuota', 'Pod'), live(namespace({})), full];
  expect(rulesOf(read, [pod({})])).toEqual(['admission-resource-quota']);
  expect(rulesOf([...read, live(pod({}))], [pod({})])).toEqual([]);
});

test('pods of a workload that is in the cluster are counted once', () => {
  const ground = [
    live(quota({ pods: '3' }), { status: { used: { pods: '3' } } }),
    live(deployment({ replicas: 3 }), { status: { replicas: 3 } }),
  ];
  expect(rulesOf(ground, [deployment({ replicas: 3 })])).toEqual([]);
  expect(rulesOf(ground, [deployment({ replicas: 4 })])).toEqual(['pods-exceed-quota']);
});

test('a node port of another Service is taken', () => {
  const [found] = against([live(service('shop', 30080))], [service('blog', 30080)]);
  expect(found).toMatchObject({
    rule: 'admission-allocated',
    path: 'spec.ports[0].nodePort',
    message: 'Invalid value: 30080: provided port is already allocated',
  });
  expect(rulesOf([live(service('shop', 30080))], [service('shop', 30080), service('blog', 30081)])).toEqual([]);
});

test('the other one is named with its namespace where that is another one', () => {
  const of = (...names: string[]) =>
    names.map((one) => ({ ...service('shop', 30080), metadata: { name: 'shop', namespace: one } }));
  const spaces = ['one', 'two'].map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
  const [found] = checkManifests([...spaces, ...of('one', 'two')]).filter(({ rule }) => rule === 'admission-allocated');
  expect(found!.hint).toContain('Service "shop" in namespace one is defined as document 3');
  const [inCluster] = against(
    of('one').map((one) => live(one)),
    of('two'),
  );
  expect(inCluster!.hint).toContain('Service "shop" in namespace one is in the cluster');
  const blog = { ...service('blog', 30080), metadata: { name: 'blog', namespace: 'one' } };
  const [beside] = checkManifests([...of('one'), blog]).filter(({ rule }) => rule === 'admission-allocated');
  expect(beside!.hint).toContain('Service "shop" is defined as document 1');
});

test('an immutable field is compared with the object of the cluster', () => {
  const other = deployment({ selector: { matchLabels: { app: 'blog' } } }) as any;
  other.spec.template.metadata.labels = { app: 'blog' };
  const [found] = against([live(deployment({}))], [other]);
  expect(found).toMatchObject({ rule: 'workload-selector-immutable', category: 'api' });
  expect(found!.hint).toContain('Deployment "shop" is in the cluster');
});

test('an object that another controller owns is a warning', () => {
  const ownerReferences = [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop', uid: 'a', controller: true }];
  const owned = live(service('shop', 30080));
  owned.metadata.ownerReferences = ownerReferences;
  const [found] = against([owned], [service('shop', 30081)]);
  expect(found).toMatchObject({ rule: 'admission-owned', severity: 'warning', path: 'metadata.name' });
  const ownedPod = live(pod({}));
  ownedPod.metadata.ownerReferences = ownerReferences;
  const changed = pod({ activeDeadlineSeconds: 60 });
  const isOwned = (one: { rule: string }) => one.rule === 'admission-owned';
  expect(against([ownedPod], [changed]).find(isOwned)).toMatchObject({ path: 'metadata.name' });
});

test('references are checked against a snapshot', () => {
  const referring = pod({
    containers: [{ name: 'shop', image: 'shop:1.4.2', envFrom: [{ secretRef: { name: 'login' } }] }],
  });
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'login', namespace: 'shop' },
    data: { user: '' },
  };
  const named = (ground: object[]) =>
    against(ground, [referring]).filter(({ message }) => message.includes('no Secret "login"'));
  expect(named([header('Secret', 'Namespace'), live(namespace({}))])).toHaveLength(1);
  expect(named([header('Secret', 'Namespace'), live(namespace({})), live(secret)])).toEqual([]);
});

describe('claims', () => {
  const complete = header('PersistentVolume', 'storage.k8s.io/StorageClass');
  const storageClass = (provisioner: string) => ({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'fast' },
    provisioner,
  });
  const volume = (spec: object) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'disk' },
    spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], storageClassName: 'fast', ...spec },
    status: { phase: 'Available' },
  });
  const fast = () => ({ ...claim(), spec: { ...claim().spec, storageClassName: 'fast' } });

  test.each([
    ['a class with a provisioner', [storageClass('example.com/disks')], []],
    ['a class without one', [storageClass('kubernetes.io/no-provisioner')], ['claim-never-bound']],
    ['no class', [], ['claim-never-bound']],
    ['a volume that fits', [volume({})], []],
    ['a volume that is too small', [volume({ capacity: { storage: '512Mi' } })], ['claim-never-bound']],
    ['a volume of another class', [volume({ storageClassName: 'slow' })], ['claim-never-bound']],
    ['a volume with other modes', [volume({ accessModes: ['ReadOnlyMany'] })], ['claim-never-bound']],
    ['a volume of another claim', [volume({ claimRef: { name: 'other', namespace: 'shop' } })], ['claim-never-bound']],
    ['a volume kept for this claim', [volume({ claimRef: { name: 'data', namespace: 'shop' } })], []],
  ])('%s', (_, ground, expected) => {
    expect(rulesOf([complete, ...ground], [fast()])).toEqual(expected);
  });

  test.each([
    [1, ['claim-never-bound']],
    [0, []],
  ])('of a StatefulSet with %d replicas', (replicas, expected) => {
    const labels = { app: 'db' };
    const statefulSet = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db', namespace: 'shop' },
      spec: {
        replicas,
        serviceName: 'db',
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: pod({}).spec },
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: fast().spec }],
      },
    };
    expect(rulesOf([complete], [statefulSet])).toEqual(expected);
  });

  test('without a snapshot of classes nothing is known', () => {
    expect(rulesOf([header('PersistentVolume')], [fast()])).toEqual([]);
  });
});

describe('objects that the server could not decode', () => {
  const of = (apiVersion: string, kind: string, fields: object, name: object = { name: 'shop' }) => ({
    ...{ apiVersion, kind, metadata: name },
    ...fields,
  });
  const policies = 'admissionregistration.k8s.io/v1';
  const inShop = { name: 'shop', namespace: 'shop' };
  const objects = [pod({}), claim(), service('shop', 30080)];

  test.each([
    ['webhooks', of(policies, 'ValidatingWebhookConfiguration', { webhooks: 5 })],
    ['webhooks', of(policies, 'MutatingWebhookConfiguration', { webhooks: { name: 'a' } })],
    ['webhooks[0].rules', of(policies, 'ValidatingWebhookConfiguration', { webhooks: [{ name: 'a', rules: 'all' }] })],
    ['spec', of(policies, 'ValidatingAdmissionPolicy', { spec: 5 })],
    ['spec.validations', of(`${policies}beta1`, 'ValidatingAdmissionPolicy', { spec: { validations: 'true' } })],
    [
      'spec.validationActions',
      of(policies, 'ValidatingAdmissionPolicyBinding', { spec: { validationActions: 'Deny' } }),
    ],
    ['spec.mutations', of(`${policies}alpha1`, 'MutatingAdmissionPolicy', { spec: { mutations: {} } })],
    ['spec.hard', of('v1', 'ResourceQuota', { spec: { hard: ['pods'] } }, inShop)],
    ['spec.limits', of('v1', 'LimitRange', { spec: { limits: { type: 'Pod' } } }, inShop)],
    ['metadata.labels', of('v1', 'Namespace', {}, { name: 'shop', labels: 'team' })],
    ['status', of('v1', 'Namespace', { status: 'Terminating' })],
    ['spec.ports', of('v1', 'Service', { spec: { ports: 80 } }, inShop)],
    ['spec.accessModes', of('v1', 'PersistentVolume', { spec: { accessModes: 'ReadWriteOnce' } })],
    ['metadata.ownerReferences', of('example.com/v1', 'Widget', {}, { name: 'shop', ownerReferences: 'team' })],
    ['metadata.namespace', of('kyverno.io/v1', 'Policy', {}, { name: 'shop', namespace: 5 })],
  ])('%s is an error of its file, and nothing else is', (path, object) => {
    const found = against([live(limitRange({})), object], objects);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({
        rule: 'wrong-type',
        path,
        file: expect.stringMatching(/snapshot-\d+\.yaml$/),
        line: 3,
      }),
    ]);
  });

  test('the only object of a file is reported too, at the field', () => {
    const text = `apiVersion: ${policies}\nkind: ValidatingWebhookConfiguration\nmetadata: {name: w}\nwebhooks: 5\n`;
    expect(against(text, [pod({})])).toMatchObject([
      {
        rule: 'wrong-type',
        line: 4,
        column: 1,
        message: expect.stringContaining('ValidatingWebhookConfiguration "w"'),
      },
    ]);
  });

  test('each such object is reported, when all else is the same too', () => {
    const inNamespace = (namespace: string) =>
      of('v1', 'LimitRange', { spec: { limits: {} } }, { name: 'limits', namespace });
    const found = against([inNamespace('shop'), inNamespace('blog')], [pod({})]);
    expect(found.map(({ rule, line }) => [rule, line])).toEqual([
      ['wrong-type', 1],
      ['wrong-type', 3],
    ]);
  });

  test('a kind with such an object is not known completely', () => {
    const broken = of('v1', 'Namespace', {}, { name: 'shop', labels: 'team' });
    expect(rulesOf([header('Namespace'), broken], [pod({})])).toEqual(['wrong-type']);
  });

  test.each([
    ['webhooks', of(policies, 'ValidatingWebhookConfiguration', { webhooks: null })],
    ['rules', of(policies, 'ValidatingWebhookConfiguration', { webhooks: [null, { name: 'a', rules: [null] }] })],
    ['limits', of('v1', 'LimitRange', { spec: { limits: null } }, inShop)],
    ['labels', of('v1', 'Namespace', {}, { name: 'shop', labels: null })],
    ['the spec of a custom resource', of('example.com/v1', 'Widget', { spec: null })],
  ])('null in %s is a field that is not there', (_, object) => {
    expect(rulesOf([object], objects)).toEqual([]);
  });

  test('what a snapshot has is accepted: keys without values, unknown fields and kinds', () => {
    const secret = of('v1', 'Secret', { data: { 'tls.crt': '' }, type: 'kubernetes.io/tls', immutable: true }, inShop);
    const later = of('v1', 'Namespace', { spec: { fieldOfLater: [1] } });
    const widget = of('example.com/v1', 'Widget', { spec: { limits: 5 }, status: 'fine' }, inShop);
    const removed = of('policy/v1beta1', 'PodSecurityPolicy', { spec: 5 });
    expect(rulesOf([header('Namespace'), secret, later, widget, removed], objects)).toEqual([]);
  });
});

describe('objects that no server wrote', () => {
  const agent = deployment({}, { hostNetwork: true });
  const policy = (expression: string) => [
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: 'replicas' },
      spec: {
        matchConstraints: {
          resourceRules: [
            { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['deployments'] },
          ],
        },
        validations: [{ expression }],
      },
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name: 'replicas' },
      spec: { policyName: 'replicas', validationActions: ['Deny'] },
    },
  ];

  test.each([
    ['unknown-field', { ...quota({ pods: '1' }), specs: {} }],
    ['namespace-pod-security', namespace({ 'pod-security.kubernetes.io/enforce': 'strict' })],
    ['unknown-kind', { apiVersion: 'v1', kind: 'Namespce', metadata: { name: 'shop' } }],
    ['admission-expression', policy('object.spec.replicas <')[0]!],
    ['not-an-object', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: true } }],
    ['not-an-object', { kind: 'Namespace', metadata: { name: 'shop' } }],
    ['not-an-object', { apiVersion: 'v1', kind: 'LimitRange', metadata: { namespace: 'shop' } }],
  ])('one with a mistake is one error (%s), is not in force, and the others are', (rule, mistaken) => {
    const enforcing = namespace({ 'pod-security.kubernetes.io/enforce': 'baseline' });
    const found = against([mistaken, ...policy('object.spec.replicas < 9'), enforcing], [agent]);
    expect(found.filter(({ severity }) => severity === 'error').map((one) => [one.rule, one.line])).toEqual([
      [rule, 1],
      ['pods-never-created', undefined],
    ]);
  });

  test('a class that pods name and that is not there is one error, with the way to add it', () => {
    const objects = [
      { ...namespace({}), metadata: { name: 'shop' } },
      deployment({}, { priorityClassName: 'low' }),
      pod({ priorityClassName: 'low' }),
      { ...priorityClass(), metadata: { name: 'high' } },
    ];
    const found = checkManifests(objects, { cluster: 'empty' }).filter(({ path }) =>
      path.endsWith('priorityClassName'),
    );
    expect(found.map(({ kind, rule }) => `${kind} ${rule}`)).toEqual([
      'Deployment pods-never-created',
      'Pod admission-priority',
    ]);
    expect(found[0]!.hint).toContain('add the PriorityClass, or correct its name');
  });

  test('a policy that does not compile denies nothing', () => {
    expect(rulesOf(policy('object.spec.replicas <'), [deployment({})])).toEqual(['admission-expression']);
  });

  test('what a server wrote is taken as it is', () => {
    const later = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop', uid: '8d6c' },
      spec: { ofLater: 1 },
    };
    expect(rulesOf([later], [deployment({})])).toEqual([]);
    expect(rulesOf([{ ...later, metadata: { name: 'shop' } }], [deployment({})])).toEqual(['unknown-field']);
  });
});

describe('files that cannot be used', () => {
  test('a document that is broken is one error, and the others count', () => {
    const text = `${JSON.stringify(live(service('shop', 30080)))}\n---\nkind: [\n---\njust: text\n`;
    const found = against(text, [service('blog', 30080)]);
    expect(found.map(({ rule, line }) => [rule, line])).toEqual([
      ['yaml-syntax', 3],
      ['not-an-object', 5],
      ['admission-allocated', undefined],
    ]);
  });

  test.each([
    ['no objects', ''],
    ['not YAML', '{{ template }}'],
  ])('%s', (_, text) => {
    expect(() => against(text, [pod({})])).toThrow(/^checkManifests: cluster: .*snapshot-\d+\.yaml/);
  });

  test('no file, objects in the place of files', () => {
    expect(() => checkManifests([pod({})], { cluster: [] })).toThrow(/^checkManifests: cluster: \[\]: it has no files/);
    for (const cluster of [[namespace({})], undefined, null] as any[]) {
      expect(() => assertAppliesCleanlyTo([pod({})], cluster)).toThrow(
        /^cluster: expected "empty", "assumed" or the file of a snapshot/,
      );
    }
  });

  test('a file that is not there', () => {
    expect(() => checkManifests([pod({})], { cluster: 'nowhere.yaml' })).toThrow(
      /^checkManifests: cluster: nowhere\.yaml: there is no such file \(use .*import cluster/,
    );
  });
});
