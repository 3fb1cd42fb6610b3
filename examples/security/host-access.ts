import { type App, Chart } from 'cdk8s';
import { Pod, Qos } from 'cdk8s-patterns';

/**
 * A pod on the network of its node, where it listens on port 9999, and a pod that is reached on port 8888 of its node.
 *
 * Needs: Kubernetes 1.28 or later, and a namespace that admits privileged pods.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'host-access');
  const demo = {
    image: 'busybox:1.36.1',
    command: ['sh', '-c', 'echo Hello > /tmp/index.html; exec httpd -f -h /tmp -p $PORT'],
    env: { PORT: 9999 },
    qos: Qos.bestEffort(),
    security: { runAsUser: 65534 },
  };
  new Pod(chart, 'pod-hostnetwork-demo', { ...demo, hostNetwork: true });
  new Pod(chart, 'pod-hostport-demo', { ...demo, ports: [{ name: 'http', port: 9999, hostPort: 8888 }] });
}
