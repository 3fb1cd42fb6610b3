import { type App, Chart, Duration } from 'cdk8s';
import { Pod, Qos } from 'cdk8s-patterns';

/**
 * A liveness probe that checks for a file. The container deletes the file after 30 seconds, and is restarted because of
 * it: that is what the example shows.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'exec-liveness');
  new Pod(chart, 'test-liveness-exec', {
    image: 'busybox:1.36.1',
    args: ['/bin/sh', '-c', 'touch /tmp/healthy; sleep 30; rm -f /tmp/healthy; sleep 600'],
    qos: Qos.bestEffort(),
    security: { runAsUser: 65534 },
    probes: {
      liveness: {
        exec: ['cat', '/tmp/healthy'],
        initialDelay: Duration.seconds(5),
        period: Duration.seconds(5),
      },
    },
  });
}
