import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { stringifyManifests } from '../../../src/manifest';
import {
  Content,
  Credentials,
  DatabaseBackup,
  ExternalDatabase,
  MariaDb,
  MySql,
  Peer,
  Secret,
  Sensitive,
  WebApp,
} from '../../../src/patterns';
import { Probes, Projection } from '../../../src/pod';
import { assertPassesPolicy } from '../../../src/testing';
import { containerOf, envOf, mySql, mySqlProps, newChart, QOS, synthesise } from './stacks';

const client = (chart: Chart) =>
  new WebApp(chart, 'shop', { image: 'acme/shop:1', port: 8080, qos: QOS, probes: Probes.none(), networkPolicy: {} });

describe('a server', () => {
  const manifest = synthesise(mySql());
  const server = containerOf(manifest, 'StatefulSet', 'db', 'server');

  test('is made of these objects', () => {
    expect(manifest.objects.map(({ kind, metadata }: any) => `${kind}/${metadata.name}`).sort()).toEqual([
      'ConfigMap/db-config',
      'NetworkPolicy/db',
      'PodDisruptionBudget/db',
      'Service/db',
      'Service/db-headless',
      'ServiceAccount/db',
      'StatefulSet/db',
    ]);
  });

  test('runs as the user of the image, with what it writes on volumes', () => {
    assertPassesPolicy(manifest, 'restricted');
    manifest.hasResource('StatefulSet', 'db', {
      spec: { template: { spec: { securityContext: { runAsUser: 999, runAsGroup: 999, fsGroup: 999 } } } },
    });
    expect(server.securityContext.readOnlyRootFilesystem).toBe(true);
    const writable = server.volumeMounts
      .filter(({ readOnly }: any) => !readOnly)
      .map(({ mountPath }: any) => mountPath);
    expect(writable.sort()).toEqual(['/tmp', '/var/lib/mysql', '/var/run/mysqld']);
  });

  test('keeps its data on a claim, below the root of the volume', () => {
    manifest.hasResource('StatefulSet', 'db', {
      spec: {
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '20Gi' } } },
          },
        ],
      },
    } as never);
    expect(server.volumeMounts).toContainEqual({ name: 'data', mountPath: '/var/lib/mysql', subPath: 'mysql' });
  });

  test('may take ten minutes to start, and two to stop', () => {
    const { startupProbe } = server;
    expect(startupProbe.periodSeconds * startupProbe.failureThreshold).toBe(600);
    manifest.hasResource('StatefulSet', 'db', { spec: { template: { spec: { terminationGracePeriodSeconds: 120 } } } });
    expect(server.lifecycle.preStop).toBeDefined();
  });

  test('never blocks the drain of its node', () => {
    manifest.hasResource('PodDisruptionBudget', 'db', { spec: { maxUnavailable: 1 } });
  });

  test('has no password in its pod, and root at home alone', () => {
    expect(envOf(server)).toEqual({
      MYSQL_DATABASE: 'blog',
      MYSQL_USER: 'blog',
      MYSQL_ROOT_HOST: 'localhost',
      MYSQL_ROOT_PASSWORD: { name: 'db-auth', key: 'root' },
      MYSQL_PASSWORD: { name: 'db-auth', key: 'pass' },
    });
  });

  test('allows declared ingress only, and no egress', () => {
    const { spec } = manifest.objects.find(({ kind }: any) => kind === 'NetworkPolicy') as any;
    expect(spec).toEqual({ podSelector: expect.anything(), policyTypes: ['Ingress', 'Egress'] });
  });
});

test('credentials as files: paths in the environment, and each container gets its own keys alone', () => {
  const manifest = synthesise((chart) => {
    const credentials = Credentials.fromSecret('auth').asFiles();
    client(chart).connectTo(
      mySql({ user: undefined, credentials, metrics: { from: Peer.namespace('monitoring') } })(chart),
    );
  });
  expect(envOf(containerOf(manifest, 'StatefulSet', 'db', 'server'))).toEqual({
    MYSQL_DATABASE: 'blog',
    MYSQL_ROOT_HOST: 'localhost',
    MYSQL_USER_FILE: '/run/secrets/auth/username',
    MYSQL_PASSWORD_FILE: '/run/secrets/auth/password',
    MYSQL_ROOT_PASSWORD_FILE: '/run/secrets/auth/root-password',
    EXPORTER_PASSWORD_FILE: '/run/secrets/auth/exporter-password',
  });
  const filesOf = (kind: string, name: string) => {
    const { spec } = manifest.objects.find(
      (object: any) => object.kind === kind && object.metadata.name === name,
    ) as any;
    const volumes = spec.template.spec.volumes.filter(({ secret }: any) => secret !== undefined);
    return Object.fromEntries(
      volumes.map(({ name, secret }: any) => [name, secret.items.map(({ path }: any) => path).sort()]),
    );
  };
  expect(filesOf('StatefulSet', 'db')).toEqual({
    auth: ['exporter-password', 'password', 'root-password', 'username'],
    'exporter-credentials': ['exporter-password'],
  });
  expect(filesOf('Deployment', 'shop')).toEqual({ auth: ['password', 'username'] });
});

