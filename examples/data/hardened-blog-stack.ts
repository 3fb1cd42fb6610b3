import { type App, Chart } from 'cdk8s';
import {
  acknowledge,
  ConfigMap,
  Content,
  Credentials,
  EnvFrom,
  external,
  MariaDb,
  Peer,
  Probes,
  Qos,
  Scaling,
  TenantNamespace,
  WebApp,
  WordPress,
} from 'cdk8s-patterns';

/**
 * The blog stack with the six weaknesses of blog-stack.ts fixed:
 *
 * 1. Passwords are in Secrets created outside these manifests, and WordPress does not connect as the database's root user.
 * 2. Database and content are on PersistentVolumeClaims, and the database is backed up every night.
 * 3. Every container has resource requests and limits.
 * 4. WordPress and the statistics service have several replicas. The database has one: while its pod moves to another node,
 *    the site is down for minutes. If that is not acceptable, use an ExternalDatabase or a replicated database of an operator.
 * 5. An Ingress with TLS is the only entry point: NetworkPolicies admit its controller, in the namespace ingress-nginx, and deny
 *    all traffic that is not declared.
 * 6. Every container has probes.
 */
export class HardenedBlogStack extends Chart {
  public constructor(app: App, id: string) {
    super(app, id, { namespace: 'blog' });
    new TenantNamespace(this, 'namespace', { name: 'blog' });
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
      // Above the user IDs of the nodes, as some scanners require.
      userId: 10001,
      // Without a password a ping is all that MariaDB answers; readiness and liveness failures have different effects.
      annotations: { 'kube-score/ignore': 'pod-probes-identical' },
    });
    acknowledge(db, 'single-replica', 'a single server holds the data; it restarts on another node within minutes');

    new WordPress(this, 'blog', {
      ...common,
      database: db,
      storage: { size: '20Gi', accessModes: ['ReadWriteMany'], storageClassName: 'shared' },
      salts: 'blog-salts',
      install: { title: 'My blog', admin: 'blog-admin' },
      qos: Qos.burstable({
        requests: { cpu: '250m', memory: '256Mi', ephemeralStorage: '256Mi' },
        limits: { cpu: '1', memory: '512Mi', ephemeralStorage: '1Gi' },
      }),
      userId: 10002,
      scaling: Scaling.onCpu({ min: 2, max: 6, percent: 80 }),
      ingress: { host: 'blog.example.com', className: 'nginx', tls: 'blog-tls', from: Peer.namespace('ingress-nginx') },
    });
    new WebApp(this, 'stats-service', {
      ...common,
      image: 'nginxinc/nginx-unprivileged:1.27.3',
      port: 8080,
      qos: Qos.guaranteed({ cpu: '100m', memory: '128Mi', ephemeralStorage: '64Mi' }),
      probes: Probes.of({ liveness: { tcp: { port: 'http' } }, readiness: { http: { path: '/' } } }),
      networkPolicy: { ingress: [{ from: Peer.namespace('monitoring'), ports: ['http'] }] },
      security: { runAsUser: 10003, runAsGroup: 10003 },
    }).connectTo(db);
  }
}

/** Created elsewhere: main.ts passes them to its app as `external`. */
export const expects = [
  external.secret('blog-db-auth', { keys: ['root-password', 'password', 'backup-password'] }),
  external.secret('blog-salts'),
  external.secret('blog-admin', { keys: ['username', 'email', 'password'] }),
  external.secret('blog-tls', { keys: ['tls.crt', 'tls.key'] }),
  external.object('storage.k8s.io/v1', 'StorageClass', 'shared'),
];

/**
 * The blog stack with its six weaknesses fixed: passwords, storage, resources, replicas, network access and probes.
 *
 * nginx stands for the statistics service. Needs: Kubernetes 1.28 or later, metrics-server, a StorageClass `shared` with
 * volumes that several nodes can write (ReadWriteMany), a default StorageClass, an Ingress controller with the class
 * `nginx`, a network plugin that enforces NetworkPolicy, and in namespace blog the Secrets `blog-db-auth` (keys
 * root-password, password and backup-password), `blog-salts` (AUTH_KEY and the seven others of wp-config.php), `blog-admin` (keys username, email and password) and
 * `blog-tls` (tls.crt and tls.key).
 */
export default function (app: App): void {
  new HardenedBlogStack(app, 'hardened-blog-stack');
}
