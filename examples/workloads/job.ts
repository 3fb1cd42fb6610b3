import { type App, Chart, Duration } from 'cdk8s';
import { BatchJob, Qos } from 'cdk8s-patterns';

/** A parallel Job that computes pi to ten thousand digits four times, two at a time. */
export default function (app: App): void {
  const chart = new Chart(app, 'job');
  new BatchJob(chart, 'pi', {
    image: 'registry.example.com/ubuntu-bc:24.04',
    command: ['sh', '-c', "echo 'scale=10000; 4*a(1)' | bc -l"],
    qos: Qos.guaranteed({ cpu: '1', memory: '64Mi' }),
    completions: 4,
    parallelism: 2,
    backoffLimit: 4,
    activeDeadline: Duration.seconds(100),
    ttlAfterFinished: Duration.hours(1),
  });
}
