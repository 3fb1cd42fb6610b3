import { type App, Chart, Duration } from 'cdk8s';
import { ExternalService, Probes, Qos, ServiceSet, WebApp } from 'cdk8s-patterns';

/**
 * What `kubectl expose` does, for every type of Service, and a name in the cluster for a host outside of it.
 *
 * Needs: Kubernetes 1.28 or later; the address of the LoadBalancer comes from the cloud or from MetalLB.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'expose');
  const web = new WebApp(chart, 'web', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
    service: { port: 80, sessionAffinity: Duration.hours(1) },
  });
  new ServiceSet(chart, 'more', {
    pods: web,
    services: {
      'web-nodeport': { type: 'NodePort', port: 80 },
      'web-loadbalancer': { type: 'LoadBalancer', port: 80 },
      'web-headless': { type: 'Headless', port: 80 },
    },
  });
  new ExternalService(chart, 'database', { host: 'db.example.com' });
}
