import { App, Chart, Duration } from 'cdk8s';
import {
  Adapter,
  AdapterMetrics,
  CheckedApp,
  type CheckFailed,
  CronJob,
  Job,
  type MetricsProps,
  NodeAgent,
  Peer,
  Pod,
  Probes,
  Qos,
  SingletonApp,
  StatefulApp,
  WebApp,
  Worker,
} from '../../src';
import { manifestsOf, refusal, rendered, testChart } from './render';

const qos = Qos.guaranteed({ cpu: '100m', memory: '64Mi' });
const container = { image: 'shop:1.0.0', qos };
const web = { ...container, port: 8080, probes: Probes.http('/') };
const podLabels = { 'app.kubernetes.io/instance': 'shop', 'app.kubernetes.io/name': 'shop' };

test('metrics on a port of their own: a port, a headless Service, a ServiceMonitor', () => {
  const serviceMonitor = { labels: { release: 'prometheus' }, interval: Duration.seconds(30) };
  const metrics = { port: 9090, path: '/stats', serviceMonitor };
  const manifests = rendered((chart) => new WebApp(chart, 'shop', { ...web, metrics }));
  expect(manifests['Deployment/shop'].spec.template.spec.containers[0].ports).toEqual([
    { name: 'http', containerPort: 8080 },
    { name: 'metrics', containerPort: 9090 },
  ]);
  expect(manifests['Service/shop'].spec.ports.map(({ name }: { name: string }) => name)).toEqual(['http']);
  expect(manifests['Service/shop-metrics'].spec).toEqual({
    clusterIP: 'None',
    selector: podLabels,
    ports: [{ name: 'metrics', port: 9090, targetPort: 'metrics' }],
  });
  const monitor = manifests['ServiceMonitor/shop-metrics'];
  expect(monitor.metadata.labels).toMatchObject({ release: 'prometheus' });
  expect(monitor.spec.endpoints).toEqual([{ port: 'metrics', path: '/stats', interval: '30s' }]);
  // What the monitor selects are the labels of the Service.
  expect(manifests['Service/shop-metrics'].metadata.labels).toMatchObject(monitor.spec.selector.matchLabels);
});

test.each<[string, number | string]>([
  ['name', 'http'],
  ['number', 8080],
])('metrics on a port of the app, by its %s: no other port', (_, port) => {
  const manifests = rendered((chart) => new WebApp(chart, 'shop', { ...web, metrics: { port } }));
  expect(manifests['Deployment/shop'].spec.template.spec.containers[0].ports).toEqual([
    { name: 'http', containerPort: 8080 },
  ]);
  expect(manifests['Service/shop-metrics'].spec.ports).toEqual([{ name: 'http', port: 8080, targetPort: 'http' }]);
  expect(manifests).not.toHaveProperty('ServiceMonitor/shop-metrics');
});

type Make = (chart: Chart, metrics: MetricsProps) => unknown;
const WORKLOADS: [string, Make][] = [
  ['WebApp', (chart, metrics) => new WebApp(chart, 'shop', { ...web, metrics })],
  ['Worker', (chart, metrics) => new Worker(chart, 'shop', { ...container, metrics })],
  ['SingletonApp', (chart, metrics) => new SingletonApp(chart, 'shop', { ...web, metrics })],
  ['StatefulApp', (chart, metrics) => new StatefulApp(chart, 'shop', { ...web, metrics })],
  ['NodeAgent', (chart, metrics) => new NodeAgent(chart, 'shop', { ...container, metrics })],
  ['Job', (chart, metrics) => new Job(chart, 'shop', { ...container, metrics })],
  ['CronJob', (chart, metrics) => new CronJob(chart, 'shop', { ...container, schedule: '@daily', metrics })],
  ['Pod', (chart, metrics) => new Pod(chart, 'shop', { ...container, metrics })],
];

