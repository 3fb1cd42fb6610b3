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

describe('names of any rule', () => {
  const named = (name: string) => ({
    ...{ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' },
    metadata: { name },
  });
  const ingressClass = (name: string) => ({ ...named(name), apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass' });
  const claim = (name: string, spec: object) =>
    object('v1', 'PersistentVolumeClaim', name, {
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
    });
  const hints = (...objects: object[]) => found(...objects).map((one) => one.replace(/^.*?: /, ''));

  test.each([
    ['ssd-fast', 'fast-ssd'],
    ['nginx-extern', 'nginx-external'],
    ['nginx-external', 'nginx-extern'],
  ])('%s is meant to be %s, in another order or in full', (written, there) => {
    const expected = [`did you mean "${there}"? ${ELSEWHERE}`];
    expect(hints(named(there), named('other'), claim('a', { storageClassName: written }))).toEqual(expected);
    const ingress = object('networking.k8s.io/v1', 'Ingress', 'web', {
      spec: { ingressClassName: written, rules: [{ host: 'a.example.com' }] },
    });
    expect(hints(ingressClass(there), ingressClass('other'), ingress)).toEqual(expected);
  });

  test('few that are not alike are all named, and not the object itself', () => {
    const source = (name: string) => ({ dataSource: { kind: 'PersistentVolumeClaim', name } });
    expect(found(claim('wiki-data', {}), claim('wiki-restore', source('wiki-pvc')))).toEqual([
      'no PersistentVolumeClaim "wiki-pvc" in namespace shop; found "wiki-data": use "wiki-data", or declare one that is created elsewhere as external',
    ]);
    const scaled = object('keda.sh/v1alpha1', 'ScaledObject', 's', {
      spec: { scaleTargetRef: { name: 'video-transcoder' }, triggers: [] },
    });
    const worker = (app: string) => {
      const template = { metadata: { labels: { app } }, spec: { containers: [{ name: 'a', image: 'a:1' }] } };
      return object('apps/v1', 'Deployment', app, { spec: { selector: { matchLabels: { app } }, template } });
    };
    expect(hints(worker('video-worker'), worker('audio'), scaled)).toEqual([
      'use "video-worker" or "audio", or declare one that is created elsewhere as external',
    ]);
  });

  test('of short words and numbers none is meant', () => {
    for (const [there, written] of [
      ['db-1', 'db-2'],
      ['fast1', 'fast2'],
      ['gp5', 'gp4'],
    ]) {
      expect(hints(named(there!), claim('a', { storageClassName: written }))).toEqual([
        'reference an existing one, or declare one that is created elsewhere as external',
      ]);
    }
  });

  test('without any, or with many, the object may be elsewhere', () => {
    const gateway = object('gateway.networking.k8s.io/v1', 'Gateway', 'a', {
      spec: {
        gatewayClassName: 'a',
        listeners: [{ name: 'a', port: 443, protocol: 'HTTPS', tls: { certificateRefs: [{ name: 'wildcard' }] } }],
      },
    });
    expect(hints(object('v1', 'ConfigMap', 'a'), gateway)).toEqual([
      'reference an existing one, or declare one that is created elsewhere as external',
    ]);
  });
});
