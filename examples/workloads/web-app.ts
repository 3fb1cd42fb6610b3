import { type App, Chart, Duration } from 'cdk8s';
import {
  ConfigMap,
  Content,
  Env,
  EnvFrom,
  external,
  Metric,
  Peer,
  Probes,
  Qos,
  Rollout,
  Scaling,
  TenantNamespace,
  Volumes,
  WebApp,
} from 'cdk8s-patterns';

/** Created elsewhere: main.ts passes them to its app as `external`. */
export const expects = [
  external.secret('shop-db', { keys: ['password'] }),
  external.secret('shop-tls', { keys: ['tls.crt', 'tls.key'] }),
  external.secret('ghcr'),
];

/**
 * A web application that sets every option of WebApp. ghcr.io/acme/shop and ghcr.io/acme/stock are placeholders for your
 * images; the first one has the program /webapp, which answers /healthz on port 8080, and \`sleep\`.
 *
 * Needs: Kubernetes 1.28 or later, metrics-server, an Ingress controller with the class `nginx`, a network plugin that
 * enforces NetworkPolicy, and in namespace shop the Secrets `shop-db` (key password), `shop-tls` (tls.crt, tls.key) and
 * the pull Secret `ghcr`; `smtp` is optional.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'web-app', { namespace: 'shop' });
  new TenantNamespace(chart, 'namespace', { name: 'shop' });
  const config = new ConfigMap(chart, 'shop-config', {
    from: [Content.literals({ 'shop.yaml': 'theme: dark\n', currency: 'EUR' })],
  });
  const api = new WebApp(chart, 'stock', {
    image: 'ghcr.io/acme/stock:2.0.0',
    ports: [{ name: 'grpc', port: 9000 }],
    qos: Qos.guaranteed({ cpu: '250m', memory: '128Mi' }),
    probes: Probes.grpc(),
    networkPolicy: {},
    partOf: 'store',
  });
  const shop = new WebApp(chart, 'shop', {
    image: 'ghcr.io/acme/shop:1.4.2',
    ports: [
      { name: 'http', port: 8080 },
      { name: 'metrics', port: 9113 },
    ],
    command: ['/webapp'],
    args: ['--level=$(LOG_LEVEL)'],
    env: {
      LOG_LEVEL: 'info',
      POD_NAME: Env.field('metadata.name'),
      MEMORY_LIMIT: Env.resource('limits.memory'),
      CURRENCY: Env.configMap(config, 'currency'),
      DB_PASSWORD: Env.secret('shop-db', 'password'),
    },
    envFrom: [EnvFrom.secret('smtp', { prefix: 'SMTP_', optional: true })],
    mounts: [
      Volumes.configMap(config, { name: 'config', items: { 'shop.yaml': 'shop.yaml' } }).at('/etc/shop', {
        readOnly: true,
      }),
      Volumes.emptyDir('cache', { sizeLimit: '1Gi' }).at('/var/cache/shop'),
    ],
    qos: Qos.guaranteed({ cpu: '500m', memory: '256Mi', ephemeralStorage: '2Gi' }),
    probes: Probes.http('/healthz', { startWithin: Duration.minutes(5) }),
    lifecycle: { preStop: { exec: ['sleep', '10'] } },
    terminationGracePeriod: Duration.seconds(60),
    scaling: Scaling.on([Metric.cpu(80), Metric.memory(85)], {
      min: 3,
      max: 12,
      behavior: { down: { stabilization: Duration.minutes(10) } },
    }),
    rollout: Rollout.rolling({
      maxSurge: '25%',
      maxUnavailable: 0,
      minReady: Duration.seconds(10),
      revisionHistoryLimit: 5,
    }),
    disruptionBudget: { maxUnavailable: '34%' },
    service: { ports: [{ name: 'http', port: 80 }, { name: 'metrics' }] },
    ingress: { host: 'shop.example.com', className: 'nginx', tls: 'shop-tls' },
    networkPolicy: {
      ingress: [{ from: Peer.namespace('monitoring'), ports: ['metrics'] }],
      egress: [{ to: Peer.cidr('10.20.0.0/16'), ports: [5432] }],
    },
    topologySpread: { zones: 'require', nodes: 'prefer' },
    nodeSelector: { 'kubernetes.io/arch': 'amd64' },
    tolerations: [{ key: 'dedicated', value: 'web', effect: 'NoSchedule' }],
    security: { runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001 },
    imagePullSecrets: ['ghcr'],
    component: 'frontend',
    partOf: 'store',
    labels: { team: 'storefront' },
    podAnnotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9113' },
  });
  shop.connectTo(api);
}
