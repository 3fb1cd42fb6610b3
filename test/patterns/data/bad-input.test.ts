import {
  Content,
  Credentials,
  ExternalDatabase,
  MariaDb,
  Peer,
  Scaling,
  Secret,
  Sensitive,
} from '../../../src/patterns';
import { mySql, mySqlProps, problemsOf, wordPress } from './stacks';

/** A password that must be nowhere. */
const PLANTED = "hunter2-planted'";

test.each<[string, Parameters<typeof problemsOf>[0], string[]]>([
  [
    'a key that the Secret does not have',
    (chart) => {
      const secret = new Secret(chart, 'auth', { from: [Content.literals({ root: 'x', pass: 'y' })] });
      return mySql({ credentials: Credentials.fromSecret(secret, { rootPassword: 'rot', password: 'pass' }) })(chart);
    },
    ['credentials.rootPassword: Secret "auth" has no key "rot"; there is "pass", "root" (did you mean "root"?)'],
  ],
  [
    'a key that nobody named',
    mySql({ credentials: Credentials.fromSecret('auth', { password: 'pass' }) }),
    ['credentials.rootPassword: must be given: the server is set up with it'],
  ],
  [
    'metrics without a password for their user',
    mySql({ metrics: { from: Peer.namespace('monitoring') } }),
    ['credentials.exporterPassword: must be given: metrics are read by a user of their own'],
  ],
  [
    'the user in two places',
    mySql({ credentials: Credentials.fromSecret('auth', { rootPassword: 'r', username: 'u', password: 'p' }) }),
    ['user: must not be given together with the username of the credentials: there can be only one'],
  ],
  ['the user nowhere', mySql({ user: undefined }), ['user: must be given, or credentials with a username']],
  [
    'a password where credentials are expected',
    mySql({ credentials: PLANTED as never }),
    ['credentials: must be Credentials, got a string (such as Credentials.fromSecret("db-auth"))'],
  ],
  [
    'no credentials',
    mySql({ credentials: undefined }),
    ['credentials: must be Credentials, got nothing (such as Credentials.fromSecret("db-auth"))'],
  ],
  [
    'passwords that the image cannot take',
    mySql({
      user: undefined,
      credentials: Credentials.fromSensitive({
        username: 'blog',
        rootPassword: Sensitive.text(PLANTED),
        password: Sensitive.text('from-an-editor\n'),
      }),
    }),
    [
      `credentials.rootPassword: must not contain ', " or \\, which the start-up scripts of the images do not quote`,
      'credentials.password: must not end with a line break (files that editors save have one)',
    ],
  ],
  [
    'passwords that are not Sensitive',
    mySql({ credentials: Credentials.fromSensitive({ rootPassword: PLANTED as never, password: Sensitive.text('') }) }),
    [
      'credentials.rootPassword: must be a Sensitive (such as Sensitive.file(path), so that it is never printed)',
      'credentials.password: must not be empty',
    ],
  ],
  [
    'a SealedSecret that was never sealed',
    mySql({ credentials: Credentials.fromSealedSecret({ encrypted: { rootPassword: PLANTED, password: PLANTED } }) }),
    ['rootPassword', 'password'].map(
      (name) =>
        `credentials.encrypted.${name}: must be the output of kubeseal --raw, which is base64 of 200 characters or more`,
    ),
  ],
  [
    'neither database nor resources',
    mySql({ database: undefined, qos: undefined }),
    ['database: must be given', "qos: must be given (such as Qos.guaranteed({ cpu: '1', memory: '2Gi' }))"],
  ],
  [
    'characters in a database',
    mySql({ database: 'my blog' }),
    ['database: must be 1 to 64 letters, digits, "_", "-" or "$", got "my blog" (try "my_blog")'],
  ],
  [
    'a database of the server',
    mySql({ database: 'mysql' }),
    ['database: must not be "mysql", which the server keeps for itself'],
  ],
  [
    'a long user',
    mySql({ user: 'u'.repeat(33) }),
    [`user: must be 1 to 32 letters, digits, "_", "-", "." or "$" for MySQL, got "${'u'.repeat(33)}"`],
  ],
  [
    'root as the application',
    mySql({ user: 'root' }),
    ['user: must not be "root": the application needs a user of its own, with rights on its database alone'],
  ],
  [
    'storage of both kinds',
    mySql({ storage: { size: '1Gi', claim: 'old' } as never }),
    ['storage: must have either size or claim, got both'],
  ],
  ['storage of no kind', mySql({ storage: undefined }), ['storage: must have either size or claim, got neither']],
  [
    'a volume for several servers',
    mySql({ storage: { size: '1Gi', accessModes: ['ReadWriteMany' as never] } }),
    [
      'storage.accessModes: must be ReadWriteOnce or ReadWriteOncePod, as two servers on one volume destroy the data, got "ReadWriteMany"',
    ],
  ],
  [
    'replicas',
    mySql({ replicas: 3 } as never),
    [
      "replicas: must be left out: this is one server, and a second one would be another database, not a copy (for replication use an operator, such as MySQL's or MariaDB's own, and connect by ExternalDatabase)",
    ],
  ],
  [
    'two servers on one port',
    mySql({
      port: 9104,
      credentials: Credentials.fromSecret('auth', { rootPassword: 'r', password: 'p', exporterPassword: 'e' }),
      metrics: { from: Peer.namespace('monitoring') },
    }),
    ['metrics.port: must not be 9104, on which the server listens'],
  ],
  [
    'options that props set',
    mySql({ configuration: { mysqld: { port: 3307, 'report-password': PLANTED } } }),
    [
      'configuration.mysqld.port: must not be set, as it follows from the prop port',
      'configuration.mysqld.report-password: must not be set: a ConfigMap is no place for passwords',
    ],
  ],
  [
    'no dumps kept',
    mySql({ backup: { schedule: '0 3 * * *', keep: 0 } }),
    ['keep: must be a whole number, 1 or more, got 0'],
  ],
  [
    'an external database without its pairs',
    (chart) =>
      new ExternalDatabase(chart, 'db', { credentials: Credentials.fromSecret('auth', { username: 'u' }) } as never),
    [
      'host: must be given, such as "db.internal"',
      'database: must be given',
      "credentials.password: must be given: the application's user needs one",
    ],
  ],
  [
    'pods of several nodes on a volume of one',
    wordPress({ scaling: Scaling.fixed(3) }),
    [
      'scaling: asks for 3 pods, but the content is on a ReadWriteOnce volume, which pods on other nodes cannot mount (use a class with accessMode: "ReadWriteMany", or storage: "image")',
    ],
  ],
  [
    'an autoscaler on a volume of one node',
    wordPress({ scaling: Scaling.onCpu({ min: 1, max: 5, percent: 80 }) }),
    [
      'scaling: asks for up to 5 pods, but the content is on a ReadWriteOnce volume, which pods on other nodes cannot mount (use a class with accessMode: "ReadWriteMany", or storage: "image")',
    ],
  ],
  [
    'pods that each make salts of their own',
    wordPress({ storage: 'image' }),
    ['salts: must be given with the storage "image": each pod would make its own, and log users of others out'],
  ],
  [
    'an installation without an address',
    wordPress({ install: { title: 'x', admin: 'admin' } }),
    ['install: needs the address of the site (give url, or an ingress with a host)'],
  ],
  [
    'a cron job without a Service',
    wordPress({ service: { type: 'None' } }),
    ['service: must not be None, as the CronJob calls the site by it (say cron: false)'],
  ],
  [
    'a secret among the constants',
    wordPress({ constants: { AUTH_KEY: PLANTED } }),
    [
      'constants.AUTH_KEY: must not be set: the manifest is no place for secrets (use a Secret and configExtra with getenv)',
    ],
  ],
  [
    'a port that is none',
    wordPress({ smtp: { host: 'smtp.example.com', port: 70000 } }),
    ['smtp.port: must be a whole number, between 1 and 65535, got 70000'],
  ],
])('%s', (_, make, expected) => {
  const problems = problemsOf(make);
  expect(problems).toEqual(expected);
  expect(problems.join()).not.toContain('hunter2');
});

test('a WordPress without its database, resources and storage says so all at once', () => {
  const problems = problemsOf(wordPress({ database: 'db.internal' as never, qos: undefined, storage: undefined }));
  expect(problems).toEqual([
    'database: must be a MySql, a MariaDb or an ExternalDatabase',
    "qos: must be given (such as Qos.guaranteed({ cpu: '1', memory: '2Gi' }))",
    'storage: must have either size or claim, or be "image", got neither',
  ]);
});

test('MariaDB takes longer names of users than MySQL', () => {
  const user = 'u'.repeat(33);
  expect(problemsOf((chart) => new MariaDb(chart, 'db', { ...mySqlProps, user }))).toEqual([]);
});
