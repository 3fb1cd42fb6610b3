import { checkUpgrade } from '../../src/upgrade';
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
    workload('Deployment', { selector: { matchLabels: { app: 'other' } } }),
    ['upgrade-immutable-field FieldValueInvalid spec.selector'],
  ],
  [
    'a service name',
    workload('StatefulSet', { serviceName: 'a' }),
    workload('StatefulSet', { serviceName: 'b' }),
    ['upgrade-immutable-field FieldValueForbidden spec'],
  ],
  [
    'the size of a claim template',
    workload('StatefulSet', { volumeClaimTemplates: claimTemplates('8Gi') }),
    workload('StatefulSet', { volumeClaimTemplates: claimTemplates('4096Mi') }),
    [
      'upgrade-immutable-field FieldValueForbidden spec',
      'upgrade-storage-shrinks FieldValueForbidden spec.volumeClaimTemplates[0].spec.resources.requests.storage',
    ],
  ],
  [
    'a claim that shrinks',
    claim({}),
    claim({ resources: { requests: { storage: '4Gi' } } }),
    ['upgrade-storage-shrinks FieldValueForbidden spec.resources.requests.storage'],
  ],
  ['a claim that grows', claim({}), claim({ resources: { requests: { storage: '9Gi' } } }), []],
  [
    'access modes of a claim',
    claim({}),
    claim({ accessModes: ['ReadWriteMany'] }),
    ['upgrade-immutable-field FieldValueForbidden spec'],
  ],
  ['a claim that is gone', claim({}), undefined, ['upgrade-data-gone DanglingReference']],
  ['a Deployment that is gone', workload('Deployment', {}), undefined, []],
  [
    'an immutable ConfigMap',
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, immutable: true, data: { a: '1' } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, immutable: true, data: { a: '2' } },
    ['upgrade-immutable-configuration FieldValueForbidden data'],
  ],
  [
    'the type of a Secret',
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } },
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, type: 'example.com/other' },
    ['upgrade-immutable-field FieldValueInvalid type'],
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
  expect(told(secret({ user: 'a' }), secret({ user: 'b' }))).toEqual(
    expect.arrayContaining(['upgrade-immutable-configuration FieldValueForbidden stringData']),
  );
});

test('claim templates are matched by name', () => {
  const named = (...sizes: [string, string][]) =>
    workload('StatefulSet', {
      volumeClaimTemplates: sizes.map(([name, storage]) => ({ ...claimTemplates(storage)[0], metadata: { name } })),
    });
  const smaller =
    'upgrade-storage-shrinks FieldValueForbidden spec.volumeClaimTemplates[1].spec.resources.requests.storage';
  const shrinking = (next: object) =>
    told(named(['a', '1Gi'], ['b', '8Gi']), next).filter((line) => line.startsWith('upgrade-storage'));
  expect(shrinking(named(['b', '4Gi'], ['a', '1Gi']))).toEqual([smaller]);
  expect(shrinking(named(['a', '1Gi']))).toEqual([]);
});