describe('sources of credentials', () => {
  const keys = { rootPassword: 'r', password: 'p' };

  test('an ExternalSecret makes the Secret', () => {
    const credentials = Credentials.fromExternalSecret({ store: 'vault', entry: 'blog/db', properties: keys });
    const manifest = synthesise(mySql({ credentials }));
    const { metadata, spec } = manifest.objects.find(({ kind }: any) => kind === 'ExternalSecret') as any;
    expect(metadata.name).toBe('db-auth');
    expect(spec.secretStoreRef).toEqual({ name: 'vault', kind: 'SecretStore' });
    expect(spec.target).toEqual({ name: 'db-auth', creationPolicy: 'Owner', deletionPolicy: 'Retain' });
    expect(spec.data).toEqual([
      { secretKey: 'root-password', remoteRef: { key: 'blog/db', property: 'r' } },
      { secretKey: 'password', remoteRef: { key: 'blog/db', property: 'p' } },
    ]);
    expect(envOf(containerOf(manifest, 'StatefulSet', 'db', 'server')).MYSQL_PASSWORD).toEqual({
      name: 'db-auth',
      key: 'password',
    });
  });

  test('a SealedSecret makes the Secret', () => {
    const sealed = 'AgBy'.repeat(60);
    const credentials = Credentials.fromSealedSecret({
      encrypted: { rootPassword: sealed, password: sealed },
      name: 'sealed',
    });
    const manifest = synthesise(mySql({ credentials }));
    manifest.hasResource('SealedSecret' as never, 'sealed', {
      spec: { encryptedData: { 'root-password': sealed, password: sealed } },
    } as never);
    expect(envOf(containerOf(manifest, 'StatefulSet', 'db', 'server')).MYSQL_PASSWORD.name).toBe('sealed');
  });

  test('a CSI driver mounts files; it has no Secret', () => {
    const manifest = synthesise(mySql({ credentials: Credentials.fromCsi('vault', keys) }));
    expect(envOf(containerOf(manifest, 'StatefulSet', 'db', 'server')).MYSQL_PASSWORD_FILE).toBe(
      '/run/secrets/vault/p',
    );
    expect(manifest.objects.some(({ kind }: any) => kind === 'Secret')).toBe(false);
    const { spec } = manifest.objects.find(({ kind }: any) => kind === 'StatefulSet') as any;
    expect(spec.template.spec.volumes.find(({ name }: any) => name === 'vault').csi).toEqual({
      driver: 'secrets-store.csi.k8s.io',
      readOnly: true,
      volumeAttributes: { secretProviderClass: 'vault' },
    });
  });

  test('a Secret of this program rolls the pods out when it changes', () => {
    const hashOf = (password: string) => {
      const manifest = synthesise((chart) => {
        const secret = new Secret(chart, 'auth', {
          from: [Content.literals({ root: 'r', pass: Sensitive.text(password) })],
        });
        return mySql({ credentials: Credentials.fromSecret(secret, { rootPassword: 'root', password: 'pass' }) })(
          chart,
        );
      });
      const { spec } = manifest.objects.find(({ kind }: any) => kind === 'StatefulSet') as any;
      return spec.template.metadata.annotations['checksum/config'];
    };
    expect(hashOf('a')).not.toBe(hashOf('b'));
    expect(hashOf('a')).toBe(hashOf('a'));
  });
});

