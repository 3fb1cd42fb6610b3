import { type App, Chart } from 'cdk8s';
import { ACKNOWLEDGE_PREFIX, Pod, Qos } from 'cdk8s-patterns';

/**
 * A safe kernel parameter, and an unsafe one: the kubelet refuses pod-unsafe-sysctls unless it runs with
 * `--allowed-unsafe-sysctls=net.core.somaxconn`.
 *
 * Needs: Kubernetes 1.28 or later, and a namespace that admits privileged pods.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'kernel-parameters');
  const nginx = { image: 'nginxinc/nginx-unprivileged:1.27.3', qos: Qos.bestEffort() };
  new Pod(chart, 'pod-sysctls', { ...nginx, security: { sysctls: { 'net.ipv4.tcp_syncookies': 1 } } });
  new Pod(chart, 'pod-unsafe-sysctls', {
    ...nginx,
    security: { unsafeSysctls: { 'net.core.somaxconn': 1024 } },
    annotations: { [`${ACKNOWLEDGE_PREFIX}sysctl-not-allowed`]: 'the kubelets of this cluster allow it' },
  });
}
