import { type App, Chart } from 'cdk8s';
import { MetricsServer } from 'cdk8s-patterns';

/**
 * metrics-server, which `kubectl top` and CPU autoscaling need, for kubelets with self-signed certificates.
 *
 * Needs: Kubernetes 1.28 or later, and permission to write to kube-system.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'metrics-server', { namespace: 'kube-system' });
  new MetricsServer(chart, 'metrics-server', { kubeletInsecureTls: true });
}
