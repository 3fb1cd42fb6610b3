import { type App, Chart, Duration } from 'cdk8s';
import { Metric, Probes, Qos, Scaling, WebApp, type WebAppProps } from 'cdk8s-patterns';

/**
 * Autoscaling of a web application on CPU alone, and on several metrics with limits on how fast it changes.
 *
 * nginx stands for the program. Needs: Kubernetes 1.28 or later and metrics-server; for scaled-on-metrics also an adapter that
 * serves the metrics http_requests_per_second and queue_messages_ready. Until then it keeps its two pods.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'autoscaling');
  const web: WebAppProps = {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.burstable({ requests: { cpu: '200m', memory: '64Mi' }, limits: { cpu: '500m', memory: '128Mi' } }),
    probes: Probes.http('/'),
  };
  new WebApp(chart, 'scaled-web', { ...web, scaling: Scaling.onCpu({ min: 1, max: 8, percent: 80 }) });
  // The container of an app has the name of the app.
  const name = 'scaled-on-metrics';
  new WebApp(chart, name, {
    ...web,
    scaling: Scaling.on(
      [
        Metric.memory(75),
        Metric.container(name, 'cpu', 60),
        Metric.pods('http_requests_per_second', '100'),
        Metric.external('queue_messages_ready', { average: '30' }, { labels: { queue: 'orders' } }),
      ],
      {
        min: 2,
        max: 20,
        behavior: {
          up: { steps: [{ by: '100%', every: Duration.seconds(15) }] },
          down: { stabilization: Duration.minutes(10), steps: [{ by: 1, every: Duration.minutes(1) }] },
        },
      },
    ),
  });
}
