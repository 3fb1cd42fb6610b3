import {
  ExternalService,
  HttpRoute,
  type HttpRouteProps,
  Ingress,
  type IngressProps,
  MetalLbPool,
  type MetalLbPoolProps,
  ServiceSet,
  WebApp,
} from '../../../src/patterns';
import { Probes, Qos } from '../../../src/pod';
import { refusal, rendered, testChart } from '../render';

const webApp = (chart: ReturnType<typeof testChart>, id = 'web') =>
  new WebApp(chart, id, {
    image: 'web:1',
    port: 8080,
    qos: Qos.bestEffort(),
    probes: Probes.none(),
    service: { type: 'ClusterIP' },
  });

test('several Services on the same pods', () => {
  const manifests = rendered(
    (chart) =>
      new ServiceSet(chart, 'more', {
        pods: webApp(chart),
        services: {
          'web-nodeport': { type: 'NodePort', port: 5500, nodePort: 31111 },
          'web-balanced': { type: 'LoadBalancer', port: 5501 },
        },
      }),
  );
  const selector = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' };
  expect(manifests['Service/web-nodeport'].spec).toEqual({
    type: 'NodePort',
    selector,
    ports: [{ name: 'http', port: 5500, targetPort: 'http', nodePort: 31111 }],
  });
  expect(manifests['Service/web-balanced'].spec).toEqual({
    type: 'LoadBalancer',
    selector,
    ports: [{ name: 'http', port: 5501, targetPort: 'http' }],
  });
  expect(
    refusal(
      (scope) => new ServiceSet(scope, 'none', { pods: webApp(testChart()), services: { A: { type: 'None' } } }),
    ).join('\n'),
  ).toMatch(/services: "A": a DNS-1035 label[\s\S]*services\.A\.type: must not be "None" \(omit it\)/);
});

test('a name for a host outside', () => {
  const { spec } = rendered((chart) => new ExternalService(chart, 'db', { host: 'db.example.com' }))['Service/db'];
  expect(spec).toEqual({ type: 'ExternalName', externalName: 'db.example.com' });
  expect(refusal((scope) => new ExternalService(scope, 'db', { host: '10.0.0.1' }))[0]).toContain(
    'host: must be a DNS name, not an IP address',
  );
});

test('an Ingress in front of several Services', () => {
  const manifests = rendered(
    (chart) =>
      new Ingress(chart, 'routes', {
        className: 'nginx',
        tls: 'shop-tls',
        rules: [
          { host: 'a.b', path: '/', to: webApp(chart) },
          { host: 'a.b', path: '/api', pathType: 'Exact', to: webApp(chart, 'api').service! },
          { path: '/', to: { name: 'other', port: 8080 } },
        ],
      }),
  );
  const path = (value: string, name: string, number: number, pathType = 'Prefix') => ({
    path: value,
    pathType,
    backend: { service: { name, port: { number } } },
  });
  expect(manifests['Ingress/routes'].spec).toEqual({
    ingressClassName: 'nginx',
    tls: [{ hosts: ['a.b'], secretName: 'shop-tls' }],
    rules: [
      { host: 'a.b', http: { paths: [path('/', 'web', 80), path('/api', 'api', 80, 'Exact')] } },
      { http: { paths: [path('/', 'other', 8080)] } },
    ],
  });
});

test.each<[string, IngressProps, string]>([
  [
    'the same path twice',
    {
      rules: [
        { path: '/', to: { name: 'a', port: 1 } },
        { path: '/', to: { name: 'b', port: 1 } },
      ],
    },
    'rules[1]: "/" is already used',
  ],
  ['no rules', { rules: [] }, 'rules: must not be empty'],
  [
    'no Service',
    { rules: [{ path: '/', to: { service: undefined } }] },
    'rules[0].to: has no Service (add one with service: {})',
  ],
])('an Ingress refuses %s', (_, props, message) => {
  expect(refusal((scope) => new Ingress(scope, 'routes', props)).join('\n')).toContain(message);
});

test('a route of the Gateway API', () => {
  const manifests = rendered(
    (chart) =>
      new HttpRoute(chart, 'route', {
        gateway: { name: 'public', namespace: 'gateways', section: 'https' },
        hosts: ['a.b'],
        rules: [
          { paths: ['/', { path: '/test/', type: 'Exact' }], to: webApp(chart) },
          {
            paths: ['/old'],
            rewritePrefix: '/',
            to: [
              { target: { name: 'one', port: 1 }, weight: 9 },
              { target: { name: 'two', port: 2 }, weight: 1 },
            ],
          },
        ],
      }),
  );
  expect(manifests['HTTPRoute/route'].spec).toEqual({
    parentRefs: [{ name: 'public', namespace: 'gateways', sectionName: 'https' }],
    hostnames: ['a.b'],
    rules: [
      {
        matches: [{ path: { type: 'PathPrefix', value: '/' } }, { path: { type: 'Exact', value: '/test/' } }],
        backendRefs: [{ name: 'web', port: 80 }],
      },
      {
        matches: [{ path: { type: 'PathPrefix', value: '/old' } }],
        filters: [
          { type: 'URLRewrite', urlRewrite: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } } },
        ],
        backendRefs: [
          { name: 'one', port: 1, weight: 9 },
          { name: 'two', port: 2, weight: 1 },
        ],
      },
    ],
  });
});

test.each<[string, Partial<HttpRouteProps>, string]>([
  [
    'a relative path',
    { rules: [{ paths: ['x'], to: { name: 'a', port: 1 } }] },
    'rules[0].paths[0].path: must start with "/", got "x" (try "/x")',
  ],
  ['a bad host', { hosts: ['A.b'] }, 'hosts[0]: "A.b"'],
  ['no rules', { rules: [] }, 'rules: must not be empty'],
])('an HttpRoute refuses %s', (_, props, message) => {
  expect(
    refusal(
      (scope) =>
        new HttpRoute(scope, 'route', { gateway: 'public', rules: [{ to: { name: 'a', port: 1 } }], ...props }),
    ).join('\n'),
  ).toContain(message);
});

test('addresses for load balancers', () => {
  const manifests = rendered(
    (chart) =>
      new MetalLbPool(chart, 'office', {
        addresses: ['192.168.1.240-192.168.1.250', '10.0.0.0/24'],
        nodeSelector: { edge: 'yes' },
        autoAssign: false,
      }),
  );
  expect(manifests['IPAddressPool/office']).toMatchObject({
    apiVersion: 'metallb.io/v1beta1',
    metadata: { namespace: 'metallb-system' },
    spec: { addresses: ['192.168.1.240-192.168.1.250', '10.0.0.0/24'], autoAssign: false },
  });
  expect(manifests['L2Advertisement/office'].spec).toEqual({
    ipAddressPools: ['office'],
    nodeSelectors: [{ matchLabels: { edge: 'yes' } }],
  });
});

test.each<[string, MetalLbPoolProps, string]>([
  ['a single address', { addresses: ['10.0.0.1'] }, '(try "10.0.0.1/32")'],
  ['a range backwards', { addresses: ['10.0.0.9-10.0.0.1'] }, 'addresses[0]: must start with the smaller address'],
  ['what is no range', { addresses: ['here-there'] }, 'addresses[0]: must be a range, for example'],
  ['no addresses', { addresses: [] }, 'addresses: must not be empty'],
])('a pool refuses %s', (_, props, message) => {
  expect(refusal((scope) => new MetalLbPool(scope, 'pool', props)).join('\n')).toContain(message);
});
