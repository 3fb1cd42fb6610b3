import { type App, Chart } from 'cdk8s';
import { Pod, Qos } from 'cdk8s-patterns';

/**
 * A container whose arguments contain the value of an environment variable: a web server on port $(PORT).
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'command-and-args');
  new Pod(chart, 'pod-with-cmd-and-args', {
    image: 'busybox:1.36.1',
    command: ['/bin/sh', '-c'],
    args: ['echo Hello > /tmp/index.html; exec httpd -f -h /tmp -p $(PORT)'],
    env: { PORT: 8080 },
    port: 8080,
    qos: Qos.bestEffort(),
    security: { runAsUser: 65534 },
  });
}
