import { checkUpgrade } from '../../src/upgrade';
import { partialObjects } from '../partial-objects';

const object = (apiVersion: string, kind: string, fields: object): any => ({
  apiVersion,
  kind,
  metadata: { name: 'web', namespace: 'shop' },
  ...fields,
});
const changed = (before: any, after: any) =>
  checkUpgrade([before], [after]).map(({ rule, reason, path, message }) => `${rule} ${reason} ${path}: ${message}`);
const immutable = (path: string, message = 'field is immutable', reason = 'FieldValueInvalid') =>
  `upgrade-immutable-field ${reason} ${path}: ${message}`;
const forbidden = (path: string, message: string) => immutable(path, message, 'FieldValueForbidden');

const labels = (app: string) => ({ matchLabels: { app } });
const workload = (kind: string, spec: object) =>
  object(kind === 'Job' ? 'batch/v1' : 'apps/v1', kind, {
    spec: {
      selector: labels('web'),
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { restartPolicy: kind === 'Job' ? 'Never' : 'Always', containers: [{ name: 'web', image: 'web:1' }] },
      },
      ...spec,
    },
  });
const SET_SPEC =
  "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden";
const CLAIM_SPEC =
  'spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims';
const storage = (size: string | undefined) => ({ resources: { requests: { storage: size } } });
const claim = (spec: object) =>
  object('v1', 'PersistentVolumeClaim', { spec: { accessModes: ['ReadWriteOnce'], ...storage('8Gi'), ...spec } });
const template = (name: string, size: string) => ({
  metadata: { name },
  spec: { accessModes: ['ReadWriteOnce'], ...storage(size) },
});

describe('fields that an applied object keeps', () => {
  test.each(['Deployment', 'ReplicaSet', 'DaemonSet'])('selector of a %s', (kind) => {
    expect(changed(workload(kind, {}), workload(kind, { selector: labels('api') }))).toEqual([
      immutable('spec.selector'),
    ]);
    expect(changed(workload(kind, {}), workload(kind, { minReadySeconds: 1 }))).toEqual([]);
  });

  test.each<[string, object]>([
    ['selector', { selector: labels('api') }],
    ['service name', { serviceName: 'api' }],
    ['claim templates', { volumeClaimTemplates: [template('data', '1Gi')] }],
    ['pod management', { podManagementPolicy: 'Parallel' }],
    ['two of them', { podManagementPolicy: 'Parallel', serviceName: 'api' }],
  ])('%s of a StatefulSet, told once', (_, spec) => {
    expect(changed(workload('StatefulSet', {}), workload('StatefulSet', spec))).toEqual([forbidden('spec', SET_SPEC)]);
  });

  test.each<[string, unknown, unknown]>([
    ['completions', 2, 3],
    ['completionMode', 'NonIndexed', 'Indexed'],
    ['backoffLimitPerIndex', 1, 2],
    ['managedBy', 'example.com/a', 'example.com/b'],
    ['selector', labels('a'), labels('b')],
  ])('%s of a Job', (field, before, after) => {
    const expected = [immutable(`spec.${field}`)];
    expect(changed(workload('Job', { [field]: before }), workload('Job', { [field]: after }))).toEqual(expected);
  });

  test('what may be set once', () => {
    expect(changed(claim({}), claim({ volumeName: 'disk' }))).toEqual([]);
    expect(changed(claim({ volumeName: 'disk' }), claim({}))).toEqual([]);
    expect(changed(claim({ volumeName: 'disk' }), claim({ volumeName: 'other' }))).toEqual([
      forbidden('spec', CLAIM_SPEC),
    ]);
    for (const field of ['storageClassName', 'volumeMode']) {
      const [a, b] = field === 'volumeMode' ? ['Block', 'Filesystem'] : ['a', 'b'];
      expect(changed(claim({ [field]: a }), claim({ [field]: b }))).toEqual([forbidden('spec', CLAIM_SPEC)]);
    }
    const service = (clusterIP?: string) => object('v1', 'Service', { spec: { clusterIP, ports: [{ port: 80 }] } });
    expect(changed(service(), service('10.0.0.1'))).toEqual([]);
    expect(changed(service('10.0.0.1'), service('10.0.0.2'))).toEqual([
      immutable('spec.clusterIP', 'may not change once set'),
    ]);
  });

  test('classes, bindings and types', () => {
    const storageClass = (fields: object) =>
      object('storage.k8s.io/v1', 'StorageClass', { provisioner: 'a', ...fields });
    expect(changed(storageClass({}), storageClass({ provisioner: 'b' }))).toEqual([
      forbidden('provisioner', 'updates to provisioner are forbidden.'),
    ]);
    expect(changed(storageClass({}), storageClass({ parameters: { a: 'b' } }))).toEqual([
      forbidden('parameters', 'updates to parameters are forbidden.'),
    ]);
    expect(changed(storageClass({}), storageClass({ volumeBindingMode: 'WaitForFirstConsumer' }))).toEqual([
      immutable('volumeBindingMode'),
    ]);
    const binding = (name: string) =>
      object('rbac.authorization.k8s.io/v1', 'RoleBinding', {
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      });
    expect(changed(binding('a'), binding('b'))).toEqual([immutable('roleRef', 'cannot change roleRef')]);
    const secret = (type: string) => object('v1', 'Secret', { type });
    expect(changed(secret('Opaque'), secret('example.com/a'))).toEqual([immutable('type')]);
    const priority = (value: number) => object('scheduling.k8s.io/v1', 'PriorityClass', { value });
    expect(changed(priority(1), priority(2))).toEqual([forbidden('value', 'may not be changed in an update.')]);
    const ingress = (controller: string) => object('networking.k8s.io/v1', 'IngressClass', { spec: { controller } });
    expect(changed(ingress('example.com/a'), ingress('example.com/b'))).toEqual([immutable('spec.controller')]);
    const runtime = (handler: string) => object('node.k8s.io/v1', 'RuntimeClass', { handler });
    expect(changed(runtime('a'), runtime('b'))).toEqual([immutable('handler')]);
  });

  test('the same field of another kind may change', () => {
    expect(changed(object('v1', 'ConfigMap', { type: 'a' }), object('v1', 'ConfigMap', { type: 'b' }))).toEqual([]);
    expect(
      changed(object('example.com/v1', 'Secret', { type: 'a' }), object('example.com/v1', 'Secret', { type: 'b' })),
    ).toEqual([]);
  });
});

