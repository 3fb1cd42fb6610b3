import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos } from 'cdk8s-patterns';

/** S15: a container that may do all that the node's root may. */
export default function (app: App): void {
  const chart = new Chart(app, 's15-privileged');
  new PlainPod(chart, 'privileged-pod', {
    image: 'nginx:1.27.3',
    qos: Qos.bestEffort(),
    security: { privileged: true, runAsRoot: true, writableRootFilesystem: true },
  });
}
