import type { Chart } from 'cdk8s';
import { overlay } from '../../../src/overlay';
import { Credentials, MySql, Scaling, WordPress } from '../../../src/patterns';
import { assertPassesPolicy } from '../../../src/testing';
import { containerOf, envOf, mySqlProps, newChart, QOS, synthesise, wordPress } from './stacks';

const INGRESS = { host: 'blog.example.com', className: 'nginx', tls: 'blog-tls' };
const find = (manifest: { objects: readonly unknown[] }, kind: string, name: string) =>
  manifest.objects.find((object: any) => object.kind === kind && object.metadata.name === name) as any;

describe.each(['apache', 'fpm'] as const)('variant %s', (variant) => {
  const manifest = synthesise(wordPress({ variant, ingress: INGRESS, php: { memory_limit: '256M' } }));
  const front = containerOf(manifest, 'Deployment', 'site', variant === 'fpm' ? 'nginx' : 'wordpress');
  const php = containerOf(manifest, 'Deployment', 'site', 'wordpress');

  test('is restricted, and runs as www-data', () => {
    assertPassesPolicy(manifest, 'restricted');
    expect(find(manifest, 'Deployment', 'site').spec.template.spec.securityContext).toMatchObject({
      runAsUser: 33,
      fsGroup: 33,
    });
    expect([front, php].map(({ securityContext }) => securityContext.readOnlyRootFilesystem)).toEqual([true, true]);
  });

  test('is one pod that goes before the next one comes', () => {
    const { spec } = find(manifest, 'Deployment', 'site');
    expect([spec.replicas, spec.strategy]).toEqual([1, { type: 'Recreate' }]);
    expect(find(manifest, 'PodDisruptionBudget', 'site').spec.maxUnavailable).toBe(1);
  });

  test('keeps all of the site on the claim', () => {
    expect(php.volumeMounts).toContainEqual({ name: 'content', mountPath: '/var/www/html' });
    expect(find(manifest, 'PersistentVolumeClaim', 'site-content').spec.accessModes).toEqual(['ReadWriteOnce']);
  });

  test('is asked as its visitors ask, and lives on while the database is away', () => {
    const headers = [
      { name: 'Host', value: 'blog.example.com' },
      { name: 'X-Forwarded-Proto', value: 'https' },
    ];
    expect(front.readinessProbe.httpGet).toMatchObject({ path: '/wp-login.php', httpHeaders: headers });
    expect(front.livenessProbe.httpGet.path).toBe('/wp-includes/images/blank.gif');
    expect(front.startupProbe.periodSeconds * front.startupProbe.failureThreshold).toBe(600);
  });

  test('is reached by the Ingress with TLS, on the port of the web server', () => {
    expect(find(manifest, 'Ingress', 'site').spec).toMatchObject({
      ingressClassName: 'nginx',
      tls: [{ hosts: ['blog.example.com'], secretName: 'blog-tls' }],
    });
    expect(find(manifest, 'Service', 'site').spec.ports).toEqual([{ name: 'http', port: 80, targetPort: 'http' }]);
    expect(front.ports).toEqual([{ name: 'http', containerPort: variant === 'fpm' ? 8080 : 80 }]);
  });

  test('has the database and php.ini in the container that runs PHP', () => {
    expect(envOf(php)).toMatchObject({
      WORDPRESS_DB_HOST: 'db.internal',
      WORDPRESS_DB_NAME: 'blog',
      WORDPRESS_DB_USER: 'blog',
      WORDPRESS_DB_PASSWORD: { name: 'db-auth', key: 'pass' },
    });
    expect(php.volumeMounts).toContainEqual({
      name: 'config',
      mountPath: '/usr/local/etc/php/conf.d/zz-site.ini',
      subPath: 'php.ini',
      readOnly: true,
    });
    expect(find(manifest, 'ConfigMap', 'site-server-config').data['php.ini']).toBe(
      'upload_max_filesize = 64M\npost_max_size = 64M\nmemory_limit = 256M\n',
    );
  });
});

