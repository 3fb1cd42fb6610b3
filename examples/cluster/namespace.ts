import { type App, Chart } from 'cdk8s';
import { TenantNamespace } from 'cdk8s-patterns';

/**
 * A namespace with labels, which refuses privileged pods and warns about those that are not restricted.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'namespace');
  new TenantNamespace(chart, 'namespace-test2', {
    labels: { environment: 'test' },
    podSecurity: { enforce: 'baseline', warn: 'restricted', audit: 'restricted' },
    network: 'open',
  });
}
