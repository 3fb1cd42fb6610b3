import { type App, Chart } from 'cdk8s';
import { Content, Credentials, external, MySql, Peer, Probes, Qos, TenantNamespace, WebApp } from 'cdk8s-patterns';

/** Created elsewhere: main.ts passes them to its app as `external`. */
export const expects = [
  external.secret('db-auth', { keys: ['root', 'user', 'pass', 'exporter', 'backup'] }),
  external.secret('db-tls', { keys: ['ca.crt', 'tls.crt', 'tls.key'] }),
  external.object('storage.k8s.io/v1', 'StorageClass', 'fast'),
];

/**
 * MySQL with passwords from a Secret and every production option, and a web shop that uses it. ghcr.io/acme/shop is a
 * placeholder for an image of yours that answers /alive and /ready on port 8080.
 *
 * Needs: Kubernetes 1.28 or later, a StorageClass `fast`, an Ingress controller with the class `nginx` in the namespace ingress-nginx, a network plugin
 * that enforces NetworkPolicy, the Prometheus Operator (ServiceMonitor), and in namespace webshop the Secrets `db-auth`
 * (keys root, user, pass, exporter and backup) and `db-tls` (ca.crt, tls.crt and tls.key).
 */
export default function (app: App): void {
  const chart = new Chart(app, 'mysql', { namespace: 'webshop' });
  new TenantNamespace(chart, 'webshop');
  const db = new MySql(chart, 'db', {
    database: 'shop',
    credentials: Credentials.fromSecret('db-auth', {
      rootPassword: 'root',
      username: 'user',
      password: 'pass',
      exporterPassword: 'exporter',
      backupPassword: 'backup',
    }),
    storage: { size: '20Gi', storageClassName: 'fast' },
    qos: Qos.guaranteed({ cpu: '1', memory: '2Gi', ephemeralStorage: '1Gi' }),
    userId: 10001,
    imagePullPolicy: 'Always',
    configuration: { mysqld: { max_connections: 200, innodb_buffer_pool_size: '1G' } },
    initScripts: [
      Content.literal('10-schema.sql', 'CREATE TABLE IF NOT EXISTS item (id INT PRIMARY KEY, name TEXT);\n'),
    ],
    tls: { secret: 'db-tls' },
    backup: { schedule: '0 3 * * *', keep: 7 },
    metrics: { from: Peer.namespace('monitoring'), serviceMonitor: { labels: { release: 'prometheus' } } },
    partOf: 'shop',
  });
  new WebApp(chart, 'shop', {
    image: 'ghcr.io/acme/shop:1.4.2',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '500m', memory: '256Mi', ephemeralStorage: '256Mi' }),
    probes: Probes.of({ liveness: { http: { path: '/alive' } }, readiness: { http: { path: '/ready' } } }),
    security: { runAsUser: 10002, runAsGroup: 10002 },
    imagePullPolicy: 'Always',
    networkPolicy: {},
    ingress: { host: 'shop.example.com', className: 'nginx', from: Peer.namespace('ingress-nginx') },
    partOf: 'shop',
  }).connectTo(db);
}
