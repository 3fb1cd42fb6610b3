import { diffManifests } from '../../src/diff';

type Path = readonly [path: string, service?: string, pathType?: string];

const service = (name = 'web') => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { ports: [{ port: 80 }] },
});
const backend = (name: string) => ({ service: { name, port: { number: 80 } } });
const rule = (host: string | undefined, ...paths: readonly Path[]) => ({
  ...(host !== undefined && { host }),
  http: {
    paths: (paths.length === 0 ? ([['/']] as Path[]) : paths).map(([path, name = 'web', pathType = 'Prefix']) => ({
      path,
      pathType,
      backend: backend(name),
    })),
  },
});
const ingress = (rules: object[], rest: object = {}, metadata: object = {}) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web', ...metadata },
  spec: { rules, ...rest },
});
const route = (spec: object, name = 'web') => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name },
  spec: {
    parentRefs: [{ name: 'public' }],
    rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
    ...spec,
  },
});
const byPath = (value: string) => [
  { matches: [{ path: { type: 'PathPrefix', value } }], backendRefs: [{ name: 'web', port: 80 }] },
];
const host = 'shop.example.com';
const services = [service(), service('api')];

/** Paths and messages of downtime. */
function lost(before: readonly object[], after: readonly object[]): string[] {
  return diffManifests([...before, ...services], [...after, ...services]).objects.flatMap(({ consequences }) =>
    consequences.filter(({ effect }) => effect === 'downtime').map(({ path, message }) => `${path}: ${message}`),
  );
}
const nowhere = (...requests: string[]) => [
  `spec.rules: requests for ${requests.join(', ')} lead to no Service any more`,
];

test.each<[string, object[], object[], string[]]>([
  ['a host is removed', [rule(host), rule('www.example.com')], [rule(host)], nowhere('www.example.com/')],
  ['a host is renamed', [rule(host)], [rule('store.example.com')], nowhere(`${host}/`)],
  ['a path is removed', [rule(host, ['/api', 'api'], ['/shop'])], [rule(host, ['/shop'])], nowhere(`${host}/api`)],
  ['a prefix is exact', [rule(host, ['/api'])], [rule(host, ['/api', 'web', 'Exact'])], nowhere(`${host}/api`)],
  ['all hosts become one', [rule(undefined)], [rule(host)], nowhere('any host/')],
  ['a wildcard becomes a host', [rule('*.example.com')], [rule(host)], nowhere('*.example.com/')],
  ['all requests remain', [rule(host, ['/api', 'api'], ['/'])], [rule(host, ['/'])], []],
  ['a prefix contains it', [rule(host, ['/api/v1'])], [rule(host, ['/api'])], []],
  ['a prefix of the text does not', [rule(host, ['/apis'])], [rule(host, ['/api'])], nowhere(`${host}/apis`)],
  ['a wildcard contains it', [rule(host)], [rule('*.example.com')], []],
  ['a wildcard is one label', [rule('a.b.example.com')], [rule('*.example.com')], nowhere('a.b.example.com/')],
  ['any host contains it', [rule(host)], [rule(undefined)], []],
  ['a slash at the end', [rule(host, ['/api'])], [rule(host, ['/api/'])], []],
  [
    'a pattern may contain it',
    [rule(host, ['/api'])],
    [rule(host, ['/api(/|$)(.*)', 'web', 'ImplementationSpecific'])],
    [],
  ],
  ['another Service', [rule(host, ['/', 'web'])], [rule(host, ['/', 'api'])], []],
  ['another order', [rule(host), rule('www.example.com')], [rule('www.example.com'), rule(host)], []],
])('an Ingress where %s', (_, before, after, expected) => {
  expect(lost([ingress(before)], [ingress(after)])).toEqual(expected);
});

test('requests that no rule matches', () => {
  expect(lost([ingress([rule(host)], { defaultBackend: backend('api') })], [ingress([rule(host)])])).toEqual(
    nowhere('any host/'),
  );
});

test('an Ingress that goes away, unless its Service goes too or another object has its requests', () => {
  const only = [ingress([rule(host)])];
  expect(lost(only, [])).toEqual(nowhere(`${host}/`));
  expect(lost(only, [ingress([rule(host)], {}, { name: 'other', namespace: 'front' })])).toEqual([]);
  expect(lost(only, [route({ hostnames: [host] })])).toEqual([]);
  expect(lost(only, [route({ hostnames: ['www.example.com'] })])).toEqual(nowhere(`${host}/`));
  const virtual = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'v' },
    spec: { hosts: [host] },
  };
  expect(lost(only, [virtual])).toEqual([]);
  const gone = ingress([rule(host, ['/', 'gone'])]);
  expect(lost([gone, service('gone')], [])).toEqual([]);
});