test('planted passwords are in the Secret and nowhere else, neither plain nor in base64', () => {
  const planted = ['planted-root-pw', 'planted-app-pw', 'planted-exp-pw', 'planted-backup-pw'];
  const [rootPassword, password, exporterPassword, backupPassword] = planted.map((text) => Sensitive.text(text));
  const manifest = synthesise((chart) => {
    const credentials = Credentials.fromSensitive({
      ...{ username: 'blog', rootPassword, password, exporterPassword, backupPassword },
    });
    const db = mySql({
      user: undefined,
      credentials,
      backup: { schedule: '0 3 * * *' },
      metrics: { from: Peer.namespace('monitoring') },
    })(chart);
    client(chart).connectTo(db);
  });
  const secret = manifest.objects.find(({ kind }: any) => kind === 'Secret') as any;
  expect(secret.metadata.name).toBe('db-auth');
  const others = stringifyManifests(manifest.objects.filter(({ kind }: any) => kind !== 'Secret') as never);
  for (const text of planted) {
    const encoded = Buffer.from(text).toString('base64');
    expect(Object.values(secret.data)).toContain(encoded);
    expect(others).not.toContain(text);
    expect(others).not.toContain(encoded.replace(/=+$/, ''));
  }
});

test('the same database in another place of the tree has the same names, selectors and claims', () => {
  const backup = { schedule: '0 3 * * *' };
  const objects = (make: (chart: Chart) => Construct) => stringifyManifests(synthesise(make).objects as never);
  const atTop = objects(mySql({ backup }));
  const deeper = objects(
    (chart) => new MySql(new Construct(new Construct(chart, 'team'), 'x'), 'db', { ...mySqlProps, backup }),
  );
  expect(deeper).toBe(atTop);
});

describe('clients', () => {
  const manifest = synthesise((chart) => client(chart).connectTo(mySql()(chart)));

  test('are reported where the database is, and who they are there', () => {
    expect(envOf(containerOf(manifest, 'Deployment', 'shop', 'shop'))).toEqual({
      DB_HOST: 'db',
      DB_PORT: '3306',
      DB_NAME: 'blog',
      DB_USER: 'blog',
      DB_PASSWORD: { name: 'db-auth', key: 'pass' },
    });
  });

  test('are let out at their end and in at the other', () => {
    const policyOf = (name: string) =>
      (manifest.objects.find(({ kind, metadata }: any) => kind === 'NetworkPolicy' && metadata.name === name) as any)
        .spec;
    expect(policyOf('db').ingress).toEqual([
      {
        from: [{ podSelector: { matchLabels: policyOf('shop').podSelector.matchLabels } }],
        ports: [{ port: 'mysql', protocol: 'TCP' }],
      },
    ]);
    expect(policyOf('shop').egress).toContainEqual({
      to: [{ podSelector: { matchLabels: policyOf('db').podSelector.matchLabels } }],
      ports: [{ port: 'mysql', protocol: 'TCP' }],
    });
  });

  test('see no difference with an external database, except for the host', () => {
    const external = synthesise((chart) => {
      const { database, user, credentials } = mySqlProps;
      const addresses = ['10.9.0.0/16'];
      client(chart).connectTo(
        new ExternalDatabase(chart, 'db', { host: 'db.internal', database, user, credentials, addresses }),
      );
    });
    const envs = [manifest, external].map((one) => envOf(containerOf(one, 'Deployment', 'shop', 'shop')));
    expect(envs[1]).toEqual({ ...envs[0], DB_HOST: 'db.internal' });
    external.hasResource('NetworkPolicy', 'shop', {
      spec: {
        egress: expect.arrayContaining([
          { to: [{ ipBlock: { cidr: '10.9.0.0/16' } }], ports: [{ port: 3306, protocol: 'TCP' }] },
        ]),
      },
    } as never);
  });
});

test('MariaDB has its own programs and variables', () => {
  const server = containerOf(
    synthesise((chart) => new MariaDb(chart, 'db', mySqlProps)),
    'StatefulSet',
    'db',
    'server',
  );
  expect(server.image).toMatch(/^mariadb:/);
  const probes = [server.startupProbe, server.livenessProbe, server.readinessProbe];
  expect(probes.map(({ exec }: any) => exec.command)).toEqual(Array(3).fill(['healthcheck.sh', '--connect']));
  expect(Object.keys(envOf(server)).every((name) => name.startsWith('MARIADB_'))).toBe(true);
});

