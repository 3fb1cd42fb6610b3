import { checkUpgrade, planUpdate } from '../../src/upgrade';
import { partialObjects } from '../partial-objects';

const told = (previous: object, next: object | undefined) =>
  checkUpgrade([previous], next === undefined ? [] : [next]).map(({ rule, reason, path }) =>
    `${rule} ${reason} ${path}`.trim(),
  );

const workload = (kind: string, spec: object) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
    ...spec,
  },
});
const claimTemplates = (storage: string) => [
  { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } } },
];
const claim = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', namespace: 'shop' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '8Gi' } }, ...spec },
});

// Reasons and fields are those of kube-apiserver 1.36.3; test/e2e/upgrade.test.ts asks it again.
test.each<[string, object, object | undefined, string[]]>([
  ['what may change', workload('Deployment', { replicas: 1 }), workload('Deployment', { replicas: 2 }), []],
  [
    'a default written out',
    workload('StatefulSet', {}),
    workload('StatefulSet', { podManagementPolicy: 'OrderedReady' }),
    [],
  ],
  [
    'a selector',
    workload('Deployment', {}),
    workload('Deployment', {
      selector: { matchLabels: { app: 'other' } },
      template: { metadata: { labels: { app: 'other' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
    }),
    ['workload-selector-immutable FieldValueInvalid spec.selector'],
  ],
  [
    'a service name',
    workload('StatefulSet', { serviceName: 'a' }),
    workload('StatefulSet', { serviceName: 'b' }),
    ['stateful-set-spec-immutable FieldValueForbidden spec'],
  ],
  [
    'the size of a claim template',
    workload('StatefulSet', { volumeClaimTemplates: claimTemplates('8Gi') }),
    workload('StatefulSet', { volumeClaimTemplates: claimTemplates('4096Mi') }),
    ['stateful-set-spec-immutable FieldValueForbidden spec'],
  ],
  [
    'a claim that shrinks',
    claim({}),
    claim({ resources: { requests: { storage: '4Gi' } } }),
    ['claim-shrinks FieldValueForbidden spec.resources.requests.storage'],
  ],
  ['a claim that grows', claim({}), claim({ resources: { requests: { storage: '9Gi' } } }), []],
  [
    'access modes of a claim',
    claim({}),
    claim({ accessModes: ['ReadWriteMany'] }),
    ['claim-immutable FieldValueForbidden spec'],
  ],
  ['a claim that is gone', claim({}), undefined, ['upgrade-data-gone DanglingReference']],
  ['a Deployment that is gone', workload('Deployment', {}), undefined, []],
  [
    'an immutable ConfigMap',
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, immutable: true, data: { a: '1' } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, immutable: true, data: { a: '2' } },
    ['configuration-immutable FieldValueForbidden data'],
  ],
  [
    'the type of a Secret',
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } },
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, type: 'example.com/other' },
    ['secret-type-immutable FieldValueInvalid type'],
  ],
])('%s', (_, previous, next, expected) => {
  expect(told(previous, next)).toEqual(expected);
});

test('the values of a Secret are not reported', () => {
  const secret = (password: string) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'a' },
    immutable: true,
    data: { password },
  });
  const findings = checkUpgrade([secret('aHVudGVyMg==')], [secret('aHVudGVyMw==')]);
  expect(findings).toHaveLength(1);
  expect(JSON.stringify(findings)).not.toContain('aHVudGVy');
});

test('objects whose fields are missing are compared', () => {
  const set = workload('StatefulSet', { volumeClaimTemplates: claimTemplates('8Gi') });
  for (const partial of [...partialObjects(set, [undefined]), ...partialObjects(claim({}), [undefined])]) {
    for (const [previous, next] of [
      [partial, set],
      [set, partial],
      [partial, partial],
    ] as const) {
      expect(() => checkUpgrade([previous], [next])).not.toThrow();
    }
  }
});

