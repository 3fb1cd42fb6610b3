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
import { issuesOf, mySql, mySqlProps, wordPress } from './stacks';

/** A password that must be nowhere. */
const PLANTED = "hunter2-planted'";

test.each<[string, Parameters<typeof issuesOf>[0], string[]]>([
  [
    'a key that the Secret does not have',
    (chart) => {
      const secret = new Secret(chart, 'auth', { from: [Content.literals({ root: 'x', pass: 'y' })] });
      return mySql({ credentials: Credentials.fromSecret(secret, { rootPassword: 'rot', password: 'pass' }) })(chart);
    },
    ['credentials.rootPassword: Secret "auth" has no key "rot"; it has "pass", "root" (did you mean "root"?)'],
  ],
  [
    'a key that nobody named',
    mySql({ credentials: Credentials.fromSecret('auth', { password: 'pass' }) }),
    ['credentials.rootPassword: is required: the server is initialized with it'],
  ],
  [
    'metrics without a password for their user',
    mySql({ metrics: { from: Peer.namespace('monitoring') } }),
    ['credentials.exporterPassword: is required: metrics are read by a separate user'],
  ],
  [
    'the user in two places',
    mySql({ credentials: Credentials.fromSecret('auth', { rootPassword: 'r', username: 'u', password: 'p' }) }),
    ['user: must not be set together with the username of the credentials'],
  ],
  ['the user nowhere', mySql({ user: undefined }), ['user: is required, or credentials with a username']],
  [
    'a password where credentials are expected',
    mySql({ credentials: PLANTED as never }),
    ['credentials: expected a Credentials, got a string (use Credentials.fromSecret("db-auth"), for example)'],
  ],
  [
    'no credentials',
    mySql({ credentials: undefined }),
    ['credentials: is required, for example Credentials.fromSecret("db-auth")'],
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
      `credentials.rootPassword: must not contain ', " or \\, which the startup scripts of the images do not escape`,
      'credentials.password: must not end with a line break (text editors add one when they save a file)',
    ],
  ],
  [
    'an empty password',
    mySql({
      credentials: Credentials.fromSensitive({
        rootPassword: Sensitive.text('long and plain'),
        password: Sensitive.text(''),
      }),
    }),
    ['credentials.password: must not be empty'],
  ],
  [
    'a SealedSecret that was never sealed',
    mySql({ credentials: Credentials.fromSealedSecret({ encrypted: { rootPassword: PLANTED, password: PLANTED } }) }),
    ['rootPassword', 'password'].map(
      (name) =>
        `credentials.encrypted.${name}: must be the output of kubeseal --raw: at least 200 characters of base64`,
    ),
  ],
  [
    'neither database nor resources',
    mySql({ database: undefined, qos: undefined }),
    ['database: is required', "qos: is required (use Qos.guaranteed({ cpu: '1', memory: '2Gi' }), for example)"],
  ],
  [
    'characters in a database',
    mySql({ database: 'my blog' }),
    ['database: must consist of 1 to 64 letters, digits, "_", "-" or "$", got "my blog" (try "my_blog")'],
  ],
  [
    'a database of the server',
    mySql({ database: 'mysql' }),
    ['database: must not be "mysql", which is reserved by the server'],
  ],
  [
    'a long user',
    mySql({ user: 'u'.repeat(33) }),
    [`user: must consist of 1 to 32 letters, digits, "_", "-", "." or "$" for MySQL, got "${'u'.repeat(33)}"`],
  ],
  [
    'root as the application',
    mySql({ user: 'root' }),
    ['user: must not be "root": the application needs its own user, with privileges on its database only'],
  ],
  [
    'storage of both kinds',
    mySql({ storage: { size: '1Gi', claim: 'old' } as never }),
    ['storage: exactly one of size and claim is required, got both'],
  ],
  [
    'storage of no kind',
    mySql({ storage: undefined }),
    ['storage: exactly one of size and claim is required, got neither'],
  ],
  [
    'a volume for several servers',
    mySql({ storage: { size: '1Gi', accessModes: ['ReadWriteMany' as never] } }),
    [
      'storage.accessModes: must be ReadWriteOnce or ReadWriteOncePod, because two servers on one volume corrupt the data, got "ReadWriteMany"',
    ],
  ],
  [
    'replicas',
    mySql({ replicas: 3 } as never),
    [
      'replicas: must not be set: a second replica would be a separate database, not a copy (for replication use an operator, such as that of MySQL or MariaDB, and an ExternalDatabase)',
    ],
  ],
  [
    'two servers on one port',
    mySql({
      port: 9104,
      credentials: Credentials.fromSecret('auth', { rootPassword: 'r', password: 'p', exporterPassword: 'e' }),
      metrics: { from: Peer.namespace('monitoring') },
    }),
    ['metrics.port: must not be 9104, the port of the server'],
  ],
  [
    'options that props set',
    mySql({ configuration: { mysqld: { port: 3307, 'report-password': PLANTED } } }),
    [
      'configuration.mysqld.port: must not be set: it is determined by the prop port',
      'configuration.mysqld.report-password: must not be set: a ConfigMap must not contain passwords',
    ],
  ],
  [
    'no dumps kept',
    mySql({ backup: { schedule: '0 3 * * *', keep: 0 } }),
    ['backup.keep: must be an integer, 1 or more, got 0'],
  ],
  [
    'an external database without its pairs',
    (chart) =>
      new ExternalDatabase(chart, 'db', { credentials: Credentials.fromSecret('auth', { username: 'u' }) } as never),
    [
      'host: is required, for example "db.internal"',
      'database: is required',
      'credentials.password: is required: the application user needs one',
    ],
  ],
  [
    'pods of several nodes on a volume of one',
    wordPress({ scaling: Scaling.fixed(3) }),
    [
      'scaling: allows 3 pods, but the content is on a ReadWriteOnce volume, which pods on other nodes cannot mount (use a class with accessModes: ["ReadWriteMany"], or storage: "image")',
    ],
  ],
  [
    'an autoscaler on a volume of one node',
    wordPress({ scaling: Scaling.onCpu({ min: 1, max: 5, percent: 80 }) }),
    [
      'scaling: allows up to 5 pods, but the content is on a ReadWriteOnce volume, which pods on other nodes cannot mount (use a class with accessModes: ["ReadWriteMany"], or storage: "image")',
    ],
  ],
  [
    'pods that each make salts of their own',
    wordPress({ storage: 'image' }),
    [
      'salts: is required with storage "image": otherwise each pod generates its own and logs out the users of other pods',
    ],
  ],
  [
    'an installation without an address',
    wordPress({ install: { title: 'x', admin: 'admin' } }),
    ['install: requires the URL of the site (set url, or an ingress with a host)'],
  ],
  [
    'a cron job without a Service',
    wordPress({ service: { type: 'None' } }),
    ['service: must not be None, because the CronJob calls the site through the Service (set cron: false)'],
  ],
  [
    'a secret among the constants',
    wordPress({ constants: { AUTH_KEY: PLANTED } }),
    [
      'constants.AUTH_KEY: must not be set: the manifest must not contain secrets (use a Secret and configExtra with getenv)',
    ],
  ],
  [
    'a port that is none',
    wordPress({ smtp: { host: 'smtp.example.com', port: 70000 } }),
    ['smtp.port: must be an integer, between 1 and 65535, got 70000'],
  ],
])('%s', (_, make, expected) => {
  const problems = issuesOf(make);
  expect(problems).toEqual(expected);
  expect(problems.join()).not.toContain('hunter2');
});

