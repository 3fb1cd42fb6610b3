import { type App, Chart } from 'cdk8s';
import { ConfigMap, Content, Ingress, Peer, Probes, Qos, TenantNamespace, Volumes, WebApp } from 'cdk8s-patterns';

const HOST = 'shop.example.com';
const NGINX = 'nginx.ingress.kubernetes.io';

/**
 * Two versions of an app behind one host: each below a prefix of its own that is removed from the path, one page of the
 * new version at a path of its own, and a tenth of all other requests to the new version (grey or canary release).
 *
 * nginx with another page stands for each version. Needs: Kubernetes 1.28 or later, the NGINX Ingress controller in the
 * namespace ingress-nginx, and a network plugin that enforces NetworkPolicy.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'grey-release', { namespace: 'grey-release' });
  new TenantNamespace(chart, 'grey-release');
  const version = (name: string) => {
    const page = new ConfigMap(chart, `${name}-page`, { from: [Content.literal('index.html', `${name}\n`)] });
    return new WebApp(chart, name, {
      image: 'nginxinc/nginx-unprivileged:1.27.3',
      port: 8080,
      qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
      probes: Probes.http('/'),
      mounts: [Volumes.configMap(page).at('/usr/share/nginx/html', { readOnly: true })],
      networkPolicy: {},
    });
  };
  const [stable, next] = [version('stable'), version('next')];
  // Annotations hold for a whole Ingress, so each way of routing has one of its own.
  const route = { className: 'nginx', from: Peer.namespace('ingress-nginx') } as const;

  // /stable/cart is /cart of the stable version: $2 is what the second group of the path matches.
  new Ingress(chart, 'by-prefix', {
    ...route,
    annotations: { [`${NGINX}/use-regex`]: 'true', [`${NGINX}/rewrite-target`]: '/$2' },
    rules: [
      { host: HOST, path: '/stable(/|$)(.*)', pathType: 'ImplementationSpecific', to: stable },
      { host: HOST, path: '/next(/|$)(.*)', pathType: 'ImplementationSpecific', to: next },
    ],
  });
  // /preview is /index.html of the new version.
  new Ingress(chart, 'by-path', {
    ...route,
    annotations: { [`${NGINX}/rewrite-target`]: '/index.html' },
    rules: [{ host: HOST, path: '/preview', pathType: 'Exact', to: next }],
  });
  new Ingress(chart, 'all-others', { ...route, rules: [{ host: HOST, path: '/', to: stable }] });
  // Raise the weight in steps; at 100 all-others can lead to the new version, and this one can go.
  new Ingress(chart, 'all-others-canary', {
    ...route,
    annotations: { [`${NGINX}/canary`]: 'true', [`${NGINX}/canary-weight`]: '10' },
    rules: [{ host: HOST, path: '/', to: next }],
  });
}
