import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos } from 'cdk8s-patterns';

/** S16: a kernel parameter that any pod may set, and one that the node must allow by name. */
export default function (app: App): void {
  const chart = new Chart(app, 's16-kernel-parameters');
  new PlainPod(chart, 'pod-sysctls', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    qos: Qos.bestEffort(),
    security: { sysctls: { 'net.ipv4.tcp_syncookies': 1 }, unsafeSysctls: { 'net.core.somaxconn': 1024 } },
  });
}