test('TLS: certificates for the server, the authority for the client, no plain text', () => {
  const manifest = synthesise((chart) => client(chart).connectTo(mySql({ tls: { secret: 'db-tls' } })(chart)));
  const config = manifest.objects.find(({ kind }: any) => kind === 'ConfigMap') as any;
  expect(config.data['my.cnf'].split('\n')).toEqual(
    expect.arrayContaining(['ssl-cert = /etc/mysql/tls/tls.crt', 'require-secure-transport = ON']),
  );
  const shop = containerOf(manifest, 'Deployment', 'shop', 'shop');
  expect(envOf(shop).DB_TLS_CA).toBe('/run/secrets/db-tls/ca.crt');
  const { spec } = manifest.objects.find(({ kind }: any) => kind === 'Deployment') as any;
  expect(spec.template.spec.volumes[0].secret).toEqual({
    secretName: 'db-tls',
    items: [{ key: 'ca.crt', path: 'ca.crt' }],
  });
});

test('first-start scripts come from this program and from elsewhere', () => {
  const initScripts = [
    Content.literal('10-schema.sql', 'SELECT 1;'),
    Projection.secret('seed', { items: { data: '20.sql' } }),
  ];
  const manifest = synthesise(mySql({ initScripts }));
  const { spec } = manifest.objects.find(({ kind }: any) => kind === 'StatefulSet') as any;
  expect(spec.template.spec.volumes.find(({ name }: any) => name === 'initdb').projected.sources).toEqual([
    { configMap: { name: 'db-initdb' } },
    { secret: { name: 'seed', items: [{ key: 'data', path: '20.sql' }] } },
  ]);
});

test('diagnostic mode: no server, no probes, the same volumes', () => {
  const [usual, diagnostic] = [false, true].map((diagnosticMode) =>
    containerOf(synthesise(mySql({ diagnosticMode })), 'StatefulSet', 'db', 'server'),
  );
  expect(diagnostic.command).toEqual(['sleep', 'infinity']);
  expect([diagnostic.startupProbe, diagnostic.livenessProbe, diagnostic.readinessProbe]).toEqual(
    Array(3).fill(undefined),
  );
  expect(diagnostic.volumeMounts).toEqual(usual.volumeMounts);
});

test('an existing claim takes the place of the template', () => {
  const manifest = synthesise(mySql({ storage: { claim: 'old-data', subPath: 'db' } }));
  const { spec } = manifest.objects.find(({ kind }: any) => kind === 'StatefulSet') as any;
  expect(spec.volumeClaimTemplates).toBeUndefined();
  expect(spec.template.spec.volumes[0]).toEqual({ name: 'data', persistentVolumeClaim: { claimName: 'old-data' } });
});

describe('backups', () => {
  const make = (chart: Chart) => {
    const db = mySql({ backup: { schedule: '0 3 * * *', keep: 5, timeZone: 'Europe/Lisbon' } })(chart);
    db.backup!.restore(chart, 'restore-1', { file: 'blog-20250101T030000Z.sql.gz' });
  };
  const manifest = synthesise(make);

  test('are made on schedule, onto a claim of their own', () => {
    const { spec } = manifest.objects.find(({ kind }: any) => kind === 'CronJob') as any;
    expect([spec.schedule, spec.timeZone, spec.concurrencyPolicy]).toEqual(['0 3 * * *', 'Europe/Lisbon', 'Forbid']);
    expect(envOf(containerOf(manifest, 'CronJob', 'db-backup', 'dump'))).toEqual({
      DATABASE_HOST: 'db',
      DATABASE_PORT: '3306',
      DATABASE_NAME: 'blog',
      DATABASE_USER: 'blog',
      DATABASE_PASSWORD: { name: 'db-auth', key: 'pass' },
      BACKUP_FOLDER: '/backup',
      KEEP: '5',
    });
    manifest.hasResource('PersistentVolumeClaim', 'db-backup', {
      spec: { resources: { requests: { storage: '20Gi' } } },
    });
  });

  test('are made by a user who only reads, where there is a password for one', () => {
    const credentials = Credentials.fromSecret('auth', { rootPassword: 'r', password: 'p', backupPassword: 'b' });
    const env = envOf(
      containerOf(synthesise(mySql({ credentials, backup: { schedule: '@daily' } })), 'CronJob', 'db-backup', 'dump'),
    );
    expect([env.DATABASE_USER, env.DATABASE_PASSWORD]).toEqual(['backup', { name: 'auth', key: 'b' }]);
  });

  test('are read back by a Job, which the database lets in', () => {
    const env = envOf(containerOf(manifest, 'Job', 'restore-1', 'dump'));
    expect([env.RESTORE_FILE, env.DATABASE_USER]).toEqual(['blog-20250101T030000Z.sql.gz', 'blog']);
    const { spec } = manifest.objects.find(
      ({ kind, metadata }: any) => kind === 'NetworkPolicy' && metadata.name === 'db',
    ) as any;
    const admitted = spec.ingress.map(({ from }: any) => from[0].podSelector.matchLabels['app.kubernetes.io/name']);
    expect(admitted).toEqual(['db-backup', 'restore-1']);
  });
});

