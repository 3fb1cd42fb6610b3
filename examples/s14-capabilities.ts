import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos } from 'cdk8s-patterns';

/** S14: one capability more than a container usually has, and one less. */
export default function (app: App): void {
  const chart = new Chart(app, 's14-capabilities');
  new PlainPod(chart, 'pod-securitycontext-capabilities', {
    image: 'registry.example.com/pod-test:v0.1',
    command: ['/bin/sh', '-c'],
    args: ['/sbin/iptables -t nat -A PREROUTING -p tcp --dport 8080 -j REDIRECT --to-port 80 && /app/run'],
    qos: Qos.bestEffort(),
    security: { runAsRoot: true, addCapabilities: ['NET_ADMIN'], dropCapabilities: ['CHOWN'] },
  });
}
