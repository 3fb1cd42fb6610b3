import { type App, Chart } from 'cdk8s';
import { acknowledge, NetworkPolicy, PriorityClass, Probes, Qos, TenantNamespace, WebApp } from 'cdk8s-patterns';

/**
 * Pods that go before others, run near the cache and apart from batch jobs; only they can connect to the cache.
 *
 * Needs: Kubernetes 1.28 or later, and a network plugin that enforces NetworkPolicy.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'policy-priority-affinity', { namespace: 'policy-priority-affinity' });
  new TenantNamespace(chart, 'policy-priority-affinity', { network: 'open' });
  const urgent = new PriorityClass(chart, 'urgent', { value: 1_000_000, description: 'What customers wait for.' });
  const cache = { role: 'cache' };
  const web = new WebApp(chart, 'web', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
    priorityClassName: urgent.name,
    nodeAffinity: [
      { key: 'kubernetes.io/os', values: ['linux'] },
      { key: 'disktype', values: ['ssd'], weight: 50 },
    ],
    podAffinity: [{ labels: cache, topologyKey: 'topology.kubernetes.io/zone', weight: 100 }],
    podAntiAffinity: [{ labels: { role: 'batch' } }],
  });
  const policy = new NetworkPolicy(chart, 'cache', {
    pods: cache,
    ingress: [{ from: web, ports: [6379] }],
    policyTypes: ['Ingress'],
  });
  const elsewhere = 'the cache and the batch jobs are deployed by others';
  acknowledge(web, 'affinity-selects-nothing', elsewhere);
  acknowledge(policy, 'network-policy-selects-nothing', elsewhere);
}
