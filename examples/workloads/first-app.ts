import { type App, Chart } from 'cdk8s';
import { Probes, Qos, Scaling, WebApp } from 'cdk8s-patterns';

/** The first app of the README. */
export default function (app: App): void {
  const chart = new Chart(app, 'first-app', { namespace: 'store' });
  new WebApp(chart, 'shop', {
    image: 'ghcr.io/acme/shop:1.4.2',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '500m', memory: '256Mi' }),
    probes: Probes.http('/healthz'),
    scaling: Scaling.onCpu({ min: 2, max: 8, percent: 80 }),
    ingress: { host: 'shop.example.com', className: 'nginx', tls: 'shop-tls' },
  });
}
