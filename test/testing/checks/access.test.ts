import { assertAllows, assertDenies, BadUseError } from '../../../src/testing';

const API = 'rbac.authorization.k8s.io/v1';
const objects = [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'shop', namespace: 'store' } },
  {
    apiVersion: API,
    kind: 'Role',
    metadata: { name: 'shop', namespace: 'store' },
    rules: [
      { apiGroups: [''], resources: ['secrets', 'pods/log'], verbs: ['get'] },
      { apiGroups: ['apps'], resources: ['deployments', 'deployments/scale'], verbs: ['patch'] },
      { apiGroups: ['example.com'], resources: ['widgets'], verbs: ['paint'] },
    ],
  },
  {
    apiVersion: API,
    kind: 'RoleBinding',
    metadata: { name: 'shop', namespace: 'store' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'shop' },
    subjects: [{ kind: 'ServiceAccount', name: 'shop', namespace: 'store' }],
  },
];

test.each([
  ['get', 'secrets'],
  ['get', 'pods/log'],
  ['patch', 'deployments'],
  ['patch', 'deployments.apps/scale'],
  ['paint', 'widgets.example.com'],
])('%s %s is allowed', (verb, resource) => {
  expect(() => assertAllows(objects, 'shop', verb, resource)).not.toThrow();
});

test.each([
  ['get', 'secret', 'Kubernetes has no resource "secret": did you mean "secrets"?'],
  ['get', 'Secrets', 'did you mean "secrets"?'],
  ['get', 'pods/logs', 'did you mean "pods/log"?'],
  ['patch', 'deployment.apps', 'did you mean "deployments"?'],
  ['get', 'widgets', 'one that is not built in needs its group, as widgets.example.com'],
  ['gte', 'secrets', 'no request has the verb "gte": did you mean "get"?'],
  ['GET', 'secrets', 'no request has the verb "GET": did you mean "get"?'],
])('%s %s is a wrong question, and not denied', (verb, resource, message) => {
  for (const ask of [assertAllows, assertDenies]) {
    expect(() => ask(objects, 'shop', verb, resource)).toThrow(BadUseError);
    expect(() => ask(objects, 'shop', verb, resource)).toThrow(message);
  }
});
