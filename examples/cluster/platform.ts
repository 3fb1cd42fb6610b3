import { type App, Chart } from 'cdk8s';
import { external, Peer, Platform, Probes, Qos, StatefulApp, TenantNamespace, WebApp } from 'cdk8s-patterns';

/** Created elsewhere: main.ts passes them to its app as `external`. */
export const expects = [external.secret('mirror-auth')];

/**
 * A platform that says once what its applications have in common: all images come from the mirror registry.example.com/mirror, a placeholder for
 * yours, Ingresses have a class and certificates, only the Ingress controller reaches the pods behind them, and the cost center is a label of
 * everything. The status page keeps its own registry.
 *
 * Needs: Kubernetes 1.28 or later, an Ingress controller with the class `nginx` in the namespace ingress-nginx, cert-manager with the ClusterIssuer
 * `letsencrypt`, which creates the Secret `shop-tls`, a Secret `mirror-auth` for the mirror, a default StorageClass, and a network plugin that
 * enforces NetworkPolicy.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'platform', { namespace: 'platform' });
  Platform.of(chart).set({
    registry: 'registry.example.com/mirror',
    imagePullSecrets: ['mirror-auth'],
    ingress: { className: 'nginx', issuer: 'letsencrypt', from: Peer.namespace('ingress-nginx') },
    labels: { 'example.com/cost-center': 'store' },
    topologySpread: { zones: 'prefer' },
  });
  new TenantNamespace(chart, 'platform');
  const qos = Qos.guaranteed({ cpu: '100m', memory: '128Mi' });
  const cache = new StatefulApp(chart, 'cache', {
    image: 'redis:7.4.1',
    ports: [{ name: 'redis', port: 6379 }],
    qos,
    probes: Probes.tcp(),
    storage: [{ size: '1Gi', path: '/data' }],
    security: { runAsUser: 999, fsGroup: 999 },
    networkPolicy: {},
  });
  const shop = new WebApp(chart, 'shop', {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos,
    probes: Probes.http('/'),
    ingress: { host: 'shop.example.com' },
    networkPolicy: {},
  });
  shop.connectTo(cache);
  const agent = new WebApp(chart, 'status', {
    image: 'registry.k8s.io/e2e-test-images/agnhost:2.47',
    args: ['netexec', '--http-port=8080'],
    port: 8080,
    qos,
    probes: Probes.http('/'),
    ingress: { host: 'status.example.com', tls: false },
    networkPolicy: {},
  });
  Platform.of(agent).set({ registry: false });
}
