import { type App, Chart } from 'cdk8s';
import { NetworkPolicy, PriorityClass, Probes, Qos, WebApp } from 'cdk8s-patterns';

/** A NetworkPolicy, a PriorityClass, and pod affinity and anti-affinity. */
export default function (app: App): void {
  const chart = new Chart(app, 'policy-priority-affinity', { namespace: 'policy-priority-affinity' });
  const urgent = new PriorityClass(chart, 'urgent', { value: 1_000_000, description: 'What customers wait for.' });
  const cache = { role: 'cache' };
  const web = new WebApp(chart, 'web', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
    priorityClassName: urgent.name,
    nodeAffinity: [
      { key: 'disktype', values: ['ssd'] },
      { key: 'topology.kubernetes.io/zone', values: ['eu-west-1a'], weight: 50 },
    ],
    podAffinity: [{ labels: cache, topologyKey: 'topology.kubernetes.io/zone', weight: 100 }],
    podAntiAffinity: [{ labels: { 'app.kubernetes.io/name': 'web' } }],
  });
  new NetworkPolicy(chart, 'cache', { pods: cache, ingress: [{ from: web, ports: [6379] }], policyTypes: ['Ingress'] });
}
