import { type App, Chart } from 'cdk8s';
import { Pod, Qos, TenantNamespace } from 'cdk8s-patterns';

/**
 * The smallest pod, one container, in a namespace of its own.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'minimal-pod', { namespace: 'm58-namespace' });
  new TenantNamespace(chart, 'm58-namespace', { network: 'open' });
  new Pod(chart, 'myapp2', { image: 'nginxinc/nginx-unprivileged:1.27.3', qos: Qos.bestEffort() });
}
