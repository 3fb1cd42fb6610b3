import { checkReferences } from '../../../src/references';

const object = (apiVersion: string, kind: string, name: string, namespace = 'shop', fields: object = {}) => ({
  ...{ apiVersion, kind, metadata: { name, namespace } },
  ...fields,
});
const rule = (resource: string, name: string, verbs: string[] = ['get'], apiGroups = ['']) => ({
  ...{ apiGroups, resources: [resource], resourceNames: [name], verbs },
});
const role = (...rules: object[]) => object('rbac.authorization.k8s.io/v1', 'Role', 'reader', 'shop', { rules });
const there = [
  object('v1', 'ConfigMap', 'settings'),
  object('v1', 'Secret', 'password'),
  object('v1', 'Service', 'web'),
  object('v1', 'Pod', 'web', 'shop', { spec: { containers: [{ name: 'web', image: 'web:1' }] } }),
  object('apps/v1', 'Deployment', 'web'),
  object('coordination.k8s.io/v1', 'Lease', 'web'),
  object('example.com/v1', 'Widget', 'left'),
];
const found = (...objects: object[]) =>
  checkReferences(objects)
    .filter(({ rule }) => rule === 'role-object-unknown')
    .map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
const of = (...rules: object[]) => found(...there, role(...rules));

test('names that no object of a kind of the input has', () => {
  const at = 'warning rules[0].resourceNames[0]';
  expect(of(rule('deployments', 'api', ['get', 'patch'], ['apps']))).toEqual([
    `${at}: no Deployment "api" in namespace shop; found "web"`,
  ]);
  expect(of(rule('configmaps', 'mode'))).toEqual([`${at}: no ConfigMap "mode" in namespace shop; found "settings"`]);
  expect(of(rule('widgets', 'right', ['get'], ['example.com']))).toEqual([
    `${at}: no Widget "right" in namespace shop; found "left"`,
  ]);
  expect(of(rule('secrets', 'pasword'))).toEqual([`${at}: no Secret "pasword" in namespace shop; found "password"`]);
  expect(of(rule('configmaps', 'setings', ['update']))).toHaveLength(1);
});

test('names that exist, and those of objects that programs create', () => {
  expect(of(rule('configmaps', 'settings'), rule('deployments', 'web', ['get'], ['apps']))).toEqual([]);
  expect(of(rule('configmaps', 'state', ['get', 'update']))).toEqual([]);
  expect(of(rule('secrets', 'login'))).toEqual([]);
  expect(of(rule('pods', 'web-0'))).toEqual([]);
  expect(of(rule('leases', 'other', ['get'], ['coordination.k8s.io']))).toEqual([]);
  expect(of(rule('configmaps', 'web-leader'))).toEqual([]);
  expect(of(rule('configmaps', 'mode'), { ...rule('configmaps', ''), verbs: ['create'], resourceNames: [] })).toEqual(
    [],
  );
  expect(of(rule('services', 'heapster', ['proxy']))).toEqual([]);
  expect(of(rule('services/proxy', 'http:web:'))).toEqual([]);
  expect(of({ ...rule('configmaps', 'mode'), resources: ['configmaps', 'secrets'] })).toEqual([]);
  expect(of(rule('statefulsets', 'db', ['get'], ['apps']))).toEqual([]);
  expect(of(rule('configmaps', 'kube-root-ca.crt'))).toEqual([]);
});

test('the input must be what is in the namespace', () => {
  expect(found(role(rule('configmaps', 'mode')))).toEqual([]);
  expect(found(object('v1', 'ConfigMap', 'settings', 'other'), role(rule('configmaps', 'mode')))).toEqual([]);
});
