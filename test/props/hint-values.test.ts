import { App, Chart } from 'cdk8s';
import { CronJob, HttpRoute, Ingress, MySql, Qos, WebApp, Worker } from '../../src';
import type { PropsError } from '../../src/props';
import { checkArguments, checkDefinition } from '../../src/props/check-shape';
import { callNames, callShape } from '../../src/props/shapes';

const image = 'ghcr.io/acme/shop:1.4.2';
const qos = Qos.guaranteed({ cpu: '100m', memory: '64Mi' });

function hintsOf(make: (chart: Chart) => unknown): readonly (string | undefined)[] {
  try {
    make(new Chart(new App(), 'c'));
    return [];
  } catch (error) {
    return (error as PropsError).issues.map(({ hint }) => hint);
  }
}

// A hint that is followed must not be rejected: the value has the type that its place takes.
test.each<[string, object, string]>([
  ['the text of a number in a factory', { replicas: '2' }, 'use scaling: Scaling.fixed(2)'],
  ['a number in a factory', { replicas: 2 }, 'use scaling: Scaling.fixed(2)'],
  ['text that is no number in a factory of numbers', { replicas: 'many' }, 'use scaling: Scaling.fixed(…)'],
  ['the text of a number of another prop', { copies: ' 3 ' }, 'use scaling: Scaling.fixed(3)'],
  ['in the options of a factory', { minReplicas: '3' }, 'use scaling: Scaling.onCpu({ min: 3, max: 8, percent: 80 })'],
  ['in an object', { uid: '1000' }, 'use security: { runAsUser: 1000 }'],
  ['the text of seconds', { terminationGracePeriodSeconds: '30' }, 'use terminationGracePeriod: Duration.seconds(30)'],
  ['a number for a Duration', { gracePeriod: 30 }, 'use terminationGracePeriod: Duration.seconds(30)'],
  ['a number or a percentage', { maxUnavailable: '1' }, 'use rollout: { maxUnavailable: 1 }'],
  ['a percentage', { maxSurge: '25%' }, 'use rollout: { maxSurge: "25%" }'],
  ['a number for text', { fullname: 5 }, 'use name: "5"'],
  ['the text of a number for a class', { scaling: '3' }, 'use Scaling.fixed(3)'],
  ['the text of seconds for a class', { terminationGracePeriod: '45' }, 'use Duration.seconds(45) of cdk8s'],
])('%s', (_, given, hint) => {
  expect(hintsOf((chart) => new Worker(chart, 'w', { image, qos, ...given } as never))).toEqual([hint]);
});

test('the text of a number for a prop that takes a number', () => {
  const given = { image, qos, schedule: '0 3 * * *', retries: '4' };
  expect(hintsOf((chart) => new CronJob(chart, 'j', given as never))).toEqual(['use backoffLimit: 4']);
});

const ingress = (to: unknown) => (chart: Chart) =>
  new Ingress(chart, 'i', { rules: [{ host: 'shop.example.com', path: '/', to }] } as never);
const issuesOf = (make: (chart: Chart) => unknown) => {
  try {
    make(new Chart(new App(), 'c'));
    return [];
  } catch (error) {
    return (error as PropsError).issues.map(({ prop, hint, message }) => [prop, hint ?? message]);
  }
};

test.each<[string, (chart: Chart) => unknown, (readonly string[])[]]>([
  [
    'the name of a Service',
    ingress('web'),
    [['rules[0].to', 'pass the workload or its Service, or { name: "web", port: 80 }']],
  ],
  ['a name without a port', ingress({ name: 'web' }), [['rules[0].to.port', 'is required, for example 8080']]],
  ['a port without a name', ingress({ port: 80 }), [['rules[0].to.name', 'is required, for example "shop"']]],
  [
    'the name of a Service for the Service',
    ingress({ service: 'web' }),
    [['rules[0].to.service', 'use to: workload, or to: { name: "web", port: 80 }']],
  ],
  [
    'props of two alternatives',
    ingress({ service: 'web', port: 80 }),
    [
      ['rules[0].to.service', 'use to: workload, or to: { name: "web", port: 80 }'],
      ['rules[0].to.port', 'use { name, port } without service'],
    ],
  ],
  [
    'the name of a Service of a route',
    (chart) => new HttpRoute(chart, 'r', { gateway: 'public', rules: [{ to: 'web' }] } as never),
    [['rules[0].to', 'pass the workload or its Service, or { name: "web", port: 80 }']],
  ],
  [
    'a new claim and an existing one',
    (chart) => new MySql(chart, 'db', { database: 'shop', qos, storage: { size: '1Gi', claim: 'data' } } as never),
    [
      ['credentials', 'is required, for example Credentials.fromSecret("db-auth")'],
      ['storage', 'exactly one of size and claim is required, got both'],
    ],
  ],
])('%s', (_, make, expected) => {
  expect(issuesOf(make)).toEqual(expected);
});

