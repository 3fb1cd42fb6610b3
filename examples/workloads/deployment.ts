import { type App, Chart, Duration } from 'cdk8s';
import { Probes, Qos, Rollout, Scaling, WebApp, type WebAppProps } from 'cdk8s-patterns';

/**
 * A web server with two replicas and each update strategy. nginx-careful is paused: it has no pods before
 * `kubectl rollout resume deployment nginx-careful`.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'deployment');
  const nginx: WebAppProps = {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.burstable({ requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } }),
    probes: Probes.http('/'),
    scaling: Scaling.fixed(2),
    labels: { app: 'nginx' },
  };
  new WebApp(chart, 'nginx-deployment', { ...nginx, rollout: Rollout.rolling({ maxSurge: 1, maxUnavailable: 0 }) });
  new WebApp(chart, 'nginx-careful', {
    ...nginx,
    rollout: Rollout.rolling({
      maxSurge: '50%',
      maxUnavailable: '25%',
      minReady: Duration.seconds(10),
      progressDeadline: Duration.minutes(5),
      revisionHistoryLimit: 3,
      paused: true,
    }),
  });
  new WebApp(chart, 'nginx-recreate', { ...nginx, rollout: Rollout.recreate() });
}
