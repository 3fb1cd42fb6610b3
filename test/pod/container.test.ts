import { Duration } from 'cdk8s';
import { type ContainerProps, containerManifest, Env, EnvFrom, Image, Qos, Volumes } from '../../src/pod';
import { issuesOf, made } from './issues';

const least: ContainerProps = { image: 'shop:1.4.2', qos: Qos.bestEffort() };
const restricted = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
};
const manifestOf = (props: Partial<ContainerProps>, name = 'shop') =>
  made((reportIssue) => containerManifest(name, { ...least, ...props }, reportIssue));

test('the least container is restricted and says nothing that is not needed', () => {
  expect(manifestOf({})).toEqual({ name: 'shop', image: 'shop:1.4.2', securityContext: restricted });
});

test('ports, environment, mounts', () => {
  const logs = Volumes.emptyDir('logs');
  expect(
    manifestOf({
      port: 8080,
      ports: [{ name: 'dns', port: 53, protocol: 'UDP', hostPort: 5353 }],
      command: ['shop'],
      args: ['--level=$(LEVEL)'],
      env: {
        LEVEL: 'info',
        WORKERS: 4,
        POD: Env.field("metadata.labels['app']"),
        MEMORY: Env.resource('limits.memory', { divisor: '1Mi' }),
        PASSWORD: Env.secret('db-auth', 'password'),
        THEME: Env.configMap({ name: 'config' }, 'theme', { optional: true }),
      },
      envFrom: [EnvFrom.secret('smtp', { prefix: 'SMTP_' }), EnvFrom.configMap('flags', { optional: true })],
      mounts: [
        logs.at('/var/log/shop'),
        Volumes.configMap('config').at('/etc/shop/app.conf', { subPath: 'app.conf', readOnly: true }),
      ],
      stdin: true,
      tty: true,
    }),
  ).toEqual({
    name: 'shop',
    image: 'shop:1.4.2',
    command: ['shop'],
    args: ['--level=$(LEVEL)'],
    ports: [
      { name: 'http', containerPort: 8080 },
      { name: 'dns', containerPort: 53, protocol: 'UDP', hostPort: 5353 },
    ],
    env: [
      { name: 'LEVEL', value: 'info' },
      { name: 'WORKERS', value: '4' },
      { name: 'POD', valueFrom: { fieldRef: { fieldPath: "metadata.labels['app']" } } },
      { name: 'MEMORY', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } },
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db-auth', key: 'password' } } },
      { name: 'THEME', valueFrom: { configMapKeyRef: { name: 'config', key: 'theme', optional: true } } },
    ],
    envFrom: [{ prefix: 'SMTP_', secretRef: { name: 'smtp' } }, { configMapRef: { name: 'flags', optional: true } }],
    volumeMounts: [
      { name: 'logs', mountPath: '/var/log/shop' },
      { name: 'config', mountPath: '/etc/shop/app.conf', subPath: 'app.conf', readOnly: true },
    ],
    securityContext: restricted,
    stdin: true,
    tty: true,
  });
});

test('a preStop shorter than the grace period', () => {
  expect(
    manifestOf({ lifecycle: { preStop: { sleep: Duration.seconds(5) }, postStart: { exec: ['true'] } } }).lifecycle,
  ).toEqual({
    postStart: { exec: { command: ['true'] } },
    preStop: { sleep: { seconds: 5 } },
  });
});

test.each([
  ['a floating tag said aloud', Image.latest('nginx'), 'nginx'],
  ['a digest', `nginx@sha256:${'0123456789abcdef'.repeat(4)}`, `nginx@sha256:${'0123456789abcdef'.repeat(4)}`],
  ['a registry with a port', 'registry.local:5000/team/shop:1', 'registry.local:5000/team/shop:1'],
])('accepts %s', (_, image, reference) => {
  expect(manifestOf({ image }).image).toBe(reference);
});

