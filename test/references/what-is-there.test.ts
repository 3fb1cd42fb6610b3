import { checkReferences } from '../../src/references';

const object = (kind: string, name: string, fields: object = {}, namespace = 'shop', apiVersion = 'v1') => ({
  ...{ apiVersion, kind, metadata: { name, namespace } },
  ...fields,
});
const pod = (secretName: string) =>
  object('Pod', 'web', {
    spec: { containers: [{ name: 'web', image: 'web:1', envFrom: [{ secretRef: { name: secretName } }] }] },
  });
const found = (...objects: object[]) =>
  checkReferences(objects).map(({ message, path, hint }) => ({ message, path, hint }));
const messages = (...objects: object[]) => found(...objects).map(({ message }) => message);
const secrets = (...names: readonly string[]) => names.map((name) => object('Secret', name));

test('few objects of the kind are named, and of many those whose name begins alike', () => {
  const missing = 'no Secret "app" in namespace shop';
  expect(messages(pod('app'), object('Secret', 'login', {}, 'other'), object('ConfigMap', 'x'))).toEqual([missing]);
  expect(messages(pod('app'), ...secrets('login'))).toEqual([`${missing}; found "login"`]);
  expect(messages(pod('app'), ...secrets('a', 'b', 'c'))).toEqual([`${missing}; found "a", "b", "c"`]);
  expect(messages(pod('app'), ...secrets('b', 'c', 'd', 'e'))).toEqual([missing]);
  expect(messages(pod('app'), ...secrets('b', 'c', 'd', 'app-7b8f9cmh2d'))).toEqual([
    `${missing}; found "app-7b8f9cmh2d"`,
  ]);
});

test('so are those that an operator makes', () => {
  const certificate = object('Certificate', 'web', { spec: { secretName: 'web-tls' } }, 'shop', 'cert-manager.io/v1');
  expect(messages(pod('web'), certificate)).toEqual(['no Secret "web" in namespace shop; found "web-tls"']);
});

test('a name that is there changes no grade', () => {
  const claim = (storageClassName: string) =>
    object('PersistentVolumeClaim', 'data', { spec: { accessModes: ['ReadWriteOnce'], storageClassName } });
  expect(found(claim('fast'))).toEqual([]);
});

test('an object that says namespace: default is there, and not in the namespace of the context', () => {
  expect(messages(pod('app'), object('Secret', 'app', {}, 'default'))).toEqual([
    'no Secret "app" in namespace shop; it is in namespace default',
  ]);
});

const GATEWAY = 'gateway.networking.k8s.io';
const gateway = (listener: object) =>
  object('Gateway', 'edge', { spec: { listeners: [{ name: 'a', port: 80, ...listener }] } }, 'shop', `${GATEWAY}/v1`);
const route = (kind: string, spec: object = {}) =>
  object(kind, 'web', { spec: { parentRefs: [{ name: 'edge' }], ...spec } }, 'shop', `${GATEWAY}/v1`);

test.each([
  ['TCPRoute', { protocol: 'HTTP' }, {}, 'its protocol is HTTP; a TCPRoute needs TLS or TCP'],
  [
    'HTTPRoute',
    { protocol: 'HTTP', hostname: 'example.com' },
    { hostnames: ['dev.example.com'] },
    'its hostnames are example.com',
  ],
  [
    'HTTPRoute',
    { protocol: 'HTTP', allowedRoutes: { kinds: [{ kind: 'GRPCRoute' }] } },
    {},
    'set allowedRoutes of the listener, or use a hostname of it',
  ],
])('the hint for a %s that a listener %j does not serve', (kind, listener, spec, hint) => {
  expect(found(gateway(listener), route(kind, spec)).map((one) => one.hint)).toEqual([hint]);
});

test('the hint for a Gateway of Istio', () => {
  const istio = 'networking.istio.io/v1';
  const service = object(
    'VirtualService',
    'web',
    { spec: { gateways: ['edge'], hosts: ['a.example.com'] } },
    'shop',
    istio,
  );
  expect(found(service, object('Gateway', 'edge', { spec: {} }, 'istio-system', istio))).toEqual([
    {
      path: 'spec.gateways[0]',
      message: 'no Gateway "edge" in namespace shop; it is in namespace istio-system',
      hint: 'use the name of a Gateway in the same namespace, or NAMESPACE/NAME',
    },
  ]);
});

test('a monitor in a namespace that is not selected', () => {
  const monitoring = 'monitoring.coreos.com/v1';
  const prometheus = (spec: object) =>
    object('Prometheus', 'main', { spec: { serviceMonitorSelector: {}, ...spec } }, 'metrics', monitoring);
  const monitor = object('ServiceMonitor', 'web', { spec: { selector: {}, endpoints: [] } }, 'shop', monitoring);
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
  const hints = (spec: object) => found(prometheus(spec), monitor, namespace).map(({ path, hint }) => [path, hint]);
  expect(hints({ serviceMonitorNamespaceSelector: { matchLabels: { team: 'a' } } })).toEqual([
    ['metadata.namespace', 'Prometheus "main" selects in namespaces with team=a only'],
  ]);
  expect(hints({})).toEqual([['metadata.namespace', 'Prometheus "main" selects in its own namespace only']]);
  expect(hints({ serviceMonitorNamespaceSelector: {} })).toEqual([]);
});

test('each fault of a role has a hint of its own', () => {
  const rbac = 'rbac.authorization.k8s.io/v1';
  const role = (rule: object) => object('Role', 'web', { rules: [{ apiGroups: [''], ...rule }] }, 'shop', rbac);
  expect(found(role({ resources: ['nodes'], verbs: ['get'] })).map((one) => one.hint)).toEqual([
    'use a ClusterRole with a ClusterRoleBinding',
  ]);
  expect(
    found(role({ resources: ['secrets'], resourceNames: ['a'], verbs: ['create'] })).map((one) => one.hint),
  ).toEqual(['allow create in a rule without resourceNames']);
});