describe('uploads', () => {
  const ingressOf = (props: Parameters<typeof wordPress>[0]) =>
    find(synthesise(wordPress(props)), 'Ingress', 'site').metadata.annotations ?? {};
  const serverConfig = (props: Parameters<typeof wordPress>[0]) =>
    find(synthesise(wordPress(props)), 'ConfigMap', 'site-server-config').data;
  const host = { host: 'blog.example.com' };
  const annotation = 'nginx.ingress.kubernetes.io/proxy-body-size';

  test('one prop is the limit of PHP, nginx and the Ingress', () => {
    const props = { maxUploadSize: '1Gi', variant: 'fpm', ingress: { ...host, className: 'nginx' } } as const;
    expect(ingressOf(props)).toEqual({ [annotation]: '1024m' });
    expect(serverConfig(props)['php.ini']).toBe('upload_max_filesize = 1024M\npost_max_size = 1024M\n');
    expect(serverConfig(props)['web-server.conf']).toContain('client_max_body_size 1024m;');
  });

  test('the annotation is for ingress-nginx only, and the annotations of the props win', () => {
    expect(ingressOf({ ingress: { ...host, className: 'traefik' } })).toEqual({});
    const annotations = { [annotation]: '8m' };
    expect(ingressOf({ ingress: { ...host, className: 'nginx', annotations } })).toEqual(annotations);
  });

  test('Apache runs no PHP among them', () => {
    expect(serverConfig({ webServer: 'KeepAlive Off' })['web-server.conf']).toBe(
      [
        '<Directory "/var/www/html/wp-content/uploads">',
        '  <FilesMatch "\\.(?i:php|phar|phtml)$">',
        '    Require all denied',
        '  </FilesMatch>',
        '</Directory>',
        'KeepAlive Off',
        '',
      ].join('\n'),
    );
  });
});

test.each(['apache', 'fpm'] as const)(
  '%s: an init container of the same image brings WordPress to the volume',
  (variant) => {
    const manifest = synthesise(wordPress({ variant }));
    const { initContainers } = find(manifest, 'Deployment', 'site').spec.template.spec;
    const php = containerOf(manifest, 'Deployment', 'site', 'wordpress');
    expect(initContainers).toHaveLength(1);
    expect(initContainers[0]).toMatchObject({ name: 'content', image: php.image, resources: php.resources });
    expect(initContainers[0].volumeMounts).toContainEqual({ name: 'content', mountPath: '/var/www/html' });
  },
);

const extra = (props: Parameters<typeof wordPress>[0]) =>
  envOf(containerOf(synthesise(wordPress(props)), 'Deployment', 'site', 'wordpress')).WORDPRESS_CONFIG_EXTRA;

test('wp-config.php: constants of every type, in quotes that hold', () => {
  expect(
    extra({
      cron: false,
      constants: { WP_MEMORY_LIMIT: '256M', EMPTY_TRASH_DAYS: 7, WP_DEBUG: false, TITLE: "it's \\" },
    }),
  ).toBe(
    [
      "define('WP_MEMORY_LIMIT', '256M');",
      "define('EMPTY_TRASH_DAYS', 7);",
      "define('WP_DEBUG', false);",
      "define('TITLE', 'it\\'s \\\\');",
    ].join('\n'),
  );
});

test('the address of the site follows from the Ingress, or is given', () => {
  expect(extra({ ingress: INGRESS })).toContain("define('WP_HOME', 'https://blog.example.com');");
  expect(extra({ url: 'http://localhost:8080/' })).toContain("define('WP_SITEURL', 'http://localhost:8080');");
});

test('mail: the password stays in the Secret, and the port is let out', () => {
  const manifest = synthesise(wordPress({ smtp: { host: 'smtp.example.com', secret: 'smtp', port: 2525 } }));
  const env = envOf(containerOf(manifest, 'Deployment', 'site', 'wordpress'));
  expect(env.SMTP_PASSWORD).toEqual({ name: 'smtp', key: 'password' });
  expect(env.WORDPRESS_CONFIG_EXTRA).toContain("$mailer->Password = getenv('SMTP_PASSWORD');");
  expect(find(manifest, 'NetworkPolicy', 'site').spec.egress).toContainEqual({
    ports: [{ port: 2525, protocol: 'TCP' }],
  });
});

test.each([
  ['redis', "define('WP_REDIS_HOST', 'cache.internal');\ndefine('WP_REDIS_PORT', 6379);"],
  ['memcached', "$GLOBALS['memcached_servers'] = ['default' => ['cache.internal:11211']];"],
] as const)('a cache by %s', (type, expected) => {
  expect(extra({ cron: false, cache: { type, host: 'cache.internal' } })).toBe(expected);
});

test('salts come from the Secret', () => {
  const env = envOf(containerOf(synthesise(wordPress({ salts: 'salts' })), 'Deployment', 'site', 'wordpress'));
  expect(env.WORDPRESS_NONCE_SALT).toEqual({ name: 'salts', key: 'NONCE_SALT' });
  expect(Object.keys(env).filter((name) => /_(KEY|SALT)$/.test(name))).toHaveLength(8);
});

