import { type App, Chart, Duration } from 'cdk8s';
import { Probes, Qos, Rollout, Scaling, WebApp, type WebAppProps } from 'cdk8s-patterns';

/** S33: nginx in two copies, rolled out in each of the ways that there are. */
export default function (app: App): void {
  const chart = new Chart(app, 's33-deployment');
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
