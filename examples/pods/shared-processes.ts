import { type App, Chart } from 'cdk8s';
import { Pod, Qos } from 'cdk8s-patterns';

/**
 * A shell that sees the processes of the container beside it: `kubectl attach -it nginx -c shell`, then `ps`.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'shared-processes');
  const qos = Qos.bestEffort();
  new Pod(chart, 'nginx', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    qos,
    shareProcessNamespace: true,
    // The user of nginx, so that the shell may send signals to it.
    containers: [{ name: 'shell', image: 'busybox:1.36.1', qos, stdin: true, tty: true, security: { runAsUser: 101 } }],
  });
}
