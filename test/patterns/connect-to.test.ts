import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { type ConnectionTarget, ExternalService, Scaling, StatefulApp, WebApp, Worker } from '../../src/patterns';
import { Probes, Qos } from '../../src/pod';
import { PropsError } from '../../src/props/props-error';
import { Manifest } from '../../src/testing';

function shop(): { readonly chart: Chart; readonly app: WebApp } {
  const chart = new Chart(new App(), 'test');
  const app = new WebApp(chart, 'shop', {
    image: 'ghcr.io/acme/shop:1.4.2',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
    scaling: Scaling.fixed(2),
  });
  return { chart, app };
}

test('a connection can be waited for, in an init container with the resources of the app', () => {
  const { chart, app } = shop();
  app.connectTo({ address: { host: 'db.shop.svc', port: 3306 }, env: { DB_HOST: 'db.shop.svc' } }, { waitFor: true });
  const [deployment] = Manifest.fromChart(chart).find('Deployment');
  const [container] = deployment?.spec?.template.spec?.initContainers ?? [];
  expect(container?.name).toBe('wait-for-db');
  expect(JSON.stringify(container?.command)).toContain('nc -z -w 2 db.shop.svc 3306');
  expect(container?.resources?.limits).toEqual({ cpu: '100m', memory: '64Mi' });
  expect(app.qosClass).toBe('Guaranteed');
});

test('without an address there is nothing to wait for', () => {
  expect(() => shop().app.connectTo({ env: {} }, { waitFor: true })).toThrow(PropsError);
});

test('it does not wait unless asked to', () => {
  const { chart, app } = shop();
  app.connectTo({ address: { host: 'db', port: 3306 } });
  Manifest.fromChart(chart).hasNo('Deployment', {
    spec: { template: { spec: { initContainers: expect.anything() } } },
  });
});

test('the container that waits can have an image and resources of its own, for clusters with a registry mirror', () => {
  const { chart, app } = shop();
  const qos = Qos.guaranteed({ cpu: '10m', memory: '16Mi' });
  const waitFor = { image: 'mirror.example.com/busybox:1.37.0', imagePullPolicy: 'Never', qos } as const;
  app.connectTo({ address: { host: 'db', port: 3306 } }, { waitFor });
  const [deployment] = Manifest.fromChart(chart).find('Deployment');
  expect(deployment?.spec?.template.spec?.initContainers).toMatchObject([
    {
      name: 'wait-for-db',
      image: 'mirror.example.com/busybox:1.37.0',
      imagePullPolicy: 'Never',
      resources: { limits: { cpu: '10m', memory: '16Mi' } },
    },
  ]);
});

/** The variables of a client of `make`. */
function variablesOf(make: (chart: Chart) => ConnectionTarget): Record<string, unknown> {
  const chart = new Chart(new App(), 'test', { namespace: 'store' });
  new Worker(chart, 'client', { image: 'ghcr.io/acme/client:1.0.0', qos: Qos.bestEffort() }).connectTo(make(chart));
  const [client] = Manifest.fromChart(chart).find('Deployment', { metadata: { name: 'client' } } as never);
  const env = client?.spec?.template.spec?.containers?.[0]?.env ?? [];
  return Object.fromEntries(env.map(({ name, value }: any) => [name, value]));
}

const server = { image: 'ghcr.io/acme/api:1.0.0', qos: Qos.bestEffort(), probes: Probes.none() };

/** By hand: schemes are those of the protocols, ports those of the Services. */
test.each<[string, (chart: Chart) => ConnectionTarget, Record<string, string>]>([
  [
    'HTTP: the URL, and host and port beside it',
    (chart) => new WebApp(chart, 'api', { ...server, port: 8080 }),
    { API_URL: 'http://api:80', API_HOST: 'api', API_PORT: '80' },
  ],
  [
    'gRPC by the name of the port',
    (chart) => new WebApp(chart, 'api', { ...server, ports: [{ name: 'grpc', port: 50051 }] }),
    { API_URL: 'grpc://api:50051', API_HOST: 'api', API_PORT: '50051' },
  ],
  [
    'a protocol that the Service names, and that is no URL scheme',
    (chart) => new WebApp(chart, 'api', { ...server, port: 8080, service: { ports: [{ appProtocol: 'tcp' }] } }),
    { API_HOST: 'api', API_PORT: '80' },
  ],
  [
    'a console with the name of its server',
    (chart) => new WebApp(chart, 'ui', { ...server, image: 'rediscommander/redis-commander:0.8.1', port: 8081 }),
    { UI_URL: 'http://ui:80', UI_HOST: 'ui', UI_PORT: '80' },
  ],
  [
    'chosen names, port and scheme',
    (chart) =>
      new WebApp(chart, 'api', {
        ...server,
        ports: [
          { name: 'http', port: 8080 },
          { name: 'tls', port: 8443 },
        ],
      }).connectionAs(
        { url: 'BACKEND', scheme: 'BACKEND_SCHEME', host: 'BACKEND_HOST', port: 'BACKEND_PORT' },
        { port: 'tls', scheme: 'https' },
      ),
    { BACKEND: 'https://api:8443', BACKEND_SCHEME: 'https', BACKEND_HOST: 'api', BACKEND_PORT: '8443' },
  ],
  [
    'only some names',
    (chart) => new StatefulApp(chart, 'cache', { ...server, port: 6379 }).connectionAs({ host: 'REDIS' }),
    { REDIS: 'cache' },
  ],
  [
    'the headless Service where there is none for clients',
    (chart) => new StatefulApp(chart, 'bus', { ...server, port: 5672, service: { type: 'None' } }),
    { BUS_URL: 'amqp://bus-headless:5672', BUS_HOST: 'bus-headless', BUS_PORT: '5672' },
  ],
  [
    'the headless Service, for stable names',
    (chart) => new StatefulApp(chart, 'bus', { ...server, ports: [{ name: 'gossip', port: 7946 }] }).headlessService,
    { BUS_HEADLESS_HOST: 'bus-headless', BUS_HEADLESS_PORT: '7946' },
  ],
  [
    'an ExternalService',
    (chart) => new ExternalService(chart, 'mail', { host: 'smtp.example.com', port: 25 }),
    { MAIL_HOST: 'mail', MAIL_PORT: '25' },
  ],
  [
    'a Service of cdk8s-plus',
    (chart) => new kplus.Service(chart, 'svc', { metadata: { name: 'legacy' }, ports: [{ name: 'http', port: 81 }] }),
    { LEGACY_URL: 'http://legacy:81', LEGACY_HOST: 'legacy', LEGACY_PORT: '81' },
  ],
])('connectTo: %s', (_, make, variables) => {
  expect(variablesOf(make)).toEqual(variables);
});