test.each<[string, unknown, string]>([
  ['probes', '/ready', 'use Probes.http("/ready")'],
  ['probes.http', { http: '/ready' }, 'use probes: Probes.http("/ready")'],
  ['probes.http', { http: { path: '/ready', port: '8080' } }, 'use probes: Probes.http("/ready", { port: 8080 })'],
  ['probes.path', { path: '/ready' }, 'use probes: Probes.http("/ready")'],
  ['probes.tcp', { tcp: 8080 }, 'use probes: Probes.tcp({ port: 8080 })'],
  ['probes.tcp', { tcp: {} }, 'use probes: Probes.tcp()'],
  ['probes.exec', { exec: ['true'] }, 'use probes: Probes.exec(["true"])'],
  ['probes.startup.http', { startup: { http: '/ready' } }, 'use { path: "/ready" }'],
  ['probes.startup.http', { startup: { http: 'ready' } }, 'use { path: "/ready" }'],
  ['probes.startup.tcp', { startup: { tcp: 8080 } }, 'use { port: 8080 }'],
])('%s as %j', (prop, probes, hint) => {
  const web = (chart: Chart) => new WebApp(chart, 'w', { image, port: 8080, qos, probes } as never);
  expect(issuesOf(web)).toEqual([[prop, hint]]);
});

test.each([1, true])('crds: %j', (crds) => {
  const hints = checkDefinition('CheckedAppProps', { crds }).map(({ hint }) => hint);
  expect(hints).toEqual(['use "imports/crds", for example, or false']);
});

test('networkPolicy: true', () => {
  expect(hintsOf((chart) => new Worker(chart, 'w', { image, qos, networkPolicy: true } as never))).toEqual(['use {}']);
});

test('an example of all props is code', () => {
  for (const name of callNames().filter((call) => !/[.#]/.test(call))) {
    for (const { message } of checkArguments(callShape(name)!, [new Chart(new App(), 'c'), 'id']).issues) {
      // `…` stands for a value that is the reader's to fill in.
      const example = /an object with props is required, for example (.*)/.exec(message)?.[1];
      if (example !== undefined) expect(() => new Function(`return (${example.replaceAll('…', '0')})`)).not.toThrow();
    }
  }
});

test('credentials, replicas and the size of a database at once, by the paths that the program has', () => {
  const given = { database: 'shop', qos, credentials: 'root', replicas: 2, storage: { size: '20 GB' } };
  expect(issuesOf((chart) => new MySql(chart, 'db', given as never)).map(([prop]) => prop)).toEqual([
    'credentials',
    'storage.size',
    'replicas',
  ]);
});

test.each([
  ['0 25 * * *', 'use hour: 0-23'],
  ['60 3 * * *', 'use minute: 0-59'],
  ['0 3 32 * *', 'use day of month: 1-31'],
  ['0 3 * 13 *', 'use month: 1-12 or JAN-DEC'],
  ['0 3 * * 7', 'use day of week: 0-6 or SUN-SAT'],
  ['0 3 * *', 'use five fields: minute, hour, day of month, month, day of week'],
  ['every day', 'use five fields: minute, hour, day of month, month, day of week'],
])('schedule %s', (schedule, hint) => {
  expect(hintsOf((chart) => new CronJob(chart, 'j', { image, qos, schedule }))).toEqual([hint]);
});

test.each<[string, Qos, (readonly string[])[]]>([
  ['500M', Qos.guaranteed({ cpu: '500M', memory: '1Gi' }), [['qos.cpu', 'use "500m" for thousandths of a core']]],
  ['256m', Qos.guaranteed({ cpu: '500m', memory: '256m' }), [['qos.memory', 'use "256Mi"']]],
  [
    '256m in requests',
    Qos.burstable({ requests: { cpu: '500m', memory: '256m' } }),
    [['qos.requests.memory', 'use "256Mi"']],
  ],
  ['256M', Qos.guaranteed({ cpu: '500m', memory: '256M' }), []],
])('a suffix in the wrong case: %s', (_, given, expected) => {
  expect(issuesOf((chart) => new Worker(chart, 'w', { image, qos: given }))).toEqual(expected);
});
