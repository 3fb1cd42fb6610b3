import { type App, Chart, Duration } from 'cdk8s';
import { Metric, Probes, Qos, Scaling, WebApp, type WebAppProps } from 'cdk8s-patterns';

/** HorizontalPodAutoscalers on CPU alone, and on several metrics with a scaling behavior. */
export default function (app: App): void {
  const chart = new Chart(app, 'autoscaling');
  const phpApache: WebAppProps = {
    image: 'registry.k8s.io/hpa-example:1.0',
    port: 8080,
    qos: Qos.burstable({ requests: { cpu: '200m', memory: '64Mi' }, limits: { cpu: '500m', memory: '128Mi' } }),
    probes: Probes.http('/'),
  };
  new WebApp(chart, 'php-apache', { ...phpApache, scaling: Scaling.onCpu({ min: 1, max: 8, percent: 80 }) });
  new WebApp(chart, 'php-apache-metrics', {
    ...phpApache,
    scaling: Scaling.on(
      [
        Metric.memory(75),
        Metric.container('php-apache-metrics', 'cpu', 60),
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
