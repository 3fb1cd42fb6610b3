import { type App, Chart } from 'cdk8s';
import { external, HttpRoute, Ingress, Probes, Qos, TenantNamespace, WebApp } from 'cdk8s-patterns';

/** Created elsewhere: main.ts passes them to its app as `external`. */
export const expects = [
  external.secret('libix-tls', { keys: ['tls.crt', 'tls.key'] }),
  external.object('gateway.networking.k8s.io/v1', 'Gateway', 'public'),
];

/**
 * A host with a prefix path, and an exact path that is rewritten, as Ingresses; the same host as a Gateway API HTTPRoute.
 *
 * Needs: Kubernetes 1.28 or later, the NGINX Ingress controller, the Gateway API (HTTPRoute) with a Gateway `public`, and
 * in namespace myconfig the Secret `libix-tls` with a certificate (tls.crt, tls.key).
 */
export default function (app: App): void {
  const chart = new Chart(app, 'ingress', { namespace: 'myconfig' });
  new TenantNamespace(chart, 'myconfig', { network: 'open' });
  const web = new WebApp(chart, 'web', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
    ingress: { host: 'web.libix.com', className: 'nginx', paths: ['/'], tls: 'libix-tls' },
  });
  // An annotation holds for all paths of its Ingress, so the path that is rewritten has an Ingress of its own.
  new Ingress(chart, 'web-test', {
    className: 'nginx',
    rules: [{ host: 'web.libix.com', path: '/test/', pathType: 'Exact', to: web }],
    annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/' },
  });
  new HttpRoute(chart, 'route', {
    gateway: 'public',
    hosts: ['web.libix.com'],
    rules: [{ paths: ['/', { path: '/test/', type: 'Exact' }], to: web }],
  });
}
