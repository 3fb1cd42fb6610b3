import { app, type Fault, fault, inApp } from './fault';

const prometheus = { image: 'prom/prometheus:v3.5.0' };
const config = '--config.file=/etc/prometheus/prometheus.yml';
const exporter = { image: 'prom/mysqld-exporter:v0.17.2' };
const PASSWORD = { name: 'MYSQL_ROOT_PASSWORD_FILE', value: '/run/secrets/root' };
const mysql = (args: readonly string[], tag = '8.4.6') => app({ image: `mysql:${tag}`, env: [PASSWORD], args });
const redis = (password: string, more: object = {}) =>
  app({
    image: 'redis:7.4.2',
    args: ['redis-server', '--requirepass', password],
    env: [{ name: 'REDIS_PASSWORD', valueFrom: { secretKeyRef: { name: 'cache', key: 'password' } } }],
    ...more,
  });
const live = (...command: string[]) => ({ livenessProbe: { exec: { command } } });
const before = (...command: string[]) => ({ lifecycle: { preStop: { exec: { command } } } });
const limited = (memory: string, container: object) => app({ resources: { limits: { memory } }, ...container });
const LIMIT = `warning memory-limit-too-small ${inApp('resources.limits[memory]')}`;
const NO_FLAG = 'the program exits: unknown flag';