describe('immutable configuration', () => {
  const frozen = (field: string) =>
    `upgrade-immutable-configuration FieldValueForbidden ${field}: field is immutable when \`immutable\` is set`;
  const config = (fields: object, kind = 'ConfigMap') =>
    object('v1', kind, { immutable: true, data: { a: 'YQ==' }, ...fields });

  test.each(['ConfigMap', 'Secret'])('%s', (kind) => {
    expect(changed(config({}, kind), config({}, kind))).toEqual([]);
    expect(changed(config({}, kind), config({ data: { a: 'Yg==' } }, kind))).toEqual([frozen('data')]);
    expect(changed(config({}, kind), config({ data: undefined }, kind))).toEqual([frozen('data')]);
    expect(changed(config({}, kind), config({ immutable: undefined }, kind))).toEqual([frozen('immutable')]);
    expect(changed(config({ data: undefined }, kind), config({ data: {} }, kind))).toEqual([]);
    for (const immutable of [false, undefined]) {
      expect(changed(config({ immutable }, kind), config({ data: { a: 'Yg==' } }, kind))).toEqual([]);
    }
  });

  test('binary data, and what other kinds call immutable', () => {
    expect(changed(config({}), config({ binaryData: { b: 'YQ==' } }))).toEqual([frozen('binaryData')]);
    expect(
      changed(
        object('example.com/v1', 'ConfigMap', { immutable: true, data: 1 }),
        object('example.com/v1', 'ConfigMap', { immutable: true, data: 2 }),
      ),
    ).toEqual([]);
  });
});

describe('storage', () => {
  const shrinks =
    'upgrade-storage-shrinks FieldValueForbidden spec.resources.requests.storage: field can not be less than status.capacity';

  test.each<[string | undefined, string | undefined, boolean]>([
    ['8Gi', '8Gi', false],
    ['8Gi', '8192Mi', false],
    ['8Gi', '8191Mi', true],
    ['8Gi', '9Gi', false],
    ['8Gi', undefined, false],
    [undefined, '8Gi', false],
    ['much', '8Gi', false],
    ['8Gi', 'little', false],
  ])('a claim of %p that requests %p', (before, after, reported) => {
    expect(
      changed(claim(storage(before)), claim(storage(after))).map((line) => line.replace('cannot', 'can not')),
    ).toEqual(reported ? [shrinks] : []);
  });

  test('claim templates are compared by name', () => {
    const set = (...templates: object[]) => workload('StatefulSet', { volumeClaimTemplates: templates });
    const rules = (before: any, after: any) =>
      checkUpgrade([before], [after]).map(({ rule, path }) => `${rule} ${path}`);
    const first = 'upgrade-immutable-field spec';
    expect(
      rules(set(template('a', '1Gi'), template('b', '2Gi')), set(template('b', '1Gi'), template('a', '1Gi'))),
    ).toEqual([first, 'upgrade-storage-shrinks spec.volumeClaimTemplates[1].spec.resources.requests.storage']);
    expect(rules(set(template('a', '2Gi')), set(template('b', '1Gi')))).toEqual([first]);
    expect(rules(set(template('a', '2Gi')), workload('StatefulSet', {}))).toEqual([first]);
    expect(rules(workload('StatefulSet', {}), workload('StatefulSet', {}))).toEqual([]);
    // Other kinds have no such field.
    const other = (size: string) =>
      object('example.com/v1', 'StatefulSet', { spec: { volumeClaimTemplates: [template('a', size)] } });
    expect(rules(other('2Gi'), other('1Gi'))).toEqual([]);
    const shrunk = (size: string) => object('v1', 'Pod', { spec: storage(size) });
    expect(rules(shrunk('2Gi'), shrunk('1Gi'))).toEqual([]);
  });
});