test('the strings of an immutable Secret are fixed as well', () => {
  const secret = (stringData: object) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'login' },
    immutable: true,
    stringData,
  });
  expect(told(secret({ user: 'a' }), secret({ user: 'a' }))).toEqual([]);
  expect(told(secret({ user: 'a' }), secret({ user: 'b' }))).toEqual([
    'configuration-immutable FieldValueForbidden data',
  ]);
});

test.each([
  ['v1', 'PersistentVolumeClaim', 1],
  ['v1', 'PersistentVolume', 1],
  ['v1', 'Namespace', 1],
  ['apps/v1', 'StatefulSet', 1],
  ['apps/v1', 'Deployment', 0],
  ['example.com/v1', 'StatefulSet', 0],
])('%s %s that is gone', (apiVersion, kind, count) => {
  expect(checkUpgrade([{ apiVersion, kind, metadata: { name: 'web' } }], [])).toHaveLength(count);
});

test('a finding names the object, its document in the next manifests, and the version', () => {
  const config = (value: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'web', namespace: 'shop' },
    immutable: true,
    data: { a: value },
  });
  const [finding] = checkUpgrade([config('1')], [workload('Deployment', {}), config('2')], {
    kubernetesVersion: '1.30',
  });
  expect(finding).toMatchObject({
    ...{ apiVersion: 'v1', kind: 'ConfigMap', name: 'web', namespace: 'shop', document: 1 },
    ...{ category: 'api', severity: 'error', kubernetesVersions: ['1.30'] },
  });
  expect(finding!.hint).toMatch(/hashedName/);
});

test('warnings about the new object are not reported', () => {
  const ingress = (annotations: object) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web', annotations },
    spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
  });
  // The server: annotation "kubernetes.io/ingress.class" is deprecated, please use 'spec.ingressClassName' instead
  expect(told(ingress({}), ingress({ 'kubernetes.io/ingress.class': 'nginx' }))).toEqual([]);
});

test('the server is one of the newest version unless another is named', () => {
  // ValidateStatefulSetUpdate allows a change of revisionHistoryLimit from 1.33 on.
  const set = (revisionHistoryLimit: number) => workload('StatefulSet', { serviceName: 'web', revisionHistoryLimit });
  const rules = (options?: object) => checkUpgrade([set(1)], [set(2)], options).map(({ rule }) => rule);
  expect(rules()).toEqual([]);
  expect(rules({ kubernetesVersion: '1.33' })).toEqual([]);
  expect(rules({ kubernetesVersion: '1.32' })).toEqual(['stateful-set-spec-immutable']);
});

test.each<[string, object, object]>([
  ['amounts in other units', claim({}), claim({ resources: { requests: { storage: '8192Mi' } } })],
  ['strings of a Secret that become data', secretOf({ stringData: { a: 'a' } }), secretOf({ data: { a: 'YQ==' } })],
  ['an empty list', workload('StatefulSet', {}), workload('StatefulSet', { volumeClaimTemplates: [] })],
  ['a headless Service that gets no address', serviceOf({ clusterIP: 'None' }), serviceOf({})],
])('%s are the same to the server', (_, previous, next) => {
  expect(told(previous, next)).toEqual([]);
});

// As kubectl 1.36 does: what was created without the annotation of kubectl apply has no fields that it could remove.
test('an exported object without an annotation of kubectl apply keeps what the next manifest does not have', () => {
  const config = (metadata: object, data: object) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'a', ...metadata },
    immutable: true,
    data,
  });
  const next = config({}, { a: '1' });
  expect(told(config({ uid: '7e1a' }, { a: '1', b: '2' }), next)).toEqual([]);
  expect(told(config({}, { a: '1', b: '2' }), next)).toEqual(['configuration-immutable FieldValueForbidden data']);
});

// The server ignores both fields of a new object; a second kubectl apply of the manifest sends them again.
test.each([
  ['deletionTimestamp', '2026-01-01T00:00:00Z', 'metadata-deletion-timestamp-immutable'],
  ['deletionGracePeriodSeconds', 5, 'metadata-grace-period-immutable'],
])('a manifest with %s cannot be applied again, even unchanged', (field, value, rule) => {
  const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', [field]: value } };
  expect(told(manifest, manifest)).toEqual([`${rule} FieldValueInvalid metadata.${field}`]);
});

