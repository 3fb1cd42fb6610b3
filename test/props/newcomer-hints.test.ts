import { App, Chart } from 'cdk8s';
import { Content, PersistentVolumeClaim, Probes, Qos, WebApp, type WebAppProps, Worker } from '../../src';
import { formatIssue, PropsError } from '../../src/props';

const props: WebAppProps = {
  image: 'ghcr.io/acme/shop:1.4.2',
  port: 8080,
  qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
  probes: Probes.http('/healthz'),
};
const web = (given: object) => new WebApp(new Chart(new App(), 'c'), 'web', { ...props, ...given } as WebAppProps);

function issuesOf(make: () => unknown): readonly string[] {
  try {
    make();
    return [];
  } catch (error) {
    return (error as PropsError).issues.map(formatIssue);
  }
}

test.each<[string, object, string]>([
  ['another prop than the one that is set', { prot: 'TCP' }, 'prot: unknown prop (did you mean "ports[].protocol"?)'],
  ['letters that are swapped in a prop that is set', { prot: 80 }, 'prot: unknown prop (did you mean "port"?)'],
  ['letters that are swapped', { port: undefined, prot: 80 }, 'prot: unknown prop (did you mean "port"?)'],
  [
    'a prop of an entry',
    { port: undefined, ports: [{ name: 'http', port: 80, prot: 'TCP' }] },
    'ports[0].prot: unknown prop (did you mean "protocol"?)',
  ],
  ['the port by the name of its prop', { port: 70000 }, 'port: must be an integer, between 1 and 65535, got 70000'],
  [
    'the ports behind it by their own index',
    { ports: [{ name: 'admin', port: 0 }] },
    'ports[0].port: must be an integer, between 1 and 65535, got 0',
  ],
  [
    'a path of a factory once',
    { probes: Probes.http('healthz') },
    'probes.http.path: must begin with "/", got "healthz" (try "/healthz")',
  ],
  [
    'an image that is a number',
    { image: 42 },
    'image: expected a string or an Image, got a number (use an image reference, for example "nginx:1.27.3")',
  ],
  [
    'a capability that resembles none',
    { security: { addCapabilities: ['X'] } },
    'security.addCapabilities: "X" is not a Linux capability (use a name of capabilities(7) without CAP_, such as "NET_BIND_SERVICE", or "ALL")',
  ],
  [
    'the beginning of a capability',
    { security: { addCapabilities: ['net_bind'] } },
    'security.addCapabilities: "net_bind" is not a Linux capability (did you mean "NET_BIND_SERVICE"?)',
  ],
])('reports %s', (_, given, issue) => {
  expect(issuesOf(() => web(given))).toEqual([issue]);
});

test.each<[string, object, string]>([
  ['a command in one string', { command: 'sh -c env' }, 'use ["sh", "-c", "env"]'],
  ['a command of one word', { command: './migrate' }, 'use ["./migrate"]'],
  ['words in quotes', { args: '-c "exit 1"' }, 'use an array with a string for each word'],
  ['a negative number of pods', { replicas: -1 }, 'use scaling: Scaling.fixed(…)'],
  ['a part of a pod', { replicas: 1.5 }, 'use scaling: Scaling.fixed(…)'],
  ['a number of pods', { replicas: 3 }, 'use scaling: Scaling.fixed(3)'],
  ['less than no time', { terminationGracePeriodSeconds: -1 }, 'use terminationGracePeriod: Duration.seconds(…)'],
  [
    'a negative number as the Scaling',
    { scaling: -1 },
    'use Scaling.fixed(2) or Scaling.onCpu({ min: 2, max: 8, percent: 80 })',
  ],
])('a hint that can be used for %s', (_, given, hint) => {
  expect(issuesOf(() => web(given))).toEqual([expect.stringContaining(` (${hint})`)]);
});

test.each<[string, () => unknown, string]>([
  ['a number', () => Content.literals({ level: 5 as never }), '(use "5")'],
  ['a switch', () => Content.literals({ debug: true as never }), '(use "true")'],
  [
    'a number of no name',
    () => Content.literal('level', 5 as never),
    '(use a string such as "8080", or Sensitive.file(',
  ],
  ['a number that may be a password', () => Content.literals({ password: 12345 as never }), '(use Sensitive.file('],
  ['the same in a longer key', () => Content.literals({ 'password.txt': 12345 as never }), '(use Sensitive.file('],
])('%s in place of a text', (_, make, hint) => {
  expect(issuesOf(make)).toEqual([expect.stringContaining(hint)]);
});

test.each([
  ['bad key', 'bad_key'],
  ['a=b', 'a_b'],
  ['1ST', '_1ST'],
])('a variable %s is suggested as %s', (name, suggested) => {
  expect(issuesOf(() => web({ env: { [name]: 'x' } }))[0]).toMatch(new RegExp(`\\(try "${suggested}"\\)$`));
});

test('a name instead of a construct to connect to', () => {
  const app = web({});
  expect(issuesOf(() => app.connectTo('redis' as never))).toEqual([
    expect.stringMatching(/ got a string \(pass the construct, or \{ address: \{ host: "redis", port: … \} \}\)$/),
  ]);
});

test('probes that are written one by one are reported one by one', () => {
  const http = { path: 'healthz' };
  expect(issuesOf(() => web({ probes: { liveness: { http }, readiness: { http } } }))).toHaveLength(2);
});

test('an error of several issues has no trailing space', () => {
  expect(new PropsError('a', ['b', 'c']).message).toBe('a:\n  b\n  c');
});

describe('hints for amounts and for typos in alternatives', () => {
  const image = 'ghcr.io/acme/shop:1.4.2';
  const qos = Qos.guaranteed({ cpu: '100m', memory: '128Mi' });
  const worker = (props: object) => new Worker(new Chart(new App(), 'shop'), 'w', { image, qos, ...props } as never);
  const cpu = (amount: string) => worker({ qos: Qos.guaranteed({ cpu: amount, memory: '128Mi' }) });

  test.each([
    ['100 m', '100m'],
    ['100 millicores', '100m'],
    ['0.5 cores', '0.5'],
    ['2 vCPU', '2'],
  ])('CPU %s', (amount, hint) => {
    expect(() => cpu(amount)).toThrow(`(try "${hint}")`);
  });

  test('memory of the same letters is bytes', () => {
    expect(() => worker({ qos: Qos.guaranteed({ cpu: '1', memory: '128 m' }) })).toThrow('(try "128Mi")');
  });

  test('a number of storage has a unit', () => {
    const claim = (props: object) => () =>
      new PersistentVolumeClaim(new Chart(new App(), 'shop'), 'data', props as never);
    expect(claim({ size: 10 })).toThrow('(use "10Gi")');
    expect(claim({ size: 10, storageClassName: 5 })).toThrow('storageClassName: expected');
  });

  test.each([
    ['minAvailible', 'minAvailable'],
    ['minAvailble', 'minAvailable'],
    ['maxUnavailible', 'maxUnavailable'],
  ])('%s', (typo, prop) => {
    expect(() => worker({ disruptionBudget: { [typo]: 1 } })).toThrow(`(did you mean "${prop}"?)`);
  });
});
