import { ApiObject, Duration, Testing } from 'cdk8s';
import { Adapter, AdapterMetrics, logVolume } from '../../src/mixins';
import { Qos } from '../../src/pod';
import { complaints, containerIn, plainChart, workload } from './pods';

const qos = Qos.guaranteed({ cpu: '50m', memory: '32Mi' });
const image = 'nginx/nginx-prometheus-exporter:1.4.1';
const metrics = (props: object = {}) => new Adapter('metrics', { image, qos, port: 9113, ...props });

test('it has a named port of its own and sees the volume of the app read-only', () => {
  const chart = plainChart();
  workload(chart);
  chart.with(metrics({ reads: logVolume.at('/var/log/shop') }));
  expect(containerIn(chart, 'metrics')).toMatchObject({
    ports: [{ name: 'metrics', containerPort: 9113 }],
    volumeMounts: [
      { name: 'logs', mountPath: '/var/log/shop', readOnly: true },
      { name: 'tmp-metrics', mountPath: '/tmp' },
    ],
  });
  expect(containerIn(chart, 'app').volumeMounts).toEqual([{ name: 'logs', mountPath: '/var/log/shop' }]);
  expect(complaints(chart)).toEqual([]);
});

test('the metrics Service leads to the port by its name, the monitor to the Service by its labels', () => {
  const chart = plainChart('shop');
  const of = workload(chart);
  const adapter = metrics({ path: '/stats' });
  of.with(adapter);
  const serviceMonitor = { labels: { release: 'prometheus' }, interval: Duration.seconds(30) };
  new AdapterMetrics(chart, 'metrics', { of, adapter, serviceMonitor });
  const labels = { 'app.kubernetes.io/name': 'shop-metrics', 'app.kubernetes.io/component': 'metrics' };
  expect(Testing.synth(chart).slice(1)).toEqual([
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'shop-metrics', namespace: 'shop', labels },
      spec: {
        clusterIP: 'None',
        selector: { app: 'shop' },
        ports: [{ name: 'metrics', port: 9113, targetPort: 'metrics' }],
      },
    },
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: { name: 'shop-metrics', namespace: 'shop', labels: { ...labels, release: 'prometheus' } },
      spec: {
        selector: { matchLabels: labels },
        endpoints: [{ port: 'metrics', path: '/stats', interval: '30s' }],
      },
    },
  ]);
});

test('without a monitor there is none, and a chart has no pod to measure', () => {
  const chart = plainChart();
  const of = workload(chart);
  expect(new AdapterMetrics(chart, 'a', { of, adapter: metrics() }).serviceMonitor).toBeUndefined();
  expect(() => new AdapterMetrics(chart, 'b', { of: chart, adapter: metrics() })).toThrow(
    'of: expected a construct with a pod, but shop has none',
  );
});

test('its own props are checked when it is made, all together', () => {
  expect(() => metrics({ port: 0, path: 'metrics', portName: 'a_b' })).toThrow(
    /^Adapter "metrics":\n {2}portName: "a_b".*\n(.*\n)? {2}port: must be an integer.*\n {2}path: must begin with "\/", got "metrics"/,
  );
});

test('the Service has the labels of its workload, and a name and a component of its own', () => {
  const chart = plainChart('shop');
  const of = new ApiObject(chart, 'app', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'shop',
      labels: {
        'app.kubernetes.io/name': 'shop',
        'app.kubernetes.io/managed-by': 'cdk8s',
        'app.kubernetes.io/part-of': 'store',
      },
    },
    spec: { template: { spec: { containers: [{ name: 'app', image: 'shop:1' }] } } },
  });
  new AdapterMetrics(chart, 'metrics', { of, adapter: metrics(), serviceMonitor: true });
  const [, service, monitor] = Testing.synth(chart);
  const own = { 'app.kubernetes.io/name': 'shop-metrics', 'app.kubernetes.io/component': 'metrics' };
  const shared = { 'app.kubernetes.io/managed-by': 'cdk8s', 'app.kubernetes.io/part-of': 'store' };
  expect(service.metadata.labels).toEqual({ ...own, ...shared });
  expect(monitor.metadata.labels).toEqual({ ...own, ...shared });
  expect(monitor.spec.selector.matchLabels).toEqual(own);
});
