import { type App, Chart, Duration } from 'cdk8s';
import { Pod, Qos } from 'cdk8s-patterns';

/**
 * A pod that gets an hour to finish its work when it is deleted, and a minute when its liveness probe fails.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'graceful-termination');
  new Pod(chart, 'graceful', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.bestEffort(),
    terminationGracePeriod: Duration.hours(1),
    probes: {
      liveness: {
        http: { path: '/' },
        failureThreshold: 1,
        period: Duration.seconds(60),
        terminationGracePeriod: Duration.seconds(60),
      },
    },
  });
}