test('a route that has fewer hosts, paths or Gateways', () => {
  expect(lost([route({ hostnames: [host, 'www.example.com'] })], [route({ hostnames: [host] })])).toEqual(
    nowhere('www.example.com/'),
  );
  expect(lost([route({ rules: byPath('/api') })], [route({ rules: byPath('/v2') })])).toEqual(nowhere('any host/api'));
  expect(lost([route({ rules: byPath('/api/v1') })], [route({ rules: byPath('/api') })])).toEqual([]);
  const parents = (...names: string[]) => ({ parentRefs: names.map((name) => ({ name })) });
  expect(lost([route(parents('public', 'private'))], [route(parents('public'))])).toEqual([
    'spec.parentRefs: Gateway private no longer sends requests to the Services of this HTTPRoute',
  ]);
  expect(lost([route(parents('public'))], [route(parents('public', 'private'))])).toEqual([]);
});

test('a host that no certificate is for any more', () => {
  const tls = (...hosts: string[]) => ({ tls: [{ hosts, secretName: 'tls' }] });
  const of = (rest: object) => [ingress([rule(host)], rest)];
  const message = `spec.tls: no certificate is for ${host} any more, and HTTPS clients refuse that of the controller`;
  expect(lost(of(tls(host)), of({}))).toEqual([message]);
  expect(lost(of(tls(host)), of(tls('www.example.com')))).toEqual([message]);
  expect(lost(of(tls(host)), of(tls('*.example.com')))).toEqual([]);
  expect(lost(of(tls(host)), [...of({}), ingress([], tls(host), { name: 'other' })])).toEqual([]);
  // Nothing is served for it, which is said, or nothing was.
  expect(lost(of(tls(host)), [ingress([rule('www.example.com')])])).toEqual(nowhere(`${host}/`));
  expect(lost([ingress([rule(host)], tls(host, 'www.example.com'))], of(tls(host)))).toEqual([]);
});

describe('the class of an Ingress', () => {
  const of = (name: string | undefined) => ingress([rule(host)], name === undefined ? {} : { ingressClassName: name });
  const annotated = (name: string) =>
    ingress([rule(host)], {}, { annotations: { 'kubernetes.io/ingress.class': name } });

  test('is changed or removed', () => {
    expect(lost([of('nginx')], [of('traefik')])).toEqual([
      'spec.ingressClassName: the ingress controller of class nginx no longer serves it; that of class traefik does, at its own address',
    ]);
    // kubectl apply of 1.36.3 leaves it without a class, also beside a default class: that is for new Ingresses only.
    expect(lost([of('nginx')], [of(undefined)])).toEqual([
      'spec.ingressClassName: the ingress controller of class nginx no longer serves it; a default class is for new objects only',
    ]);
  });

  test('is named in the other field, or is new', () => {
    expect(lost([annotated('nginx')], [of('nginx')])).toEqual([]);
    expect(lost([annotated('nginx')], [of('traefik')])).toHaveLength(1);
    expect(lost([of(undefined)], [of('nginx')])).toEqual([]);
  });
});

test('a Gateway without a port, a host or its class', () => {
  const listener = (port: number, hostname?: string) => ({
    name: `l${port}${hostname?.length ?? ''}`,
    port,
    protocol: 'HTTP',
    ...(hostname !== undefined && { hostname }),
  });
  const gateway = (listeners: object[], gatewayClassName = 'envoy') => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { name: 'public' },
    spec: { gatewayClassName, listeners },
  });
  const of = (before: object[], after: object[]) => lost([gateway(before)], [gateway(after)]);
  expect(of([listener(80), listener(443)], [listener(443)])).toEqual([
    'spec.listeners: no listener has port 80 any more',
  ]);
  expect(of([listener(80, host)], [listener(80, 'www.example.com')])).toEqual([
    `spec.listeners: no listener has port 80 for ${host} any more`,
  ]);
  expect(of([listener(80, host)], [listener(80, '*.example.com')])).toEqual([]);
  expect(of([listener(80, host)], [listener(80)])).toEqual([]);
  expect(of([listener(80)], [listener(80), listener(443)])).toEqual([]);
  expect(lost([gateway([listener(80)])], [gateway([listener(80)], 'istio')])).toEqual([
    'spec.gatewayClassName: the controller of class envoy no longer serves it; that of class istio does, at its own address',
  ]);
});
