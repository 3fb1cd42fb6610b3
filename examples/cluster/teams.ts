import { type App, Chart } from 'cdk8s';
import { Peer, Probes, Qos, TenantNamespace, WebApp } from 'cdk8s-patterns';

/**
 * Two teams, each with its own namespace, quota and web application: shop of team red calls stock of team blue.
 *
 * nginx stands for both programs. Needs: Kubernetes 1.28 or later, an Ingress controller with the class `nginx` in the
 * namespace ingress-nginx, and a network plugin that enforces NetworkPolicy.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'teams', { labels: { 'example.com/organisation': 'acme' } });
  const namespaceOf = (team: string) =>
    new TenantNamespace(chart, `team-${team}`, {
      quota: { pods: 20, 'requests.cpu': '8', 'requests.memory': '16Gi' },
      labels: { team },
      access: { developers: { to: { group: `team-${team}` }, role: 'edit' } },
    }).name;
  const web = {
    image: 'nginxinc/nginx-unprivileged:1.27.3',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '250m', memory: '128Mi' }),
    probes: Probes.http('/'),
    networkPolicy: {},
  };
  const shop = new WebApp(chart, 'shop', {
    ...web,
    namespace: namespaceOf('red'),
    labels: { team: 'red' },
    ingress: { host: 'shop.example.com', className: 'nginx', from: Peer.namespace('ingress-nginx') },
  });
  const stock = new WebApp(chart, 'stock', { ...web, namespace: namespaceOf('blue'), labels: { team: 'blue' } });
  shop.connectTo(stock);
}
