import { type App, Chart } from 'cdk8s';
import { Probes, Qos, TenantNamespace, WebApp } from 'cdk8s-patterns';

/** Several teams in one chart, each with its own namespace, quota and application. */
export default function (app: App): void {
  const chart = new Chart(app, 'teams', { labels: { 'example.com/organisation': 'acme' } });
  const quota = { pods: 20, 'requests.cpu': '8', 'requests.memory': '16Gi' };
  for (const [team, image] of Object.entries({ red: 'ghcr.io/acme/shop:1.4.2', blue: 'ghcr.io/acme/stock:2.0.0' })) {
    const { name: namespace } = new TenantNamespace(chart, `team-${team}`, {
      quota,
      labels: { team },
      access: { developers: { to: { group: `team-${team}` }, role: 'edit' } },
    });
    new WebApp(chart, `${team}-web`, {
      namespace,
      image,
      port: 8080,
      qos: Qos.guaranteed({ cpu: '250m', memory: '128Mi' }),
      probes: Probes.http('/healthz'),
      networkPolicy: {},
      labels: { team },
    });
  }
}
