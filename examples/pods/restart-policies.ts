import { type App, Chart } from 'cdk8s';
import { Job, Pod, Qos, Volumes } from 'cdk8s-patterns';

const busybox = { image: 'busybox:1.36.1', qos: Qos.bestEffort(), security: { runAsUser: 65534 } };

/** Fails the first time and succeeds when it is restarted. */
const secondTry = {
  ...busybox,
  command: ['sh', '-c', 'test -e /state/tried && exit 0; touch /state/tried; exit 1'],
  mounts: [Volumes.emptyDir('state').at('/state')],
};

/**
 * Every restart policy where it is allowed: all three for Pods, two for Jobs. With OnFailure the container fails once,
 * and is restarted; with Never it runs once.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'restart-policies');
  new Pod(chart, 'pod-always', { ...busybox, command: ['sleep', '3600'], restartPolicy: 'Always' });
  new Pod(chart, 'pod-onfailure', { ...secondTry, restartPolicy: 'OnFailure' });
  new Pod(chart, 'pod-never', { ...busybox, command: ['true'], restartPolicy: 'Never' });
  new Job(chart, 'job-onfailure', { ...secondTry, restartPolicy: 'OnFailure' });
  new Job(chart, 'job-never', { ...busybox, command: ['true'], restartPolicy: 'Never' });
}
