import { type App, Chart, Duration } from 'cdk8s';
import { Job, Qos } from 'cdk8s-patterns';

/**
 * A parallel Job that computes a thousand digits of pi four times, two at a time.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'job');
  new Job(chart, 'pi', {
    image: 'busybox:1.36.1',
    command: ['sh', '-c', "echo 'scale=1000; 4*a(1)' | bc -l"],
    qos: Qos.guaranteed({ cpu: '500m', memory: '64Mi' }),
    completions: 4,
    parallelism: 2,
    backoffLimit: 4,
    activeDeadline: Duration.minutes(10),
    ttlAfterFinished: Duration.hours(1),
    security: { runAsUser: 65534 },
  });
}
