import { type App, Chart } from 'cdk8s';
import { Pod, Qos } from 'cdk8s-patterns';

/**
 * A container with one Linux capability added and one dropped: it configures a network interface of its pod.
 *
 * Needs: Kubernetes 1.28 or later, and a namespace that admits privileged pods (NET_ADMIN).
 */
export default function (app: App): void {
  const chart = new Chart(app, 'capabilities');
  new Pod(chart, 'pod-securitycontext-capabilities', {
    image: 'busybox:1.36.1',
    command: ['/bin/sh', '-c'],
    args: ['ip address add 192.0.2.1/32 dev lo && ip address show dev lo && exec sleep 3600'],
    qos: Qos.bestEffort(),
    // Capabilities have an effect for root only.
    security: { runAsRoot: true, addCapabilities: ['NET_ADMIN'], dropCapabilities: ['CHOWN'] },
  });
}
