import { type App, Chart } from 'cdk8s';
import { Credentials, Env, external, InitContainers, MySql, Pod, Qos, Volumes, WordPress } from 'cdk8s-patterns';

/** Created elsewhere: main.ts passes them to its app as `external`. */
export const expects = [external.secret('lamp', { keys: ['root-password', 'password'] })];

/**
 * MySQL and WordPress: first as two bare pods connected by IP address, then as workloads that survive restarts. The bare
 * WordPress reaches its database once 10.244.2.6 is replaced by the address of pod mysql.
 *
 * Needs: Kubernetes 1.28 or later, a default StorageClass, a network plugin that enforces NetworkPolicy, and in namespace
 * default the Secret `lamp` (keys root-password and password).
 */
export default function (app: App): void {
  const chart = new Chart(app, 'lamp', { namespace: 'default' });
  const small = Qos.burstable({ requests: { cpu: '250m', memory: '512Mi' }, limits: { memory: '1Gi' } });

  new Pod(chart, 'mysql', {
    image: 'mysql:8.4.6',
    ports: [{ name: 'mysql', port: 3306 }],
    qos: small,
    env: {
      MYSQL_ROOT_PASSWORD: Env.secret('lamp', 'root-password'),
      MYSQL_DATABASE: 'wordpress',
      MYSQL_USER: 'wpuser',
      MYSQL_PASSWORD: Env.secret('lamp', 'password'),
    },
    mounts: [Volumes.emptyDir('data').at('/var/lib/mysql'), Volumes.emptyDir('run').at('/var/run/mysqld')],
    security: { runAsUser: 999, runAsGroup: 999, fsGroup: 999 },
  });
  const html = Volumes.emptyDir('html').at('/var/www/html');
  const asServer = { runAsUser: 33, runAsGroup: 33 };
  const image = 'wordpress:6.8.1-php8.3-apache';
  new Pod(chart, 'wordpress', {
    image,
    port: 80,
    qos: small,
    env: {
      WORDPRESS_DB_HOST: '10.244.2.6',
      WORDPRESS_DB_NAME: 'wordpress',
      WORDPRESS_DB_USER: 'wpuser',
      WORDPRESS_DB_PASSWORD: Env.secret('lamp', 'password'),
    },
    mounts: [html, Volumes.emptyDir('run').at('/var/run/apache2')],
    security: { ...asServer, fsGroup: 33, sysctls: { 'net.ipv4.ip_unprivileged_port_start': 0 } },
    // The entrypoint cannot copy into a volume whose directory belongs to root.
  }).with(
    InitContainers.copyFiles('copy', {
      image,
      from: '/usr/src/wordpress/.',
      into: html,
      qos: small,
      security: asServer,
    }),
  );

  const db = new MySql(chart, 'lamp-db', {
    database: 'wordpress',
    user: 'wpuser',
    credentials: Credentials.fromSecret('lamp', { rootPassword: 'root-password', password: 'password' }),
    storage: { size: '10Gi' },
    qos: small,
  });
  new WordPress(chart, 'lamp', { database: db, storage: { size: '5Gi' }, qos: small });
}
