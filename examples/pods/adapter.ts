import { type App, Chart, Duration } from 'cdk8s';
import { Adapter, AdapterMetrics, logs, Probes, Qos, WebApp } from 'cdk8s-patterns';

/** An exporter reads the app's log and exposes it to Prometheus as metrics. */
export default function (app: App): void {
  const chart = new Chart(app, 'adapter');
  const catalog = new WebApp(chart, 'catalog', {
    image: 'ghcr.io/acme/catalog:1.4.2',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '500m', memory: '256Mi' }),
    probes: Probes.http('/healthz'),
  });
  const metrics = new Adapter('metrics', {
    image: 'ghcr.io/martin-helmich/prometheus-nginxlog-exporter/exporter:v1.11.0',
    args: ['-format', '$remote_addr $request $status $body_bytes_sent', '/var/log/catalog/access.log'],
    qos: Qos.guaranteed({ cpu: '50m', memory: '64Mi' }),
    port: 4040,
    reads: logs.at('/var/log/catalog'),
    security: { runAsUser: 65534 },
  });
  catalog.with(metrics);
  new AdapterMetrics(chart, 'catalog-metrics', {
    of: catalog,
    adapter: metrics,
    serviceMonitor: { labels: { release: 'prometheus' }, interval: Duration.seconds(30) },
  });
}
