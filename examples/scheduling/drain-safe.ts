import { type App, Chart } from 'cdk8s';
import { Probes, Qos, Scaling, WebApp } from 'cdk8s-patterns';

/**
 * Six replicas spread over nodes, with a PodDisruptionBudget that lets a drain evict two at a time.
 *
 * Needs: Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'drain-safe');
  new WebApp(chart, 'web1', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
    scaling: Scaling.fixed(6),
    disruptionBudget: { minAvailable: 4 },
    topologySpread: { nodes: 'require', zones: 'prefer' },
  });
}
