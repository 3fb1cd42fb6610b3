import { type App, Chart } from 'cdk8s';
import { Pod, Qos } from 'cdk8s-patterns';

/**
 * A privileged container, which has all rights on its node.
 *
 * Needs: Kubernetes 1.28 or later, and a namespace that admits privileged pods.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'privileged');
  new Pod(chart, 'privileged-pod', {
    image: 'nginx:1.27.3',
    qos: Qos.bestEffort(),
    security: { privileged: true, runAsRoot: true, writableRootFilesystem: true },
  });
}
