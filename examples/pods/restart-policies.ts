import { type App, Chart } from 'cdk8s';
import { BatchJob, PlainPod, Qos } from 'cdk8s-patterns';

/** Every restart policy where it is allowed: all three for Pods, two for Jobs. */
export default function (app: App): void {
  const chart = new Chart(app, 'restart-policies');
  const program = { image: 'busybox:1.36.1', command: ['sh', '-c', 'exit 1'], qos: Qos.bestEffort() };
  for (const restartPolicy of ['Always', 'OnFailure', 'Never'] as const) {
    new PlainPod(chart, `pod-${restartPolicy.toLowerCase()}`, { ...program, restartPolicy });
  }
  for (const restartPolicy of ['OnFailure', 'Never'] as const) {
    new BatchJob(chart, `job-${restartPolicy.toLowerCase()}`, { ...program, restartPolicy });
  }
}
