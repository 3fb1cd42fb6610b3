import { type App, Chart } from 'cdk8s';
import { Probes, Qos, Scaling, ServiceSet, WebApp } from 'cdk8s-patterns';

/**
 * Services that keep traffic close: in the zone of the client where every zone has enough pods, or on its node.
 *
 * The first needs nodes with the label topology.kubernetes.io/zone in several zones, and three pods or more for each; with fewer it behaves
 * like any other Service. The second reaches only pods on the node of the client: none there, no answer. Needs:
 * Kubernetes 1.28 or later.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'topology-aware');
  const near = new WebApp(chart, 'near', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '50m', memory: '64Mi' }),
    probes: Probes.http('/'),
    scaling: Scaling.fixed(3),
    topologySpread: { zones: 'prefer', nodes: 'prefer' },
    service: { annotations: { 'service.kubernetes.io/topology-mode': 'Auto' } },
  });
  new ServiceSet(chart, 'services', { pods: near, services: { 'near-on-node': { internalTrafficPolicy: 'Local' } } });
}
