import { checkRuntime } from '../../src/runtime';
import { pod } from './faults/fault';

/** @see https://docs.openshift.com/container-platform/latest/authentication/managing-security-context-constraints.html */
const route = { apiVersion: 'route.openshift.io/v1', kind: 'Route', metadata: { name: 'shop' }, spec: {} };
const nonRoot = (image: string, more = {}) =>
  pod({ image, command: ['sleep', '1'] }, { securityContext: { runAsNonRoot: true, ...more } });
const found = (...objects: object[]) => checkRuntime(objects).map(({ rule }) => rule);

test.each([
  ['busybox:1.37.0', 'image-runs-as-root'],
  ['memcached:1.6.32', 'image-user-not-numeric'],
])('OpenShift gives the pods of %s a user', (image, rule) => {
  expect(found(nonRoot(image))).toEqual([rule]);
  expect(found(nonRoot(image), route)).toEqual([]);
  expect(found(nonRoot(image), { ...route, apiVersion: 'route.example.com/v1' })).toEqual([rule]);
});

test('a pod that says root gets no other user', () => {
  expect(found(nonRoot('busybox:1.37.0', { runAsUser: 0 }), route)).toEqual(['root-user-under-non-root']);
});
