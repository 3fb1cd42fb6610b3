import { checkManifests } from '../../src';

const configMap = (name: string, data: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data,
});
const list = (...items: unknown[]) => ({ apiVersion: 'v1', kind: 'List', items });
const found = (...[input, options]: Parameters<typeof checkManifests>) =>
  checkManifests(input, options).map(
    ({ severity, rule, name, path, document }) => `${document} ${severity} ${rule} ${name} ${path}`,
  );

test('items of lists are checked as objects, at the position of their list', () => {
  const wrong = configMap('b', { key: 1 });
  const expected = ['1 error wrong-type b data.key'];
  expect(found([configMap('a'), wrong])).toEqual(expected);
  expect(found([configMap('a'), list(configMap('c'), wrong)])).toEqual(expected);
  expect(found([configMap('a'), list(list(wrong))])).toEqual(expected);
  const untyped = { metadata: wrong.metadata, data: wrong.data };
  expect(found([configMap('a'), { apiVersion: 'v1', kind: 'ConfigMapList', items: [untyped] }])).toEqual(expected);
  expect(found([list(), configMap('a')])).toEqual([]);
});

test('items are duplicates and targets of others', () => {
  expect(found([configMap('a'), list(configMap('a'))])).toEqual(['1 error duplicate-object a metadata.name']);
  const pod = {
    ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } },
    spec: { containers: [{ name: 'web', image: 'web:1', envFrom: [{ configMapRef: { name: 'a' } }] }] },
  };
  expect(found([list(configMap('a')), pod])).toEqual([]);
});

test('fields of items are located within the list', () => {
  const paths: string[] = [];
  const locate = (path: string) => {
    paths.push(path);
    return { file: 'a.yaml', line: 7, column: 1 };
  };
  const input = { object: list(configMap('a'), list(configMap('b', { key: 1 }))), locate, document: 4 };
  expect(checkManifests([input])).toEqual([expect.objectContaining({ file: 'a.yaml', line: 7, document: 4 })]);
  expect(paths).toContain('items[1].items[0].data.key');
});

test('what is found in one item of a list does not change what is found in another', () => {
  const namespace = (name: string, labels = {}) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels },
  });
  const pod = (space: string) => ({
    ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: space } },
    spec: { hostNetwork: true, containers: [{ name: 'web', image: 'web:1' }] },
  });
  const strict = namespace('a', { 'pod-security.kubernetes.io/enforce': 'baseline' });
  const input = [strict, namespace('b'), pod('a'), pod('b')];
  const severities = (objects: object[]) =>
    checkManifests(objects, { podSecurity: 'baseline' })
      .filter(({ rule }) => rule.startsWith('pod-security-'))
      .map(({ severity, namespace }) => `${severity} ${namespace}`);
  expect(severities(input)).toEqual(['note a', 'error b']);
  expect(severities([list(...input)])).toEqual(['note a', 'error b']);
});
