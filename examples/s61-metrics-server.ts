import { type App, Chart } from 'cdk8s';
import { MetricsServer } from 'cdk8s-patterns';

/** S61: what `kubectl top` and autoscaling by CPU need, for kubelets that sign their own certificates. */
export default function (app: App): void {
  const chart = new Chart(app, 's61-metrics-server', { namespace: 'kube-system' });
  new MetricsServer(chart, 'metrics-server', { kubeletInsecureTls: true });
}
