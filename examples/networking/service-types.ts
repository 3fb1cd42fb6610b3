import { type App, Chart } from 'cdk8s';
import { Probes, Qos, ServiceSet, TenantNamespace, WebApp } from 'cdk8s-patterns';

/**
 * ClusterIP, NodePort and LoadBalancer Services for the same pods.
 *
 * Needs: Kubernetes 1.28 or later; the address of the LoadBalancer comes from the cloud or from MetalLB.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'service-types', { namespace: 'service-types' });
  new TenantNamespace(chart, 'service-types', { network: 'open' });
  const web = new WebApp(chart, 'dep-test', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
    service: { type: 'None' },
  });
  new ServiceSet(chart, 'services', {
    pods: web,
    services: {
      'svc-test': { type: 'ClusterIP', port: 5500 },
      'svc-test-nodeport': { type: 'NodePort', port: 5500, nodePort: 31111 },
      'svc-test-loadbalancer': { type: 'LoadBalancer', port: 5501 },
    },
  });
}