/** By hand, after the DNS specification: a name alone is searched in the namespace of the pod. */
test.each<[string, string | undefined, string | undefined, string]>([
  ['in its own namespace', 'store', 'store', 'api'],
  ['from another one', 'store', 'front', 'api.store'],
  ['from a namespace that kubectl decides', 'store', undefined, 'api.store'],
  ['in a namespace that kubectl decides', undefined, undefined, 'api'],
  ['in one that kubectl decides, from a named one', undefined, 'front', 'api'],
])('the host of a Service %s', (_, namespace, clientNamespace, host) => {
  const app = new App();
  const api = new WebApp(new Chart(app, 'api', { namespace }), 'api', { ...server, port: 8080 });
  const chart = new Chart(app, 'client', { namespace: clientNamespace });
  new Worker(chart, 'client', server).connectTo(api.connectionAs({ url: 'API', host: 'API_HOST' }), { waitFor: true });
  const [client] = Manifest.fromChart(chart).find('Deployment');
  const { containers, initContainers } = client!.spec!.template.spec!;
  expect(containers![0]!.env).toEqual([
    { name: 'API', value: `http://${host}:80` },
    { name: 'API_HOST', value: host },
  ]);
  expect(initContainers![0]!.command![2]).toBe(`until nc -z -w 2 ${host} 80; do sleep 2; done`);
});

test('variables of a connection that are more than its address stay as they are', () => {
  const chart = new Chart(new App(), 'test', { namespace: 'store' });
  const address = { host: 'db.store', port: 3306, namespace: 'store' };
  const env = {
    DB: 'db.store:3306',
    DB_URL: 'mysql://db.store:3306',
    DOCS: 'see db.store',
    BACKUP: 'old-db.store',
    PORT: 3306,
  };
  new Worker(chart, 'client', server).connectTo({ address, env });
  const [client] = Manifest.fromChart(chart).find('Deployment');
  expect(client!.spec!.template.spec!.containers![0]!.env).toEqual([
    { name: 'DB', value: 'db:3306' },
    { name: 'DB_URL', value: 'mysql://db:3306' },
    { name: 'DOCS', value: 'see db.store' },
    { name: 'BACKUP', value: 'old-db.store' },
    { name: 'PORT', value: '3306' },
  ]);
});

test('the NetworkPolicy of the client allows the pods behind a Service, at their port', () => {
  const chart = new Chart(new App(), 'test', { namespace: 'store' });
  const { headlessService } = new StatefulApp(chart, 'bus', { ...server, ports: [{ name: 'gossip', port: 7946 }] });
  const client = { image: 'ghcr.io/acme/client:1.0.0', qos: Qos.bestEffort(), networkPolicy: { dns: false } };
  new Worker(chart, 'client', client).connectTo(headlessService);
  const [policy] = Manifest.fromChart(chart).find('NetworkPolicy', { metadata: { name: 'client' } } as never);
  expect(policy?.spec?.egress).toMatchObject([
    {
      ports: [{ port: 'gossip', protocol: 'TCP' }],
      to: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'bus' } } }],
    },
  ]);
});

test.each<[string, (chart: Chart) => unknown, string]>([
  [
    'a port that the Service does not have',
    (chart) => new WebApp(chart, 'api', { ...server, port: 8080 }).connectionAs({ host: 'A' }, { port: 'htpp' }),
    'connectionAs.port: the Service has no port "htpp"; it has "http" (did you mean "http"?)',
  ],
  [
    'a URL of an unknown protocol',
    (chart) =>
      new WebApp(chart, 'api', { ...server, ports: [{ name: 'game', port: 7000 }] }).connectionAs({ url: 'A' }),
    'connectionAs.url: the protocol of the port is not known (set scheme, or appProtocol of the Service port)',
  ],
  [
    'a Worker, which has no Service',
    (chart) => new Worker(chart, 'b', server).connectTo(new Worker(chart, 'a', server) as never),
    'got a Worker (test/a has no Service; a WebApp and a StatefulApp have one)',
  ],
])('refused: %s', (_, make, message) => {
  expect(() => make(new Chart(new App(), 'test'))).toThrow(message);
});
