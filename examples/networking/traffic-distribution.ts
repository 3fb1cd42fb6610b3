import { type App, Chart } from 'cdk8s';
import { overlay, Probes, Qos, Scaling, WebApp } from 'cdk8s-patterns';

/**
 * A Service that prefers pods in the zone of the client and uses others where there are none, with any number of pods.
 *
 * Needs: Kubernetes 1.34 or later (1.31 to 1.33 call it `PreferClose`), and nodes with the label
 * topology.kubernetes.io/zone; without it, it behaves like any other Service.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'traffic-distribution');
  const prices = new WebApp(chart, 'prices', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '50m', memory: '64Mi' }),
    probes: Probes.http('/'),
    scaling: Scaling.fixed(2),
    topologySpread: { zones: 'prefer', nodes: 'prefer' },
  });
  overlay(prices.service!, { spec: { trafficDistribution: 'PreferSameZone' } });
}
