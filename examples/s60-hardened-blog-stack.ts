import { type App, Chart } from 'cdk8s';
import {
  acknowledge,
  ConfigMap,
  Content,
  Credentials,
  EnvFrom,
  MariaDb,
  Probes,
  Qos,
  Scaling,
  WebApp,
  WordPress,
} from 'cdk8s-patterns';

/**
 * S60: the blog stack with its six holes closed.
 *
 * 1. Passwords stand in Secrets that something else makes, and WordPress is not the database's root.
 * 2. Database and content are on claims that outlive their pods, and the database is dumped every night.
 * 3. Every container says what it may use.
 * 4. WordPress and the statistics run in several pods. The database is one pod: while it moves to another node the site is
 *    down, for minutes. Who cannot live with that puts an ExternalDatabase, or one that an operator replicates, in its place.
 * 5. An Ingress with TLS is the only way in, and NetworkPolicies keep everybody else apart.
 * 6. Every container is asked whether it works.
 */
export class HardenedBlogStack extends Chart {
  public constructor(app: App, id: string) {
    super(app, id, { namespace: 'blog' });
    const shared = new ConfigMap(this, 'blog-config', { from: [Content.literals({ SITE_NAME: 'My blog' })] });
    const strict = { partOf: 'blog', imagePullPolicy: 'Always' } as const;
    const common = { ...strict, envFrom: [EnvFrom.configMap(shared)] };

    const db = new MariaDb(this, 'blog-db', {
      ...strict,
      database: 'blog_data',
      user: 'blog',
      credentials: Credentials.fromSecret('blog-db-auth', {
        rootPassword: 'root-password',
        password: 'password',
        backupPassword: 'backup-password',
      }),
      storage: { size: '10Gi' },
      qos: Qos.guaranteed({ cpu: '500m', memory: '1Gi', ephemeralStorage: '1Gi' }),
      backup: { schedule: '30 2 * * *', keep: 14 },
      // Above the users of the nodes, as some scanners want it.
      userId: 10001,
      // A ping is all that can be asked of MariaDB without a password; readiness and liveness differ in what follows from it.
      annotations: { 'kube-score/ignore': 'pod-probes-identical' },
    });
    acknowledge(db, 'single-replica', 'one server holds the data; it comes back on another node within minutes');

    new WordPress(this, 'blog', {
      ...common,
      database: db,
      storage: { size: '20Gi', accessMode: 'ReadWriteMany', className: 'shared' },
      salts: 'blog-salts',
      install: { title: 'My blog', admin: 'blog-admin' },
      qos: Qos.burstable({
        requests: { cpu: '250m', memory: '256Mi', ephemeralStorage: '256Mi' },
        limits: { cpu: '1', memory: '512Mi', ephemeralStorage: '1Gi' },
      }),
      userId: 10002,
      scaling: Scaling.onCpu({ min: 2, max: 6, percent: 80 }),
      ingress: { host: 'blog.example.com', className: 'nginx', tls: 'blog-tls' },
    });
    new WebApp(this, 'stats-service', {
      ...common,
      image: 'registry.example.com/stats-service:0.1.0',
      port: 80,
      qos: Qos.guaranteed({ cpu: '100m', memory: '128Mi', ephemeralStorage: '64Mi' }),
      probes: Probes.of({ liveness: { tcp: { port: 'http' } }, readiness: { http: { path: '/' } } }),
      networkPolicy: {},
      security: { runAsUser: 10003, runAsGroup: 10003, sysctls: { 'net.ipv4.ip_unprivileged_port_start': 0 } },
    }).connectTo(db);
  }
}

export default function (app: App): void {
  new HardenedBlogStack(app, 's60-hardened-blog-stack');
}