describe('objects that are gone', () => {
  test.each([
    ['v1', 'PersistentVolumeClaim', 1],
    ['v1', 'PersistentVolume', 1],
    ['v1', 'Namespace', 1],
    ['apps/v1', 'StatefulSet', 1],
    ['apps/v1', 'Deployment', 0],
    ['example.com/v1', 'StatefulSet', 0],
  ])('%s %s', (apiVersion, kind, count) => {
    expect(checkUpgrade([object(apiVersion, kind, {})], [])).toHaveLength(count);
  });

  test('are found by group, kind, namespace and name', () => {
    const before = object('v1', 'Namespace', {});
    const [gone] = checkUpgrade([before], [{ ...before, metadata: { name: 'other', namespace: 'shop' } }]);
    expect(gone).toMatchObject({
      rule: 'upgrade-data-gone',
      category: 'reference',
      severity: 'error',
      reason: 'DanglingReference',
      path: '',
    });
    expect(gone!.document).toBeUndefined();
    expect(gone!.message).toMatch(/^the object is removed/);
  });
});

test('a finding names the object and its document in the next manifests', () => {
  const config = (value: string) => object('v1', 'ConfigMap', { immutable: true, data: { a: value } });
  expect(checkUpgrade([config('1')], [workload('Deployment', {}), config('2')])).toMatchObject([
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: 'web',
      namespace: 'shop',
      document: 1,
      category: 'api',
      severity: 'error',
    },
  ]);
});

test('objects whose fields are missing or null are compared', () => {
  const objects = [
    workload('StatefulSet', { volumeClaimTemplates: [template('a', '1Gi')] }),
    claim({}),
    object('v1', 'ConfigMap', { immutable: true, data: { a: '1' } }),
  ];
  for (const whole of objects) {
    for (const partial of partialObjects(whole)) {
      expect(() => checkUpgrade([whole], [partial])).not.toThrow();
      expect(() => checkUpgrade([partial], [whole])).not.toThrow();
    }
  }
});

test('a finding says how to fix it and for which version it holds', () => {
  const pairs = [
    [claim({}), claim(storage('1Gi'))],
    [object('v1', 'ConfigMap', { immutable: true }), object('v1', 'ConfigMap', { immutable: false })],
    [
      workload('StatefulSet', { volumeClaimTemplates: [template('a', '2Gi')] }),
      workload('StatefulSet', { volumeClaimTemplates: [template('a', '1Gi')] }),
    ],
    [claim({}), undefined],
  ];
  for (const [before, after] of pairs) {
    const findings = checkUpgrade([before], after === undefined ? [] : [after], { kubernetesVersion: '1.30' });
    expect(findings).not.toEqual([]);
    for (const { hint, message, kubernetesVersions } of findings) {
      expect([hint, message]).toEqual([expect.stringMatching(/\w+ \w+/), expect.stringMatching(/\w+ \w+/)]);
      expect(kubernetesVersions).toEqual(['1.30']);
    }
  }
});

test('claim templates without metadata or a list are compared', () => {
  const set = (templates: unknown) => workload('StatefulSet', { volumeClaimTemplates: templates });
  const named = set([template('a', '2Gi')]);
  for (const templates of [[{}], [{ metadata: {} }], [], undefined]) {
    expect(checkUpgrade([named], [set(templates)]).map(({ rule }) => rule)).toEqual(['upgrade-immutable-field']);
    expect(() => checkUpgrade([set(templates)], [named])).not.toThrow();
  }
  const bare = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'web', namespace: 'shop' } };
  expect(() => checkUpgrade([bare], [bare])).not.toThrow();
});
