import { app, configMap, type Fault, fault, inApp } from './fault';

const agent = (container: object, spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'agent', namespace: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'agent' } },
    template: {
      metadata: { labels: { app: 'agent' } },
      spec: { containers: [{ name: 'agent', ...container }], ...spec },
    },
  },
});
const store = (container: object, spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'data', namespace: 'shop' },
  spec: {
    serviceName: 'data',
    selector: { matchLabels: { app: 'data' } },
    template: {
      metadata: { labels: { app: 'data' } },
      spec: { containers: [{ name: 'data', ...container }], ...spec },
    },
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
      },
    ],
  },
});
const at = (mountPath: string, more: object = {}) => ({ volumeMounts: [{ name: 'data', mountPath, ...more }] });
const volume = (source: object) => ({ volumes: [{ name: 'data', ...source }] });
const ofConfig = volume({ configMap: { name: 'conf' } });
const DROP = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const BIND = { ...DROP, capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } };

const minio = (spec: object) =>
  store({ image: 'minio/minio:RELEASE.2025-04-22T22-12-26Z', args: ['server', '/data'], ...at('/data') }, spec);
const traefik = (...args: string[]) =>
  agent({ image: 'traefik:v3.1', args, securityContext: { runAsUser: 65532, ...DROP } }, { hostNetwork: true });
const prefixed = (path: string) =>
  app({
    image: 'prom/prometheus:v3.5.0',
    args: ['--config.file=/etc/prometheus/prometheus.yml', '--web.route-prefix=/prom'],
    readinessProbe: { httpGet: { path, port: 9090 } },
  });
const coredns = (securityContext: object) =>
  app(
    {
      image: 'registry.k8s.io/coredns/coredns:v1.12.1',
      args: ['-conf', '/etc/coredns/Corefile'],
      securityContext,
      ...at('/etc/coredns'),
    },
    ofConfig,
  );
const spool = (source: object) =>
  agent({ image: 'fluent/fluentd:v1.18-debian-1', ...at('/fluentd/log') }, volume(source));
const pool = configMap('conf', { 'www.conf': '[www]\npm = static\nlisten = 9000\n' });
const foreground = configMap('conf', { 'www.conf': '[global]\ndaemonize = no\n[www]\nlisten = 9000\n' });
const watermark = { '20.conf': 'vm_memory_high_watermark.absolute = 256MB\n' };
const management = (mount: object) => app({ image: 'rabbitmq:4.1-management', ...mount }, ofConfig);
const haproxy = (mountPath: string) =>
  app({ image: 'haproxy:3.0', args: ['haproxy', '-W', '-f', '/etc/haproxy/haproxy.cfg'], ...at(mountPath) }, ofConfig);
const env = (...variables: (readonly [name: string, value: string])[]) => ({
  env: variables.map(([name, value]) => ({ name, value })),
});
const HIDDEN = `warning image-content-hidden ${inApp('volumeMounts[0].mountPath')}`;
const REFUSED = `warning image-variable-refused ${inApp('env[0]')}`;
const OWNED = 'warning volume-owned-by-root spec.template.spec.containers[0].volumeMounts[0]';
const FORM = `warning image-tag-form ${inApp('image')}`;
const keys = volume({ secret: { secretName: 'db', items: [{ key: 'root', path: 'root-password' }] } });
const fromFile = (file: string) =>
  app({ image: 'mariadb:11.8', ...env(['MARIADB_ROOT_PASSWORD_FILE', `/secrets/${file}`]), ...at('/secrets') }, keys);

const postgres = (mounts: readonly string[]) =>
  store(
    {
      image: 'postgres:17.5',
      ...env(['POSTGRES_PASSWORD_FILE', '/p'], ['PGDATA', '/var/lib/postgresql/data/pg']),
      securityContext: { readOnlyRootFilesystem: true },
      volumeMounts: [
        { name: 'data', mountPath: '/var/lib/postgresql/data' },
        ...mounts.map((mountPath) => ({ name: 'run', mountPath })),
      ],
    },
    { volumes: [{ name: 'run', emptyDir: {} }] },
  );

