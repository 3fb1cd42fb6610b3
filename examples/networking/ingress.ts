import { type App, Chart } from 'cdk8s';
import { HttpRoute, Probes, Qos, WebApp } from 'cdk8s-patterns';

/** A host with a prefix path and an exact path, as an Ingress and as a Gateway API HTTPRoute. */
export default function (app: App): void {
  const chart = new Chart(app, 'ingress', { namespace: 'myconfig' });
  const web = new WebApp(chart, 'web', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
    ingress: {
      host: 'web.libix.com',
      className: 'nginx',
      paths: ['/', { path: '/test/', pathType: 'Exact' }],
      tls: 'libix-tls',
      annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/' },
    },
  });
  new HttpRoute(chart, 'route', {
    gateway: 'public',
    hosts: ['web.libix.com'],
    rules: [{ paths: ['/', { path: '/test/', type: 'Exact' }], to: web }],
  });
}
