import { type App, Chart } from 'cdk8s';
import { external, Peer, Probes, Qos, Scaling, TenantNamespace, WebApp } from 'cdk8s-patterns';

/** Created elsewhere: main.ts passes them to its app as `external`. */
export const expects = [external.secret('shop-tls', { keys: ['tls.crt', 'tls.key'] })];

/**
 * The first app of the README, a web application with everything that production asks for. ghcr.io/acme/shop is a
 * placeholder for an image of yours that answers /healthz on port 8080.
 *
 * Needs: Kubernetes 1.28 or later, metrics-server, an Ingress controller with the class `nginx` in the namespace
 * ingress-nginx, a network plugin that enforces NetworkPolicy, and in namespace store the Secret `shop-tls` with a certificate (tls.crt, tls.key).
 */
export default function (app: App): void {
  const chart = new Chart(app, 'first-app', { namespace: 'store' });
  new TenantNamespace(chart, 'store');
  new WebApp(chart, 'shop', {
    image: 'ghcr.io/acme/shop:1.4.2',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '500m', memory: '256Mi' }),
    probes: Probes.http('/healthz'),
    scaling: Scaling.onCpu({ min: 2, max: 8, percent: 80 }),
    networkPolicy: {},
    ingress: { host: 'shop.example.com', className: 'nginx', tls: 'shop-tls', from: Peer.namespace('ingress-nginx') },
  });
}