describe('a user name that is passed with the credentials', () => {
  const auth = (username: string) => ({
    user: undefined,
    credentials: Credentials.fromSensitive({
      username,
      rootPassword: Sensitive.text('r'),
      password: Sensitive.text('p'),
    }),
  });
  const reserved =
    'credentials.username: must not be "root": the application needs its own user, with privileges on its database only';

  test('is refused as the same user of the props is', () => {
    expect(issuesOf(mySql(auth('root')))).toEqual([reserved]);
    expect(issuesOf((chart) => new MariaDb(chart, 'db', { ...mySqlProps, ...auth('root') }))).toEqual([reserved]);
    const external = { host: 'db.internal', database: 'blog', ...auth('root') };
    expect(issuesOf((chart) => new ExternalDatabase(chart, 'db', external))).toEqual([reserved]);
    expect(issuesOf(mySql(auth("o'brien")))).toEqual([
      expect.stringMatching(/^credentials\.username: must consist of 1 to 32 letters, .*"o'brien"$/),
    ]);
  });

  test('is taken when it is the own user of the application', () => {
    expect(issuesOf(mySql(auth('blog')))).toEqual([]);
  });
});

test('a WordPress without its database, resources and storage says so all at once', () => {
  const problems = issuesOf(wordPress({ database: 'db.internal' as never, qos: undefined, storage: undefined }));
  expect(problems).toEqual([
    'database: expected a MySql, a MariaDb or an ExternalDatabase, got a string',
    "qos: is required (use Qos.guaranteed({ cpu: '1', memory: '2Gi' }), for example)",
    'storage: exactly one of size and claim, or "image", is required, got neither',
  ]);
});

test('MariaDB takes longer names of users than MySQL', () => {
  const user = 'u'.repeat(33);
  expect(issuesOf((chart) => new MariaDb(chart, 'db', { ...mySqlProps, user }))).toEqual([]);
});
