import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos } from 'cdk8s-patterns';

/** A shell container that shares the process namespace of the container beside it. */
export default function (app: App): void {
  const chart = new Chart(app, 'shared-processes');
  const qos = Qos.bestEffort();
  new PlainPod(chart, 'nginx', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    qos,
    shareProcessNamespace: true,
    containers: [{ name: 'shell', image: 'busybox:1.36.1', qos, stdin: true, tty: true }],
  });
}
