import { app, configMap, type Fault, fault, inApp, job, MYSQL, POSTGRES } from './fault';

const PASSWORD = POSTGRES.env[0]!;
const mount = (mountPath: string, subPath?: string) => ({ volumeMounts: [{ name: 'data', mountPath, subPath }] });
const ofConfigMap = { volumes: [{ name: 'data', configMap: { name: 'config' } }] };
const live = (...command: string[]) => ({ livenessProbe: { exec: { command } } });
const LIVE = inApp('livenessProbe.exec.command');

const service = (targetPort: number) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'site', namespace: 'shop' },
  spec: { selector: { app: 'site' }, ports: [{ port: 80, targetPort }] },
});

const WORK = { name: 'work', image: 'ghcr.io/acme/report:1' };
const PROXY = { image: 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.0', args: ['acme:eu:db'] };
const nginx = { image: 'nginx:1.27.3' };
const config = (...files: string[]) => configMap('config', Object.fromEntries(files.map((file) => [file, ''])));

/** Faults of servers, their variables and programs, and paths of nodes. */
export const SERVERS_AND_SETTINGS: readonly Fault[] = [
  fault('nginx in the background', 'the container ends with 0', `warning container-ends ${inApp('command')}`, {
    faulty: app({ ...nginx, command: ['nginx'] }),
    fixed: app({ ...nginx, command: ['nginx', '-g', 'daemon off;'] }),
  }),
  fault('nginx in the background after a script', 'the same', `warning container-ends ${inApp('command')}`, {
    faulty: app({ ...nginx, command: ['sh', '-c', 'envsubst < /in > /tmp/out && nginx'] }),
    fixed: app({ ...nginx, command: ['sh', '-c', "envsubst < /in > /tmp/out && exec nginx -g 'daemon off;'"] }),
  }),
  fault('Apache in the background', 'the same', `warning container-ends ${inApp('command')}`, {
    faulty: app({ image: 'httpd:2.4.62', command: ['httpd', '-k', 'start'] }),
    fixed: app({ image: 'httpd:2.4.62', command: ['httpd', '-D', 'FOREGROUND'] }),
  }),
  fault('Redis in the background', 'the same', `warning container-ends ${inApp('image')}`, {
    faulty: app({ image: 'redis:7.4.2', args: ['redis-server', '--daemonize', 'yes'] }),
    fixed: app({ image: 'redis:7.4.2', args: ['redis-server', '--daemonize', 'no'] }),
  }),
  fault('a service of the operating system', 'the same', `warning container-ends ${inApp('command')}`, {
    faulty: app({ image: 'ghcr.io/acme/legacy:1', command: ['sh', '-c', 'service nginx start'] }),
    fixed: app({ image: 'ghcr.io/acme/legacy:1', command: ['sh', '-c', 'service nginx start && tail -f /dev/null'] }),
  }),
  fault(
    'two web servers on one port',
    'bind() to 0.0.0.0:80 failed (98: Address already in use)',
    'warning ports-collide spec.template.spec.containers[1].image',
    {
      faulty: app(
        {},
        {
          containers: [
            { name: 'a', ...nginx },
            { name: 'b', image: 'httpd:2.4.62' },
          ],
        },
      ),
      fixed: app(
        {},
        {
          containers: [
            { name: 'a', ...nginx },
            { name: 'b', image: 'tomcat:10.1' },
          ],
        },
      ),
    },
  ),
  fault(
    'a Service of a port that nginx does not serve',
    'connection refused',
    'warning service-port-not-served spec.template.spec.containers[0]',
    { faulty: [service(8080), app(nginx)], fixed: [service(80), app(nginx)] },
  ),
  fault(
    'a password and the file of it',
    'error: both POSTGRES_PASSWORD and POSTGRES_PASSWORD_FILE are set (but are exclusive)',
    `warning image-variable-refused ${inApp('env[1]')}`,
    {
      faulty: app({ ...POSTGRES, env: [PASSWORD, { name: 'POSTGRES_PASSWORD', value: 'example' }] }),
      fixed: app(POSTGRES),
    },
  ),
  fault(
    'root as the further user of MySQL',
    'MYSQL_USER="root", MYSQL_USER and MYSQL_PASSWORD are for configuring a regular user',
    `warning image-variable-refused ${inApp('env[1]')}`,
    {
      faulty: app({ ...MYSQL, env: [...MYSQL.env, { name: 'MYSQL_USER', value: 'root' }] }),
      fixed: app({ ...MYSQL, env: [...MYSQL.env, { name: 'MYSQL_USER', value: 'shop' }] }),
    },
  ),
  fault('an empty password', 'Database is uninitialized', `warning image-variable-refused ${inApp('env[0]')}`, {
    faulty: app({ image: 'mysql:8.4.6', env: [{ name: 'MYSQL_ROOT_PASSWORD', value: '' }] }),
    fixed: app({ image: 'mysql:8.4.6', env: [{ name: 'MYSQL_ALLOW_EMPTY_PASSWORD', value: '1' }] }),
  }),
  fault('the password of WordPress twice', 'exclusive', `warning image-variable-refused ${inApp('env[0]')}`, {
    faulty: app({
      image: 'wordpress:6.8.1-php8.3-apache',
      env: [
        { name: 'WORDPRESS_DB_PASSWORD', value: 'example' },
        { name: 'WORDPRESS_DB_PASSWORD_FILE', value: '/run/secrets/password' },
      ],
    }),
    fixed: app({
      image: 'wordpress:6.8.1-php8.3-apache',
      env: [{ name: 'WORDPRESS_DB_PASSWORD_FILE', value: '/run/secrets/password' }],
    }),
  }),
  fault('pg_isready in MySQL', 'executable file not found', `warning image-program-missing ${LIVE}`, {
    faulty: app({ ...MYSQL, ...live('pg_isready') }),
    fixed: app({ ...MYSQL, ...live('mysqladmin', 'ping') }),
  }),
  fault('redis-cli in memcached', 'executable file not found', `warning image-program-missing ${LIVE}`, {
    faulty: app({ image: 'memcached:1.6.32', ...live('redis-cli', 'ping') }),
    fixed: app({ image: 'redis:7.4.2', ...live('redis-cli', 'ping') }),
  }),
  fault('pgrep in nginx', 'executable file not found', `warning image-program-missing ${LIVE}`, {
    faulty: app({ ...nginx, ...live('pgrep', 'nginx') }),
    fixed: app({ ...nginx, ...live('test', '-f', '/run/nginx.pid') }),
  }),
  fault('ps in a script of postgres', 'sh: ps: not found', `warning image-program-missing ${LIVE}`, {
    faulty: app({ ...POSTGRES, ...live('sh', '-c', 'ps aux | grep -q postgres') }),
    fixed: app({ ...POSTGRES, ...live('sh', '-c', 'pg_isready | grep -q accepting') }),
  }),
  fault('nc in redis', 'executable file not found', `warning image-program-missing ${LIVE}`, {
    faulty: app({ image: 'redis:7.4.2', ...live('nc', '-z', 'localhost', '6379') }),
    fixed: app({ image: 'redis:7.4.2-alpine', ...live('nc', '-z', 'localhost', '6379') }),
  }),
  fault('curl later in a script', 'sh: curl: not found', `warning image-program-missing ${LIVE}`, {
    faulty: app({ image: 'httpd:2.4.62', ...live('sh', '-c', 'test -f /tmp/a && curl -f localhost || exit 1') }),
    fixed: app({ image: 'httpd:2.4.62', ...live('sh', '-c', 'command -v curl && curl -f localhost || true') }),
  }),
  fault(
    'a script of a ConfigMap in a script',
    'permission denied',
    `warning command-not-executable ${inApp('command')}`,
    {
      faulty: [
        config('run.sh'),
        app({ image: 'busybox:1.37', command: ['sh', '-c', '/s/run.sh'], ...mount('/s') }, ofConfigMap),
      ],
      fixed: [
        config('run.sh'),
        app({ image: 'busybox:1.37', command: ['sh', '-c', 'sh /s/run.sh'], ...mount('/s') }, ofConfigMap),
      ],
    },
  ),
  fault(
    'the proxy of Cloud SQL in a Job',
    'the Job never ends',
    'warning job-never-completes spec.template.spec.containers[1]',
    {
      faulty: job({ containers: [WORK, { name: 'proxy', ...PROXY }] }),
      fixed: job({ containers: [WORK], initContainers: [{ name: 'proxy', ...PROXY, restartPolicy: 'Always' }] }),
    },
  ),
  ...[
    ['/etc/machine-id', 'Directory', 'File'],
    ['/etc/localtime', 'Directory', 'File'],
    ['/run/crio/crio.sock', 'Directory', 'Socket'],
    ['/dev/kvm', 'File', 'CharDevice'],
    ['/dev/sda', 'CharDevice', 'BlockDevice'],
    ['/etc/ssl/certs', 'File', 'Directory'],
  ].map(([path, wrong, right]) => {
    const host = (type: string) =>
      app(
        { image: 'ghcr.io/acme/agent:1', ...mount('/host') },
        { volumes: [{ name: 'data', hostPath: { path, type } }] },
      );
    const field = 'spec.template.spec.volumes[0].hostPath.type';
    return fault(`${path} as ${wrong}`, 'hostPath type check failed', `error host-path-type ${field}`, {
      faulty: host(wrong!),
      fixed: host(right!),
    });
  }),
  fault(
    'the configuration of Docker',
    'no such file',
    'error host-path-docker spec.template.spec.volumes[0].hostPath.path',
    {
      faulty: app(
        { image: 'ghcr.io/acme/agent:1', ...mount('/host') },
        { volumes: [{ name: 'data', hostPath: { path: '/etc/docker/daemon.json', type: 'File' } }] },
      ),
      fixed: app(
        { image: 'ghcr.io/acme/agent:1', ...mount('/host') },
        { volumes: [{ name: 'data', hostPath: { path: '/etc/hosts', type: 'File' } }] },
      ),
    },
  ),
];