test('metrics: an exporter with a user of its own, found by Prometheus, read by whom it was said', () => {
  const credentials = Credentials.fromSecret('auth', { rootPassword: 'r', password: 'p', exporterPassword: 'e' });
  const manifest = synthesise(
    mySql({
      credentials,
      metrics: { from: Peer.namespace('monitoring'), serviceMonitor: { labels: { release: 'prometheus' } } },
    }),
  );
  const exporter = containerOf(manifest, 'StatefulSet', 'db', 'metrics');
  expect(exporter.readinessProbe.exec.command.join(' ')).toContain("grep -q '^mysql_up 1'");
  expect(exporter.args).toEqual(['--mysqld.address=127.0.0.1:3306', '--mysqld.username=exporter']);
  expect(envOf(exporter)).toEqual({ MYSQLD_EXPORTER_PASSWORD: { name: 'auth', key: 'e' } });
  const monitor = manifest.objects.find(({ kind }: any) => kind === 'ServiceMonitor') as any;
  expect(monitor.metadata.labels.release).toBe('prometheus');
  const { spec } = manifest.objects.find(({ kind }: any) => kind === 'NetworkPolicy') as any;
  expect(spec.ingress).toEqual([
    {
      from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
      ports: [{ port: 'metrics', protocol: 'TCP' }],
    },
  ]);
});

test('metrics of a server with TLS: the exporter encrypts, as the server may refuse it otherwise', () => {
  const credentials = Credentials.fromSecret('auth', { rootPassword: 'r', password: 'p', exporterPassword: 'e' });
  const manifest = synthesise(
    mySql({ credentials, tls: { secret: 'db-tls' }, metrics: { from: Peer.namespace('monitoring') } }),
  );
  expect(containerOf(manifest, 'StatefulSet', 'db', 'metrics').args).toContain('--tls.insecure-skip-verify');
});

test('the pods of another namespace are let in by namespace and labels', () => {
  const { app, chart } = newChart();
  const elsewhere = new Chart(app, 'other', { namespace: 'other' });
  const db = mySql()(chart);
  client(elsewhere).connectTo(db);
  const policy = db.workload.networkPolicy! as any;
  const [rule] = policy.node.defaultChild?.toJson().spec.ingress ?? policy.apiObject.toJson().spec.ingress;
  expect(rule.from[0].namespaceSelector.matchLabels).toEqual({ 'kubernetes.io/metadata.name': 'other' });
});

test('another user id owns processes, data and dumps', () => {
  const manifest = synthesise(mySql({ userId: 10001, imagePullPolicy: 'Always', backup: { schedule: '@daily' } }));
  const contexts = ['StatefulSet', 'CronJob'].map((kind) => {
    const { spec } = manifest.objects.find((object: any) => object.kind === kind) as any;
    return (spec.jobTemplate?.spec.template ?? spec.template).spec;
  });
  for (const { securityContext, containers } of contexts) {
    expect(securityContext).toMatchObject({ runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001 });
    expect(containers[0].imagePullPolicy).toBe('Always');
  }
});

test('an external database can be dumped, too', () => {
  const manifest = synthesise((chart) => {
    const { database, user, credentials } = mySqlProps;
    const of = new ExternalDatabase(chart, 'managed', { host: 'db.internal', database, user, credentials });
    new DatabaseBackup(chart, 'dumps', { of, engine: 'mariadb', schedule: '@daily', storage: { claim: 'nas' } });
  });
  const dump = containerOf(manifest, 'CronJob', 'managed-backup', 'dump');
  expect(envOf(dump).DATABASE_HOST).toBe('db.internal');
  expect(dump.command[2]).toContain('mariadb-dump --defaults-extra-file=');
  expect(manifest.objects.filter(({ kind }: any) => kind === 'PersistentVolumeClaim')).toEqual([]);
});
