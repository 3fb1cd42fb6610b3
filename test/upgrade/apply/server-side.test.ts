import { configurationProblems, definedIn, planUpdate } from '../../../src/upgrade';

const configMap = (metadata: object, more: object) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'c', namespace: 'shop', ...metadata },
  ...more,
});
const deployment = (image: string, spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'c', namespace: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image }], volumes: [{ name: 'tmp', emptyDir: {} }] },
    },
    ...spec,
  },
});
const planned = (previous: object, next: object) => planUpdate(previous as any, next as any, '1.36', 'server') as any;

// What the cluster has after `kubectl apply --server-side` of 1.36.3 with the same manifests.
test.each([{ data: {} }, {}])('a map that loses all its entries is gone (%j)', (more) => {
  const { after } = planned(configMap({ labels: { a: '1' } }, { data: { a: '1' } }), configMap({ labels: {} }, more));
  expect(after).not.toHaveProperty('data');
  expect(after.metadata).not.toHaveProperty('labels');
});

test('an object that was applied empty stays', () => {
  const { findings, after } = planned(deployment('web'), deployment('web:2'));
  expect(findings).toEqual([]);
  expect(after.spec.template.spec.volumes).toEqual([{ name: 'tmp', emptyDir: {} }]);
});

test('an unknown list is reported as an unknown field', () => {
  const { findings } = planned(deployment('web'), deployment('web', { foo: [1] }));
  expect(findings.map(({ message }: any) => message)).toEqual(['unknown field "spec.foo"']);
});

test.each([
  [deployment('web', { replicas: [1] }), '.spec.replicas: expected numeric (int or float), got []interface {}'],
  [
    deployment('web', { replicas: { a: 1 } }),
    '.spec.replicas: expected numeric (int or float), got map[string]interface {}',
  ],
  [configMap({}, { data: { k: 1 } }), '.data.k: expected string, got &value.valueUnstructured{Value:1}'],
  [configMap({}, { data: { k: true } }), '.data.k: expected string, got &value.valueUnstructured{Value:true}'],
  [configMap({}, { immutable: 'x' }), '.immutable: expected boolean, got &{x}'],
])('the server refuses types of %#', (next, message) => {
  expect(configurationProblems(next, '1.36')).toEqual([message]);
});

test.each([
  [{}, {}],
  [{ podAffinity: {} }, undefined],
])('an affinity %j that is applied as {} is stored as %j', (affinity, stored) => {
  const of = (image: string, value: object) => {
    const object: any = deployment(image);
    object.spec.template.spec.affinity = value;
    return object;
  };
  expect(planned(of('web', affinity), of('web:2', {})).after.spec.template.spec.affinity).toEqual(stored);
});

describe('a custom resource that keeps unknown fields', () => {
  const items = {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, at: { type: 'integer' } },
  };
  const ports = { type: 'array', 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'], items };
  const spec = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, properties: { ports } };
  const schema = { openAPIV3Schema: { type: 'object', properties: { spec } } };
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'kites.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'Kite', plural: 'kites' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, storage: true, schema }],
    },
  };
  const kite = (fields: object) => ({
    apiVersion: 'example.com/v1',
    kind: 'Kite',
    metadata: { name: 'k', namespace: 'shop' },
    spec: fields,
  });
  const before = kite({ ports: [{ name: 'a', at: 1 }], free: { x: 1 } });
  const messages = (fields: object) =>
    planUpdate(before, kite(fields), '1.36', 'server', definedIn([definition])).findings.map(({ message }) => message);

  // Answers of 1.36.3 to the same requests.
  test.each([
    [
      {
        ports: [
          { name: 'a', at: 1 },
          { name: 'a', at: 2 },
        ],
      },
      ['.spec.ports: duplicate entries for key [name="a"]'],
    ],
    [
      { ports: [{ at: 1 }] },
      [
        '.spec.ports: element 0: associative list with keys has an element that omits all key fields ["name"] (and doesn\'t have default values for any key fields)',
      ],
    ],
    [{ free: { y: [1] } }, []],
  ])('%j', (fields, expected) => {
    expect(messages(fields)).toEqual(expected);
  });
});
