import { checkManifests } from '../../src/check';

const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
const hintOf = (...others: object[]) =>
  checkManifests([configMap, ...others, configMap]).find(({ rule }) => rule === 'duplicate-object')?.hint;

test('duplicates are renamed', () => {
  const hint = 'also defined as document 1; change the name or namespace of one of them';
  expect(hintOf()).toBe(hint);
  expect(hintOf({ apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization', metadata: { name: 'a' } })).toBe(
    hint,
  );
});

test.each([
  ['without a type', { resources: ['a.yaml'] }],
  ['with a type', { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: ['a.yaml'] }],
  ['of a component', { apiVersion: 'kustomize.config.k8s.io/v1alpha1', kind: 'Component' }],
])('those beside a kustomization %s may be its base and overlay', (_, kustomization) => {
  expect(hintOf(kustomization)).toMatch(/^also defined as document 1; .*the output of "kubectl kustomize"/);
});

test('the namespace default is that of objects without one, where the context has no other', () => {
  const placed = (namespace?: string) => ({ ...configMap, metadata: { name: 'a', namespace } });
  const found = (...objects: object[]) =>
    checkManifests(objects).map(({ severity, rule, document }) => `${document} ${severity} ${rule}`);
  expect(found(placed(), placed('default'))).toEqual(['1 warning duplicate-object']);
  expect(found(placed('default'), placed())).toEqual(['1 warning duplicate-object']);
  expect(found(placed('default'), placed('default'))).toEqual(['1 error duplicate-object']);
  expect(found(placed(), placed('shop'))).toEqual([]);
  const role = (namespace?: string) => ({
    ...{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', rules: [] },
    metadata: { name: 'a', namespace },
  });
  expect(found(role(), role('default')).filter((one) => one.includes('duplicate'))).toEqual([
    '1 error duplicate-object',
  ]);
});