test.each(WORKLOADS)('%s has metrics, and passes the checks', (_, make) => {
  const app = new CheckedApp();
  const chart = new Chart(app, 'chart', { namespace: 'test' });
  make(chart, { port: 9090, serviceMonitor: true });
  expect(() => app.synthYaml()).not.toThrow();
  expect(manifestsOf(chart)['ServiceMonitor/shop-metrics'].spec.endpoints).toEqual([
    { port: 'metrics', path: '/metrics' },
  ]);
});

test('a NetworkPolicy admits those who read the metrics, to that port only', () => {
  const metrics = { port: 9090, from: Peer.namespace('monitoring') };
  const manifests = rendered((chart) => new Worker(chart, 'shop', { ...container, metrics, networkPolicy: {} }));
  expect(manifests['NetworkPolicy/shop'].spec.ingress).toEqual([
    {
      from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
      ports: [{ port: 'metrics', protocol: 'TCP' }],
    },
  ]);
});

test('a monitor in the namespace of Prometheus selects the Service in that of the pods', () => {
  const metrics = { port: 9090, serviceMonitor: { namespace: 'monitoring' } };
  const monitor = rendered((chart) => new Worker(chart, 'shop', { ...container, metrics }))[
    'ServiceMonitor/shop-metrics'
  ];
  expect(monitor.metadata.namespace).toBe('monitoring');
  expect(monitor.spec.namespaceSelector).toEqual({ matchNames: ['test'] });
});

test.each<[string, object, RegExp]>([
  ['an unknown port', { port: 'htp' }, /^metrics\.port: the app does not have a port "htp" \(did you mean "http"\?\)$/],
  ['a number that is no port', { port: 70000 }, /^metrics\.port: must be an integer, between 1 and 65535, got 70000$/],
  ['a relative path', { port: 9090, path: 'stats' }, /^metrics\.path: must begin with "\/", got "stats"/],
  [
    'no interval',
    { port: 9090, serviceMonitor: { interval: Duration.seconds(0) } },
    /^metrics\.serviceMonitor\.interval/,
  ],
  ['no namespace', { port: 9090, serviceMonitor: { namespace: 'A' } }, /^metrics\.serviceMonitor\.namespace: "A"/],
  ['no port', {}, /^metrics\.port: is required/],
  [
    'a misspelled prop',
    { port: 9090, servicemonitor: true },
    /^metrics\.servicemonitor: unknown prop \(did you mean "serviceMonitor"/,
  ],
])('%s is refused', (_, metrics, issue) => {
  const lines = refusal((scope) => new WebApp(scope, 'shop', { ...web, metrics: metrics as MetricsProps }));
  expect(lines.map((line) => line.replace(/^chart\/shop: /, ''))).toContainEqual(expect.stringMatching(issue));
});

test('with a NetworkPolicy, who reads them is required', () => {
  expect(
    refusal((scope) => new WebApp(scope, 'shop', { ...web, networkPolicy: {}, metrics: { port: 9090 } })).join(),
  ).toMatch(/metrics\.from: is required with networkPolicy/);
});

test('the port "metrics" of the app cannot have another number', () => {
  const ports = [{ name: 'metrics', port: 9100 }];
  expect(
    refusal((scope) => new Worker(scope, 'shop', { ...container, ports, metrics: { port: 9090 } })).join(),
  ).toMatch(/metrics\.port: the port "metrics" of the app is 9100, got 9090/);
});

test('an adapter of a workload whose namespace is not known is not measured from another one', () => {
  const shop = new WebApp(new Chart(new App(), 'shop'), 'shop', web);
  const adapter = new Adapter('exporter', { ...container, port: 9113 });
  shop.with(adapter);
  expect(() => new AdapterMetrics(testChart(), 'metrics', { of: shop, adapter })).toThrow(
    'of: shop/shop is in another namespace than the Service of its metrics, "test"',
  );
});

test('one finding for a wrong value, at its prop', () => {
  const app = new CheckedApp();
  new WebApp(new Chart(app, 'shop'), 'shop', { ...web, metrics: { port: 0 } });
  let findings: CheckFailed['findings'] = [];
  try {
    app.synthYaml();
  } catch (error) {
    findings = (error as CheckFailed).findings;
  }
  expect(findings.map(({ path }) => path)).toEqual(['metrics.port']);
});
