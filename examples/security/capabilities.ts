import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos } from 'cdk8s-patterns';

/** A container with one Linux capability added and one dropped. */
export default function (app: App): void {
  const chart = new Chart(app, 'capabilities');
  new PlainPod(chart, 'pod-securitycontext-capabilities', {
    image: 'registry.example.com/pod-test:v0.1',
    command: ['/bin/sh', '-c'],
    args: ['/sbin/iptables -t nat -A PREROUTING -p tcp --dport 8080 -j REDIRECT --to-port 80 && /app/run'],
    qos: Qos.bestEffort(),
    security: { runAsRoot: true, addCapabilities: ['NET_ADMIN'], dropCapabilities: ['CHOWN'] },
  });
}
