import { type App, Chart, Duration } from 'cdk8s';
import { CronJob, Qos } from 'cdk8s-patterns';

/**
 * A program that runs every minute, and never twice at the same time.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'cron-job');
  new CronJob(chart, 'hello', {
    schedule: '*/1 * * * *',
    timeZone: 'Europe/Lisbon',
    concurrencyPolicy: 'Forbid',
    startingDeadline: Duration.seconds(200),
    image: 'busybox:1.36.1',
    args: ['/bin/sh', '-c', 'date; echo Hello from the Kubernetes cluster'],
    qos: Qos.guaranteed({ cpu: '10m', memory: '16Mi' }),
    security: { runAsUser: 65534 },
    restartPolicy: 'OnFailure',
  });
}
