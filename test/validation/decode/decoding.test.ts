import { validate } from '../../../src/validation/validate';

const configMap = (fields: object) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, ...fields });
const pod = (container: object, spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a' },
  spec: { containers: [{ name: 'a', image: 'a:1', ...container }], ...spec },
});
const check = (object: unknown) =>
  validate([object], { kubernetesVersion: '1.36' }).map(({ path, reason }) => `${path} ${reason}`);

/** Verdicts of kube-apiserver 1.36.3. */
test.each<[string, unknown, string[]]>([
  ['a number for text', configMap({ data: { a: 1 } }), ['data.a BadRequest']],
  ['null in a map of texts, which is the empty text', configMap({ data: { a: null } }), []],
  ['null in a list, which is an empty entry', pod({ args: ['a', null] }), []],
  ['bytes that are not base64', configMap({ binaryData: { a: '?' } }), ['binaryData.a BadRequest']],
  ['bytes in base64 with line breaks', configMap({ binaryData: { a: 'YW\nJj' } }), []],
  ['bytes as a list of numbers', configMap({ binaryData: { a: [1, 255] } }), []],
  ['text for a boolean', configMap({ immutable: 'true' }), ['immutable BadRequest']],
  [
    'text for an integer',
    pod({ ports: [{ containerPort: '80' }] }),
    ['spec.containers[0].ports[0].containerPort BadRequest'],
  ],
  ['a fraction for an integer', pod({}, { priority: 0.5 }), ['spec.priority BadRequest']],
  ['more than 32 bits', pod({}, { priority: 2 ** 31 }), ['spec.priority BadRequest']],
  ['a quantity as a number', pod({ resources: { limits: { cpu: 1.5 } } }), []],
  [
    'no quantity',
    pod({ resources: { limits: { cpu: 'much' } } }),
    ['spec.containers[0].resources.limits.cpu BadRequest'],
  ],
  [
    'a quantity with a line break',
    pod({ resources: { limits: { cpu: '1\n' } } }),
    ['spec.containers[0].resources.limits.cpu BadRequest'],
  ],
  [
    'a day that is none',
    configMap({ metadata: { name: 'a', creationTimestamp: '2024-02-30T00:00:00Z' } }),
    ['metadata.creationTimestamp BadRequest'],
  ],
  ['a time', configMap({ metadata: { name: 'a', creationTimestamp: '2024-02-29T00:00:00.5+02:00' } }), []],
  ['another case of a field', configMap({ Data: {} }), ['Data UnknownField']],
  ['an object for a list', pod({ args: {} }), ['spec.containers[0].args BadRequest']],
  ['a list', [], [' BadRequest']],
  ['nothing', null, [' BadRequest']],
])('%s', (_, object, expected) => {
  expect(check(object)).toEqual(expected);
});

test('a field that is called like something of JavaScript', () => {
  const object = JSON.parse(
    '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","labels":{"__proto__":"x","constructor":"y"}},"__proto__":{"a":1},"constructor":1}',
  );
  expect(check(object).sort()).toEqual(['__proto__ UnknownField', 'constructor UnknownField']);
  const labelled = JSON.parse(
    '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","labels":{"constructor":"x y"}}}',
  );
  expect(check(labelled)).toEqual(['metadata.labels FieldValueInvalid']);
});

test('an object that is nested beyond measure', () => {
  let nested: unknown = {};
  for (let depth = 0; depth < 100_000; depth++) nested = { properties: { a: nested } };
  const crd = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'a.b' },
    spec: { versions: [{ schema: { openAPIV3Schema: nested } }] },
  };
  expect(check(crd)).toEqual([' BadRequest']);
});