test.each<[string, Partial<ContainerProps>, string]>([
  [
    'no tag',
    { image: 'nginx' },
    'image: "nginx" has no tag or digest; the version that runs is not pinned (set a tag or digest, or use Image.latest("nginx"))',
  ],
  [
    'the tag latest',
    { image: 'a.io/nginx:latest' },
    'image: "a.io/nginx:latest" has the tag "latest"; the version that runs is not pinned (set a tag or digest, or use Image.latest("a.io/nginx"))',
  ],
  [
    'no image reference',
    { image: 'Shop App:1' },
    'image: must be an image reference, for example "nginx:1.27.3", got "Shop App:1"',
  ],
  ['port 70000', { port: 70000 }, 'port: must be an integer, between 1 and 65535, got 70000'],
  [
    'a port name twice',
    { port: 80, ports: [{ name: 'http', port: 81 }] },
    'ports[0].name: "http" is already used by port',
  ],
  ['a port twice', { port: 80, ports: [{ name: 'web', port: 80 }] }, 'ports[0].port: "80/TCP" is already used by port'],
  [
    'a key that is none',
    { env: { A: Env.secret('s', 'a/b') } },
    `env.A.key: "a/b": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+') (try "a-b")`,
  ],
  [
    'a relative mount',
    { mounts: [Volumes.emptyDir('x').at('data')] },
    'mounts[0].path: must be an absolute path, got "data"',
  ],
  [
    'a mount twice',
    { mounts: [Volumes.emptyDir('x').at('/a'), Volumes.emptyDir('y').at('/a')] },
    'mounts[1].path: "/a" is already used by volume "x"',
  ],
  [
    'a way out of the volume',
    { mounts: [Volumes.emptyDir('x').at('/a', { subPath: '../b' })] },
    'mounts[0].subPath: must not contain "..", got "../b"',
  ],
  [
    'a preStop as long as the grace period',
    { lifecycle: { preStop: { exec: ['sh', '-c', 'sleep 30'] } } },
    'lifecycle.preStop: takes 30 s, but the termination grace period of the pod is 30 s (raise terminationGracePeriod)',
  ],
  [
    'two hooks in one',
    { lifecycle: { postStart: { exec: ['x'], sleep: Duration.seconds(1) } } },
    'lifecycle.postStart: exactly one of exec, http and sleep is required, got exec and sleep',
  ],
  [
    'root without saying so',
    { security: { runAsUser: 0 } },
    'security.runAsUser: must not be 0 (root) (use security: Security.rootImage() for an image that starts as root, or set runAsRoot: true for root without capabilities)',
  ],
  [
    'a capability with its prefix',
    { security: { addCapabilities: ['CAP_NET_ADMIN'] } },
    'security.addCapabilities: "CAP_NET_ADMIN" is not a Linux capability (try "NET_ADMIN")',
  ],
  [
    'a misspelt capability',
    { security: { addCapabilities: ['NET_ADMN'] } },
    'security.addCapabilities: "NET_ADMN" is not a Linux capability (did you mean "NET_ADMIN"?)',
  ],
])('refuses %s', (_, props, message) => {
  expect(issuesOf((reportIssue) => containerManifest('shop', { ...least, ...props }, reportIssue))).toEqual([message]);
});

test('all problems are heard of at once', () => {
  const props = { ...least, image: 'nginx', port: 0, qos: Qos.guaranteed({ cpu: 'x', memory: 'y' }) };
  expect(issuesOf((reportIssue) => containerManifest('Vol-CM', props, reportIssue)).length).toBeGreaterThanOrEqual(4);
  expect(issuesOf((reportIssue) => containerManifest('Vol-CM', least, reportIssue))[0]).toMatch(
    /^name: "Vol-CM": .*\(try "vol-cm"\)$/,
  );
});

test.each([
  ['privileged', { privileged: true }, { privileged: true, readOnlyRootFilesystem: true }],
  ['an own user', { runAsUser: 1001, runAsGroup: 1001 }, { ...restricted, runAsUser: 1001, runAsGroup: 1001 }],
  ['root', { runAsRoot: true }, { ...restricted, runAsNonRoot: false }],
  [
    'a capability',
    { addCapabilities: ['NET_BIND_SERVICE'] },
    { ...restricted, capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] } },
  ],
  [
    'a writable root',
    { writableRootFilesystem: true },
    { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  ],
  [
    'SYS_ADMIN, which escalates',
    { addCapabilities: ['SYS_ADMIN'] },
    { capabilities: { add: ['SYS_ADMIN'], drop: ['ALL'] }, readOnlyRootFilesystem: true },
  ],
])('security loosened by %s', (_, security, expected) => {
  expect(manifestOf({ security }).securityContext).toEqual(expected);
});

describe('props of another shape, as programs without type checks pass them', () => {
  const wrong = (props: any) =>
    issuesOf((reportIssue) => containerManifest('shop', { ...least, ...props }, reportIssue));

  test.each([
    [{ image: undefined }, 'image: is required, for example "nginx:1.27.3"'],
    [{ image: 5 }, 'image: must be an image reference, for example "nginx:1.27.3", got a number'],
    [
      { qos: { cpu: '1' } },
      'qos: expected Qos.guaranteed({ cpu: "500m", memory: "256Mi" }), Qos.burstable or Qos.bestEffort, got an object',
    ],
    [
      { qos: 'Guaranteed' },
      'qos: expected Qos.guaranteed({ cpu: "500m", memory: "256Mi" }), Qos.burstable or Qos.bestEffort, got a string',
    ],
    [{ command: './run' }, 'command: must be an array, got a string (use ["./run"])'],
    [{ args: '-v' }, 'args: must be an array, got a string (use ["-v"])'],
    [{ mounts: { a: '/a' } }, 'mounts: must be an array, got an object'],
    [
      { mounts: [Volumes.emptyDir('a')] },
      'mounts[0]: expected a mount, got volume "a" without a path (use .at("/path"))',
    ],
    [{ probes: '/healthz' }, 'probes: expected Probes, for example Probes.http("/healthz"), got a string'],
    [{ env: { A: { x: 1 } } }, 'env.A: must be a string, a number, a boolean or a value of Env, got an object'],
    [{ env: { A: null } }, 'env.A: must be a string, a number, a boolean or a value of Env, got null'],
  ])('%j', (props, expected) => {
    expect(wrong(props)).toEqual([expected]);
  });
});
