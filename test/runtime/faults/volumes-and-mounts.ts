import { app, configMap, type Fault, fault, inApp, MYSQL, POSTGRES } from './fault';

const PASSWORD = POSTGRES.env[0]!;
const mount = (mountPath: string, subPath?: string) => ({ volumeMounts: [{ name: 'data', mountPath, subPath }] });
const claim = { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] };
const ofConfigMap = { volumes: [{ name: 'data', configMap: { name: 'config' } }] };
const emptyDir = { volumes: [{ name: 'data', emptyDir: {} }] };

/** A StatefulSet with a new claim for each pod. */
const stateful = (container: object) => ({
  ...app(container),
  kind: 'StatefulSet',
  spec: {
    ...app(container).spec,
    replicas: undefined,
    serviceName: 'site',
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    ],
  },
});

const MOUNT = inApp('volumeMounts[0]');
const nginx = { image: 'nginx:1.27.3' };
const config = (...files: string[]) => configMap('config', Object.fromEntries(files.map((file) => [file, ''])));

/** Faults of volumes and mounts. */
export const VOLUMES_AND_MOUNTS: readonly Fault[] = [
  fault(
    'postgres 18 with the data path of 17',
    'Error: in 18+, … there appears to be PostgreSQL data in /var/lib/postgresql/data (unused mount/volume)',
    `warning data-outside-volume ${MOUNT}.mountPath`,
    {
      faulty: stateful({ image: 'postgres:18.1', env: [PASSWORD], ...mount('/var/lib/postgresql/data', 'data') }),
      fixed: stateful({ image: 'postgres:18.1', env: [PASSWORD], ...mount('/var/lib/postgresql') }),
    },
  ),
  fault(
    'postgres 18 for Alpine with the data path of 17',
    'the same',
    `warning data-outside-volume ${MOUNT}.mountPath`,
    {
      faulty: app({ image: 'postgres:18-alpine', env: [PASSWORD], ...mount('/var/lib/postgresql/data') }, claim),
      fixed: app({ image: 'postgres:17-alpine', env: [PASSWORD], ...mount('/var/lib/postgresql/data', 'a') }, claim),
    },
  ),
  fault(
    'the root of a volume as the data directory of postgres',
    'initdb: directory exists but is not empty. It contains a lost+found directory',
    `warning data-in-volume-root ${MOUNT}`,
    {
      faulty: stateful({ ...POSTGRES, ...mount('/var/lib/postgresql/data') }),
      fixed: stateful({
        ...POSTGRES,
        env: [PASSWORD, { name: 'PGDATA', value: '/var/lib/postgresql/data/pgdata' }],
        ...mount('/var/lib/postgresql/data'),
      }),
    },
  ),
  fault(
    'the root of a volume as the data directory of MySQL 5.7',
    '--initialize specified but the data directory has files in it',
    `warning data-in-volume-root ${MOUNT}`,
    {
      faulty: app({ ...MYSQL, image: 'mysql:5.7.44', ...mount('/var/lib/mysql') }, claim),
      fixed: app(
        { ...MYSQL, image: 'mysql:5.7.44', args: ['--ignore-db-dir=lost+found'], ...mount('/var/lib/mysql') },
        claim,
      ),
    },
  ),
  fault(
    'the root of a volume as the data directory of mysql 5.7, which 5.6 took',
    'https://github.com/docker-library/mysql/issues/252',
    `warning data-in-volume-root ${MOUNT}`,
    {
      faulty: app({ ...MYSQL, image: 'mysql:5.7.44', ...mount('/var/lib/mysql') }, claim),
      fixed: app({ ...MYSQL, image: 'mysql:5.6.51', ...mount('/var/lib/mysql') }, claim),
    },
  ),
  fault(
    'a claim around the VOLUME of mysql',
    'seen on a node: containerd mounts a new directory at /var/lib/mysql over the volume at /var/lib',
    `warning data-outside-volume ${MOUNT}.mountPath`,
    {
      faulty: app(
        { ...MYSQL, securityContext: { runAsUser: 999 }, ...mount('/var/lib') },
        { ...claim, securityContext: { fsGroup: 999 } },
      ),
      fixed: app(
        { ...MYSQL, securityContext: { runAsUser: 999 }, ...mount('/var/lib/mysql') },
        { ...claim, securityContext: { fsGroup: 999 } },
      ),
    },
  ),
  fault('a misspelled data path', 'the data is gone with the pod', `warning data-outside-volume ${MOUNT}.mountPath`, {
    faulty: app({ ...POSTGRES, ...mount('/var/lib/postgres/data', 'data') }, claim),
    fixed: app({ ...POSTGRES, ...mount('/var/lib/postgresql/data', 'data') }, claim),
  }),
  fault('the data path of another package of Redis', 'the same', `warning data-outside-volume ${MOUNT}.mountPath`, {
    faulty: app({ image: 'redis:7.4.2', ...mount('/var/lib/redis') }, claim),
    fixed: app({ image: 'redis:7.4.2', args: ['--dir', '/var/lib/redis'], ...mount('/var/lib/redis') }, claim),
  }),
  fault(
    'the user of Debian in the image for Alpine',
    'initdb: could not look up effective user ID 999: user does not exist',
    `warning image-user-unknown ${inApp('securityContext.runAsUser')}`,
    {
      faulty: app({ ...POSTGRES, image: 'postgres:17-alpine', securityContext: { runAsUser: 999 } }),
      fixed: app({ ...POSTGRES, image: 'postgres:17-alpine', securityContext: { runAsUser: 70 } }),
    },
  ),
  fault('a ConfigMap on the file nginx.conf', 'runc: not a directory', `error mount-type ${MOUNT}.mountPath`, {
    faulty: [config('nginx.conf'), app({ ...nginx, ...mount('/etc/nginx/nginx.conf') }, ofConfigMap)],
    fixed: [config('nginx.conf'), app({ ...nginx, ...mount('/etc/nginx/nginx.conf', 'nginx.conf') }, ofConfigMap)],
  }),
  fault(
    'a ConfigMap on the path of a file of an unknown image',
    'the program finds a directory',
    `warning mount-type ${MOUNT}.mountPath`,
    {
      faulty: [config('app.yaml'), app({ image: 'ghcr.io/acme/shop:1', ...mount('/app/app.yaml') }, ofConfigMap)],
      fixed: [
        config('app.yaml'),
        app({ image: 'ghcr.io/acme/shop:1', ...mount('/app/app.yaml', 'app.yaml') }, ofConfigMap),
      ],
    },
  ),
  fault('a single file on the directory conf.d', 'runc: not a directory', `error mount-type ${MOUNT}.mountPath`, {
    faulty: [config('site.conf'), app({ ...nginx, ...mount('/etc/nginx/conf.d', 'site.conf') }, ofConfigMap)],
    fixed: [config('site.conf'), app({ ...nginx, ...mount('/etc/nginx/conf.d/site.conf', 'site.conf') }, ofConfigMap)],
  }),
  fault(
    'a ConfigMap over /etc/nginx without nginx.conf',
    'open() "/etc/nginx/nginx.conf" failed (2: No such file or directory)',
    `warning image-content-hidden ${MOUNT}.mountPath`,
    {
      faulty: [config('default.conf'), app({ ...nginx, ...mount('/etc/nginx') }, ofConfigMap)],
      fixed: [config('default.conf'), app({ ...nginx, ...mount('/etc/nginx/conf.d') }, ofConfigMap)],
    },
  ),
  fault(
    'a ConfigMap over the configuration of Apache without httpd.conf',
    'httpd: Could not open configuration file',
    `warning image-content-hidden ${MOUNT}.mountPath`,
    {
      faulty: [config('site.conf'), app({ image: 'httpd:2.4.62', ...mount('/usr/local/apache2/conf') }, ofConfigMap)],
      fixed: [
        config('httpd.conf'),
        app({ image: 'httpd:2.4.62', ...mount('/usr/local/apache2/conf/httpd.conf', 'httpd.conf') }, ofConfigMap),
      ],
    },
  ),
  fault('a new claim over Tomcat', 'no catalina.sh', `warning image-content-hidden ${MOUNT}.mountPath`, {
    faulty: stateful({ image: 'tomcat:10.1', ...mount('/usr/local/tomcat') }),
    fixed: stateful({ image: 'tomcat:10.1', ...mount('/usr/local/tomcat/webapps') }),
  }),
  fault(
    'an empty volume over the source of WordPress',
    'tar: empty',
    `warning image-content-hidden ${MOUNT}.mountPath`,
    {
      faulty: app({ image: 'wordpress:6.8.1-php8.3-apache', ...mount('/usr/src/wordpress') }, emptyDir),
      fixed: app({ image: 'wordpress:6.8.1-php8.3-apache', ...mount('/var/www/html') }, emptyDir),
    },
  ),
  fault('an empty configuration of Prometheus', 'no such file', `warning image-content-hidden ${MOUNT}.mountPath`, {
    faulty: app({ image: 'prom/prometheus:v3.1.0', ...mount('/etc/prometheus') }, emptyDir),
    fixed: app({ image: 'prom/prometheus:v3.1.0', ...mount('/prometheus') }, emptyDir),
  }),
];
