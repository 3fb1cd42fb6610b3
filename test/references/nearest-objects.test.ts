import { checkReferences } from '../../src/references';

const object = (apiVersion: string, kind: string, name: string, fields: object = {}, namespace = 'shop') => ({
  ...{ apiVersion, kind, metadata: { name, namespace } },
  ...fields,
});
const found = (...objects: object[]) => checkReferences(objects).map(({ message, hint }) => `${message}: ${hint}`);
const pod = (secret: string, namespace?: string) =>
  object(
    'v1',
    'Pod',
    'web',
    { spec: { containers: [{ name: 'web', image: 'web:1', envFrom: [{ secretRef: { name: secret } }] }] } },
    namespace,
  );
const secret = (name: string, namespace?: string) => object('v1', 'Secret', name, { data: { a: 'YQ==' } }, namespace);
const ELSEWHERE = 'If the object is created elsewhere, declare it as external';

test('the nearest of several names is the first, and the one that is meant when it has the words of the other', () => {
  const names = ['events-cluster', 'events-clients', 'audit'];
  expect(found(...names.map((name) => secret(name)), pod('audit-user'))).toEqual([
    `no Secret "audit-user" in namespace shop; found "audit", "events-cluster", "events-clients": did you mean "audit"? ${ELSEWHERE}`,
  ]);
  expect(found(secret('forum-acme-tls'), pod('forum-tls'))).toEqual([
    `no Secret "forum-tls" in namespace shop; found "forum-acme-tls": did you mean "forum-acme-tls"? ${ELSEWHERE}`,
  ]);
});

test.each([
  ['db-1', 'db'],
  ['app-7h2k9m4b6t', 'app'],
  ['a-user', 'a'],
  ['login', 'audit-user'],
  ['tls-forum', 'forum-tls-a'],
])('%s is not suggested for %s', (there, name) => {
  expect(found(secret(there), pod(name))).toEqual([expect.not.stringContaining('did you mean')]);
});

test('an object of another namespace is moved where the reference has no namespace', () => {
  expect(found(secret('login', 'data'), secret('other'), pod('login'))).toEqual([
    'no Secret "login" in namespace shop; it is in namespace data: move or copy it to namespace shop',
  ]);
  const ingress = object('networking.k8s.io/v1', 'Ingress', 'web', {
    spec: { tls: [{ hosts: ['a.example.com'], secretName: 'tls' }], rules: [{ host: 'a.example.com' }] },
  });
  expect(found(secret('tls', 'certs'), secret('other'), ingress)).toEqual([
    'no Secret "tls" in namespace shop; it is in namespace certs: move or copy it to namespace shop',
  ]);
});

test('a namespace that is written is to be changed, in a reference that is found by its usual form too', () => {
  const policy = (namespace?: string) =>
    object('kyverno.io/v1', 'Policy', 'a', {
      spec: { rules: [{ name: 'a', context: [{ name: 'a', configMap: { name: 'registries', namespace } }] }] },
    });
  const map = object('v1', 'ConfigMap', 'registries', { data: { a: 'b' } }, 'policies');
  const other = object('v1', 'ConfigMap', 'other', {}, 'kyverno');
  expect(found(map, other, policy('kyverno'))).toEqual([
    'no ConfigMap "registries" in namespace kyverno; it is in namespace policies: set namespace: policies',
  ]);
  expect(found(map, other, policy('policies'))).toEqual([]);
});

test('the headless Service of its pods is the one that a StatefulSet means', () => {
  const labels = { app: 'mq' };
  const set = object('apps/v1', 'StatefulSet', 'mq', {
    spec: {
      serviceName: 'mq-nodes',
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'mq', image: 'mq:1' }] } },
    },
  });
  const service = (name: string, spec: object) =>
    object('v1', 'Service', name, { spec: { selector: labels, ports: [{ port: 80 }], ...spec } });
  const headless = service('mq-headless', { clusterIP: 'None' });
  const others = [service('mq', {}), service('db', { clusterIP: 'None', selector: { app: 'db' } })];
  expect(found(set, ...others, headless)).toContainEqual(
    expect.stringMatching(/^no Service "mq-nodes" .*: use "mq-headless", the headless Service of these pods$/),
  );
  expect(found(set, ...others)).toContainEqual(
    expect.stringMatching(/^no Service "mq-nodes" .*: add a Service with that name, clusterIP None/),
  );
});
