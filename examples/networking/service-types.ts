import { type App, Chart } from 'cdk8s';
import { Probes, Qos, ServiceSet, WebApp } from 'cdk8s-patterns';

/** ClusterIP, NodePort and LoadBalancer Services for the same pods. */
export default function (app: App): void {
  const chart = new Chart(app, 'service-types', { namespace: 'myconfig' });
  const web = new WebApp(chart, 'dep-test', {
    image: 'nginx:1.27.3',
    port: 80,
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