test('a volume for many nodes allows scaling, with spread, budget and no fixed replicas', () => {
  const manifest = synthesise(
    wordPress({
      storage: { size: '10Gi', accessModes: ['ReadWriteMany'], storageClassName: 'nfs' },
      scaling: Scaling.onCpu({ min: 2, max: 6, percent: 80 }),
    }),
  );
  const { spec } = find(manifest, 'Deployment', 'site');
  expect([spec.replicas, spec.strategy?.type]).toEqual([undefined, undefined]);
  expect(spec.template.spec.topologySpreadConstraints).toHaveLength(2);
  expect(find(manifest, 'HorizontalPodAutoscaler', 'site').spec).toMatchObject({ minReplicas: 2, maxReplicas: 6 });
});

test('the content of the image needs no claim, and cannot be changed from the admin pages', () => {
  const manifest = synthesise(wordPress({ storage: 'image', salts: 'salts' }));
  expect(manifest.objects.filter(({ kind }: any) => kind === 'PersistentVolumeClaim')).toEqual([]);
  expect(find(manifest, 'Deployment', 'site').spec.replicas).toBe(2);
  expect(extra({ storage: 'image', salts: 'salts' })).toContain("define('DISALLOW_FILE_MODS', true);");
});

test('scheduled work is asked for over HTTP, by a pod that the site lets in', () => {
  const manifest = synthesise(wordPress({ ingress: INGRESS }));
  const { command } = containerOf(manifest, 'CronJob', 'site-cron', 'curl');
  expect(command).toEqual(
    expect.arrayContaining(['Host: blog.example.com', 'http://site:80/wp-cron.php?doing_wp_cron']),
  );
  // A new pod is refused until the nodes have its network policies.
  expect(command).toEqual(expect.arrayContaining(['--retry', '--retry-connrefused', '--connect-timeout']));
  expect(extra({ ingress: INGRESS })).toContain("define('DISABLE_WP_CRON', true);");
  const labels = find(manifest, 'CronJob', 'site-cron').spec.jobTemplate.spec.template.metadata.labels;
  const admitted = find(manifest, 'NetworkPolicy', 'site').spec.ingress.at(-1).from[0].podSelector.matchLabels;
  expect(labels).toMatchObject(admitted);
});

test('the installation is a Job that gets another name when it changes', () => {
  const nameOf = (title: string) => {
    const manifest = synthesise(wordPress({ ingress: INGRESS, install: { title, admin: 'admin' } }));
    const job = manifest.objects.find(({ kind }: any) => kind === 'Job') as any;
    const env = envOf(containerOf(manifest, 'Job', job.metadata.name, 'wp-cli'));
    expect(env).toMatchObject({ SITE_TITLE: title, ADMIN_PASSWORD: { name: 'admin', key: 'password' } });
    expect(JSON.stringify(containerOf(manifest, 'Job', job.metadata.name, 'wp-cli').command)).not.toMatch(
      /admin_password=/,
    );
    return job.metadata.name;
  };
  expect(nameOf('A')).toMatch(/^site-install-[0-9a-f]{10}$/);
  expect(nameOf('A')).not.toBe(nameOf('B'));
  expect(nameOf('A')).toBe(nameOf('A'));
});

test('a change of the configuration rolls the pods out', () => {
  const hashOf = (limit: string) =>
    find(synthesise(wordPress({ php: { memory_limit: limit } })), 'Deployment', 'site').spec.template.metadata
      .annotations['checksum/config'];
  expect(hashOf('128M')).not.toBe(hashOf('256M'));
});

test('an overlay reaches what no prop does', () => {
  const manifest = synthesise((chart) => {
    overlay(wordPress()(chart), { spec: { minReadySeconds: 7 } });
  });
  expect(find(manifest, 'Deployment', 'site').spec.minReadySeconds).toBe(7);
});

test('a database with TLS is spoken to in TLS', () => {
  const manifest = synthesise((chart: Chart) => {
    const database = new MySql(chart, 'db', { ...mySqlProps, tls: { secret: 'db-tls' } });
    return new WordPress(chart, 'site', { database, storage: { size: '1Gi' }, qos: QOS });
  });
  const env = envOf(containerOf(manifest, 'Deployment', 'site', 'wordpress'));
  expect(env.WORDPRESS_CONFIG_EXTRA).toContain('MYSQLI_CLIENT_SSL');
  expect(env.WORDPRESS_DB_HOST).toBe('db');
});

test('the stack of the documentation is twenty lines or fewer', () => {
  const { app, chart } = newChart();
  const db = new MySql(chart, 'db', {
    database: 'blog',
    credentials: Credentials.fromSecret('db-auth'),
    storage: { size: '20Gi' },
    qos: QOS,
    backup: { schedule: '0 3 * * *', keep: 7 },
  });
  new WordPress(chart, 'blog', { database: db, storage: { size: '10Gi' }, qos: QOS, ingress: INGRESS });
  expect(() => app.synthYaml()).not.toThrow();
});