/** Faults of options, of variables in commands, and of limits of memory. */
export const ARGUMENTS_AND_MEMORY: readonly Fault[] = [
  fault(
    'prometheus whose args replace the option of its configuration',
    'prometheus.yml is looked up in /prometheus',
    `warning image-argument-missing ${inApp('args')}`,
    {
      faulty: app({ ...prometheus, args: ['--storage.tsdb.retention.time=15d'] }),
      fixed: app({ ...prometheus, args: [config, '--storage.tsdb.retention.time=15d'] }),
    },
  ),
  fault(
    'alertmanager whose args replace the option of its configuration',
    'alertmanager.yml is looked up in /alertmanager',
    `warning image-argument-missing ${inApp('args')}`,
    {
      faulty: app({ image: 'prom/alertmanager:v0.28.1', args: ['--cluster.listen-address='] }),
      fixed: app({
        image: 'prom/alertmanager:v0.28.1',
        args: ['--config.file=/etc/alertmanager/alertmanager.yml', '--cluster.listen-address='],
      }),
    },
  ),
  fault(
    'mysqld-exporter with the variable of versions before 0.15',
    'no user specified in section or parent',
    'warning image-argument-missing spec.template.spec.containers[0]',
    {
      faulty: app({ ...exporter, env: [{ name: 'DATA_SOURCE_NAME', value: 'exporter@(db:3306)/' }] }),
      fixed: app({
        ...exporter,
        args: ['--mysqld.username=exporter', '--mysqld.address=db:3306'],
        env: [{ name: 'MYSQLD_EXPORTER_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'exporter' } } }],
      }),
    },
  ),
  fault('the nginx exporter with one dash', NO_FLAG, `warning image-argument-refused ${inApp('args[0]')}`, {
    faulty: app({
      image: 'nginx/nginx-prometheus-exporter:1.4.2',
      args: ['-nginx.scrape-uri=http://localhost/status'],
    }),
    fixed: app({
      image: 'nginx/nginx-prometheus-exporter:1.4.2',
      args: ['--nginx.scrape-uri=http://localhost/status'],
    }),
  }),
  fault('an exporter before its 1.0 with two dashes', NO_FLAG, `warning image-argument-refused ${inApp('args[0]')}`, {
    faulty: app({ image: 'nginx/nginx-prometheus-exporter:1.4.2', args: ['-web.listen-address=:9113'] }),
    fixed: app({ image: 'nginx/nginx-prometheus-exporter:0.11.0', args: ['-web.listen-address=:9113'] }),
  }),
  fault('MySQL 8.4 with an option of 8.0', NO_FLAG, `warning image-argument-refused ${inApp('args[0]')}`, {
    faulty: mysql(['--default-authentication-plugin=mysql_native_password']),
    fixed: mysql(['--default-authentication-plugin=mysql_native_password'], '8.0.42'),
  }),
  fault('MySQL 9 with an underscore option of 8.4', NO_FLAG, `warning image-argument-refused ${inApp('args[1]')}`, {
    faulty: mysql(['--max-connections=50', '--mysql_native_password=ON'], '9.1'),
    fixed: mysql(['--max-connections=50', '--mysql_native_password=ON'], '8.4.6'),
  }),
  fault(
    'version 2 of the Cloud SQL proxy with options of 1',
    NO_FLAG,
    `warning image-argument-refused ${inApp('args[0]')}`,
    {
      faulty: app({
        image: 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.0',
        args: ['-instances=acme:eu:db=tcp:5432'],
      }),
      fixed: app({ image: 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.0', args: ['--port=5432', 'acme:eu:db'] }),
    },
  ),
  fault('a command of postgres in one word', 'exec: not found', `warning image-program-missing ${inApp('args[0]')}`, {
    faulty: app({
      image: 'postgres:17.5',
      env: [{ name: 'POSTGRES_PASSWORD_FILE', value: '/p' }],
      args: ['postgres -c work_mem=8MB'],
    }),
    fixed: app({
      image: 'postgres:17.5',
      env: [{ name: 'POSTGRES_PASSWORD_FILE', value: '/p' }],
      args: ['postgres', '-c', 'work_mem=8MB'],
    }),
  }),
  fault('a command in one word', 'no such file', `warning image-program-missing ${inApp('command[0]')}`, {
    faulty: app({ image: 'ghcr.io/acme/shop:1', command: ['/shop --port 8080'] }),
    fixed: app({ image: 'ghcr.io/acme/shop:1', command: ['/shop', '--port 8080'] }),
  }),
  fault(
    'a variable of a shell without one',
    'the text is the password',
    `warning variable-unresolved ${inApp('args[2]')}`,
    {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what the manifest has
      faulty: redis('${REDIS_PASSWORD}'),
      fixed: redis('$(REDIS_PASSWORD)'),
    },
  ),
  fault(
    'a variable with valueFrom in a probe',
    'an empty string',
    `warning variable-in-handler ${inApp('livenessProbe.exec.command[2]')}`,
    {
      faulty: redis('$(REDIS_PASSWORD)', live('redis-cli', '-a', '$(REDIS_PASSWORD)', 'ping')),
      fixed: redis('$(REDIS_PASSWORD)', live('sh', '-c', 'redis-cli -a "$REDIS_PASSWORD" ping')),
    },
  ),
  fault(
    'a variable in a hook',
    'hooks get the text as it is',
    `warning variable-in-handler ${inApp('lifecycle.preStop.exec.command[1]')}`,
    {
      faulty: app({
        image: 'ghcr.io/acme/shop:1',
        env: [{ name: 'DELAY', value: '5' }],
        ...before('sleep', '$(DELAY)'),
      }),
      // Probes know the variables with a value.
      fixed: app({ image: 'ghcr.io/acme/shop:1', env: [{ name: 'FILE', value: '/up' }], ...live('cat', '$(FILE)') }),
    },
  ),
  fault('MySQL in 128Mi', 'OOMKilled', LIMIT, {
    faulty: limited('128Mi', { image: 'mysql:8.4.6', env: [PASSWORD] }),
    fixed: limited('1Gi', { image: 'mysql:8.4.6', env: [PASSWORD] }),
  }),
  fault('a heap of Java as large as the limit', 'OOMKilled', LIMIT, {
    faulty: limited('1Gi', { image: 'tomcat:10.1-jre21', env: [{ name: 'JAVA_OPTS', value: '-Xms2g -Xmx2g' }] }),
    fixed: limited('1Gi', { image: 'tomcat:10.1-jre21', env: [{ name: 'JAVA_OPTS', value: '-Xms512m -Xmx512m' }] }),
  }),
  fault('a heap of Java in the command', 'OOMKilled', LIMIT, {
    faulty: limited('512Mi', { image: 'ghcr.io/acme/shop:1', command: ['java', '-Xmx512m', '-jar', '/shop.jar'] }),
    fixed: limited('768Mi', { image: 'ghcr.io/acme/shop:1', command: ['java', '-Xmx512m', '-jar', '/shop.jar'] }),
  }),
  fault('redis with more data than its limit', 'OOMKilled', LIMIT, {
    faulty: limited('1Gi', { image: 'redis:7.4.2', args: ['redis-server', '--maxmemory', '2gb'] }),
    fixed: limited('1Gi', { image: 'redis:7.4.2', args: ['redis-server', '--maxmemory', '700mb'] }),
  }),
  fault('memcached with more data than its limit', 'OOMKilled', LIMIT, {
    faulty: limited('512Mi', { image: 'memcached:1.6', args: ['-m', '1024'] }),
    fixed: limited('512Mi', { image: 'memcached:1.6', args: ['-m', '256'] }),
  }),
];
