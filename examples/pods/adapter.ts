import { type App, Chart, Duration } from 'cdk8s';
import {
  Adapter,
  AdapterMetrics,
  ConfigMap,
  Content,
  logVolume,
  Probes,
  Qos,
  Sidecars,
  Volumes,
  WebApp,
} from 'cdk8s-patterns';

/** The fields of nginx's log format `combined`. Fields that can contain spaces are in quotes. */
const COMBINED =
  '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"';

/**
 * A container reads the log of the web server beside it and shows it to Prometheus as metrics.
 *
 * Needs: Kubernetes 1.28 or later, and the Prometheus Operator (ServiceMonitor).
 */
export default function (app: App): void {
  const chart = new Chart(app, 'adapter');
  const server = 'server {\n  listen 8080;\n  access_log /var/log/nginx-files/access.log combined;\n}\n';
  const configuration = new ConfigMap(chart, 'catalog-nginx', { from: [Content.literal('default.conf', server)] });
  const catalog = new WebApp(chart, 'catalog', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '500m', memory: '256Mi' }),
    probes: Probes.http('/'),
    mounts: [Volumes.configMap(configuration, { name: 'nginx' }).at('/etc/nginx/conf.d', { readOnly: true })],
  });
  const metrics = new Adapter('metrics', {
    image: 'ghcr.io/martin-helmich/prometheus-nginxlog-exporter/exporter:v1.11.0',
    args: ['-format', COMBINED, '/var/log/nginx-files/access.log'],
    qos: Qos.guaranteed({ cpu: '50m', memory: '64Mi' }),
    port: 4040,
    reads: logVolume.at('/var/log/nginx-files'),
    security: { runAsUser: 65534 },
  });
  catalog.with(
    metrics,
    // Without rotation the log fills the disk of the node. nginx runs as user 101.
    Sidecars.logRotator('rotator', {
      qos: Qos.guaranteed({ cpu: '20m', memory: '16Mi' }),
      writes: logVolume.at('/var/log/nginx-files'),
      security: { runAsUser: 101 },
    }),
  );
  new AdapterMetrics(chart, 'catalog-metrics', {
    of: catalog,
    adapter: metrics,
    serviceMonitor: { labels: { release: 'prometheus' }, interval: Duration.seconds(30) },
  });
}