/** Faults that depend on what is known of one server. */
export const FACTS_OF_SERVERS: readonly Fault[] = [
  fault('minio as another user on a new claim', 'Permission denied: the directory belongs to root', OWNED, {
    faulty: minio({ securityContext: { runAsUser: 1000 } }),
    fixed: minio({ securityContext: { runAsUser: 1000, fsGroup: 1000 } }),
  }),
  fault('fluentd in a directory of the node', 'the kubelet creates it for root', OWNED, {
    faulty: spool({ hostPath: { path: '/var/spool/fluentd', type: 'DirectoryOrCreate' } }),
    fixed: spool({ emptyDir: {} }),
  }),
  fault(
    'postgres whose data is moved, with a read-only root',
    'could not create lock file "/var/run/postgresql/.s.PGSQL.5432.lock"',
    `warning image-path-not-writable ${inApp('securityContext.readOnlyRootFilesystem')}`,
    { faulty: postgres([]), fixed: postgres(['/var/run/postgresql']) },
  ),
  fault('traefik on the network of the node', 'bind: permission denied', `warning privileged-port ${inApp('image')}`, {
    faulty: traefik('--providers.kubernetesingress'),
    fixed: traefik('--providers.kubernetesingress', '--entryPoints.web.address=:8000'),
  }),
  fault(
    'coredns without capabilities',
    'operation not permitted',
    `warning file-capability-dropped ${inApp('securityContext.capabilities.drop')}`,
    { faulty: coredns(DROP), fixed: coredns(BIND) },
  ),
  fault('prometheus below a prefix', '404', `warning probe-path-not-served ${inApp('readinessProbe.httpGet.path')}`, {
    faulty: prefixed('/-/ready'),
    fixed: prefixed('/prom/-/ready'),
  }),
  fault('php-fpm without the file that keeps it in front', 'the container ends with 0', HIDDEN, {
    faulty: [pool, app({ image: 'php:8.3-fpm', ...at('/usr/local/etc/php-fpm.d') }, ofConfig)],
    fixed: [
      pool,
      app({ image: 'php:8.3-fpm', ...at('/usr/local/etc/php-fpm.d/www.conf', { subPath: 'www.conf' }) }, ofConfig),
    ],
  }),
  fault('php-fpm without that file, and with its setting', 'the container ends with 0', HIDDEN, {
    faulty: [pool, app({ image: 'php:8.3-fpm-alpine', ...at('/usr/local/etc/php-fpm.d') }, ofConfig)],
    fixed: [foreground, app({ image: 'php:8.3-fpm-alpine', ...at('/usr/local/etc/php-fpm.d') }, ofConfig)],
  }),
  fault('an empty volume over RabbitMQ itself', 'rabbitmq-server: not found', HIDDEN, {
    faulty: app({ image: 'rabbitmq:4.1', ...at('/opt/rabbitmq') }, volume({ emptyDir: {} })),
    fixed: app({ image: 'rabbitmq:4.1', ...at('/var/lib/rabbitmq') }, volume({ emptyDir: {} })),
  }),
  fault('RabbitMQ without its list of plugins', 'connection refused on 15672', HIDDEN, {
    faulty: [configMap('conf', watermark), management(at('/etc/rabbitmq'))],
    fixed: [configMap('conf', watermark), management(at('/etc/rabbitmq/conf.d/20.conf', { subPath: '20.conf' }))],
  }),
  fault(
    'a configuration of haproxy in another directory',
    'no such file',
    'warning image-file-missing spec.template.spec.containers[0]',
    {
      faulty: haproxy('/usr/local/etc/haproxy'),
      fixed: haproxy('/etc/haproxy'),
    },
  ),
  fault('a password file with another name', 'No such file', `warning image-file-missing ${inApp('env[0].value')}`, {
    faulty: fromFile('root'),
    fixed: fromFile('root-password'),
  }),
  fault('prometheus by a tag without v', 'not found', FORM, {
    faulty: app({ image: 'prom/prometheus:3.5.0' }),
    fixed: app({ image: 'registry.example.com/prom/prometheus:3.5.0' }),
  }),
  fault('nginx by a tag with v', 'not found', FORM, {
    faulty: app({ image: 'nginx:v1.29.0' }),
    fixed: app({ image: 'nginx:1.29.0' }),
  }),
  fault('mongo with the name of a user alone', 'both must be specified for a user to be created', REFUSED, {
    faulty: app({ image: 'mongo:8.0', ...env(['MONGO_INITDB_ROOT_USERNAME', 'root']) }),
    fixed: app({
      image: 'mongo:8.0',
      ...env(['MONGO_INITDB_ROOT_USERNAME', 'root'], ['MONGO_INITDB_ROOT_PASSWORD_FILE', '/p']),
    }),
  }),
  fault('a variable that RabbitMQ refuses', 'deprecated environment variables detected', REFUSED, {
    faulty: app({ image: 'rabbitmq:4.1', ...env(['RABBITMQ_VM_MEMORY_HIGH_WATERMARK', '0.5']) }),
    fixed: app({ image: 'rabbitmq:4.1', ...env(['RABBITMQ_DEFAULT_USER', 'shop']) }),
  }),
];
