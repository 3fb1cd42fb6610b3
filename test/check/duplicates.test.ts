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
