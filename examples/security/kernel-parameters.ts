import { type App, Chart } from 'cdk8s';
import { PlainPod, Qos } from 'cdk8s-patterns';

/** A safe sysctl, and an unsafe one that the kubelet must allow. */
export default function (app: App): void {
  const chart = new Chart(app, 'kernel-parameters');
  new PlainPod(chart, 'pod-sysctls', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    qos: Qos.bestEffort(),
    security: { sysctls: { 'net.ipv4.tcp_syncookies': 1 }, unsafeSysctls: { 'net.core.somaxconn': 1024 } },
  });
}