// https://github.com/kubernetes/kubernetes/issues/39188
test('kubectl apply loses a port of the same number and another protocol', () => {
  const dns = (protocol: string) => ({ name: protocol.toLowerCase(), containerPort: 53, protocol });
  const pod = (...ports: object[]) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'dns' },
    spec: { containers: [{ name: 'dns', image: 'dns:1', ports }] },
  });
  const [before, after] = [pod(dns('UDP')), pod(dns('UDP'), dns('TCP'))] as any[];
  const ports = (mode: 'client' | 'server') =>
    (planUpdate(before, after, '1.36', mode).after as any).spec.containers[0].ports.map(
      ({ protocol }: any) => protocol,
    );
  expect(ports('client')).toEqual(['TCP']);
  expect(ports('server')).toEqual(['UDP', 'TCP']);
});

// As kubectl apply 1.36 does: updateStrategy has no patch strategy, so what it defaulted before stays.
test('a StatefulSet that changes to OnDelete keeps its partition under kubectl apply', () => {
  const next = workload('StatefulSet', { updateStrategy: { type: 'OnDelete' } });
  const rules = (applyMode: 'client' | 'server') =>
    checkUpgrade([workload('StatefulSet', {})], [next], { applyMode }).map(({ path }) => path);
  expect(rules('client')).toEqual(['spec.updateStrategy.rollingUpdate']);
});

function secretOf(fields: object) {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'login' }, immutable: true, ...fields };
}

function serviceOf(spec: object) {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { ports: [{ port: 80 }], ...spec } };
}

// kube-apiserver 1.28.15 and 1.36.3, with a StorageClass fast that allows its volumes to grow.
describe('the size of a claim', () => {
  const LEGACY = 'volume.beta.kubernetes.io/storage-class';
  const sized = (spec: object, storage: string, metadata: object = {}) => {
    const { metadata: own, ...rest } = claim({ ...spec, resources: { requests: { storage } } });
    return { ...rest, metadata: { ...own, ...metadata } };
  };
  const exported = { uid: '6c6db26e-8f34-4fd1-9b1a-5c3e3f0f7c0b' };
  const bound = { ...sized({}, '10Gi', exported), status: { phase: 'Bound', capacity: { storage: '10Gi' } } };
  const none = { storageClassName: '' };
  const refusal = 'claim-without-class-grows FieldValueForbidden spec.resources.requests.storage';
  const legacy = (name: string) => ({ annotations: { [LEGACY]: name } });

  test.each<[string, object, object, string[]]>([
    ['of the empty class grows', sized(none, '10Gi'), sized(none, '20Gi'), [refusal]],
    ['of the empty class stays, in other units', sized(none, '10Gi'), sized(none, '10240Mi'), []],
    ['without a class in its manifest may have the default one', sized({}, '10Gi'), sized({}, '20Gi'), []],
    ['without a class in the cluster grows', bound, sized({}, '20Gi'), [refusal]],
    ['gets its class as it grows', bound, sized({ storageClassName: 'fast' }, '20Gi'), [refusal]],
    ['loses the default class as it grows', sized({}, '10Gi'), sized(none, '20Gi'), [refusal]],
    [
      'of a class that the older annotation names',
      sized(none, '10Gi', legacy('fast')),
      sized(none, '20Gi', legacy('fast')),
      [],
    ],
    [
      'whose older annotation is empty',
      sized({ storageClassName: 'fast' }, '10Gi', legacy('')),
      sized({ storageClassName: 'fast' }, '20Gi', legacy('')),
      [refusal],
    ],
    [
      'is asked for its size after validation',
      sized(none, '10Gi'),
      sized(none, '20Gi', { labels: { a: '-' } }),
      ['metadata-labels FieldValueInvalid metadata.labels'],
    ],
    [
      'changes more than its size',
      sized(none, '10Gi'),
      sized({ ...none, accessModes: ['ReadWriteMany'] }, '20Gi'),
      ['claim-immutable FieldValueForbidden spec'],
    ],
  ])('a claim that %s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });
});
