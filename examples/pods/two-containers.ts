import { type App, Chart } from 'cdk8s';
import { Pod, Qos } from 'cdk8s-patterns';

/**
 * Two containers in one pod.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'two-containers');
  const sleeper = {
    image: 'busybox:1.36.1',
    command: ['sleep', '3600'],
    qos: Qos.bestEffort(),
    security: { runAsUser: 65534 },
  };
  new Pod(chart, 'pod2', { ...sleeper, containerName: 'r1', containers: [{ ...sleeper, name: 'r2' }] });
}
