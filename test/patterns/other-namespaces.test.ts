import { App, Chart } from 'cdk8s';
import {
  ConfigMap,
  Content,
  Env,
  EnvFrom,
  HttpRoute,
  Ingress,
  PersistentVolumeClaim,
  Probes,
  PropsError,
  Qos,
  Secret,
  Sensitive,
  SingletonApp,
  StatefulApp,
  Volumes,
  WebApp,
  Worker,
} from '../../src';
import { Manifest } from '../../src/testing';

const qos = Qos.guaranteed({ cpu: '500m', memory: '256Mi' });
const container = { image: 'ghcr.io/acme/shop:1.4.2', qos };
const web = { ...container, port: 8080, probes: Probes.http('/healthz') };

function charts(): { readonly a: Chart; readonly b: Chart } {
  const app = new App();
  return { a: new Chart(app, 'a', { namespace: 'a' }), b: new Chart(app, 'b', { namespace: 'b' }) };
}

function issuesOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    expect(error).toBeInstanceOf(PropsError);
    return (error as PropsError).message;
  }
  return '';
}

/** A pod, an Ingress and a route refer by name, within their namespace. */
test.each<[string, (a: Chart, b: Chart) => unknown, used: string]>([
  ['Ingress', (a, b) => new Ingress(a, 'r', { rules: [{ path: '/', to: new WebApp(b, 'used', web) }] }), 'b/used'],
  [
    'HttpRoute',
    (a, b) => new HttpRoute(a, 'r', { gateway: 'g', rules: [{ to: new WebApp(b, 'used', web) }] }),
    'b/used',
  ],
  [
    'Env.secret',
    (a, b) => {
      const secret = new Secret(b, 'used', { from: [Content.literals({ k: 'v' })] });
      return new Worker(a, 'w', { ...container, env: { A: Env.secret(secret, 'k') } });
    },
    'b/used',
  ],
  [
    'EnvFrom.configMap, added later',
    (a, b) => {
      const config = new ConfigMap(b, 'used', { from: [Content.literals({ k: 'v' })] });
      return new Worker(a, 'w', container).addEnvFrom(EnvFrom.configMap(config));
    },
    'b/used',
  ],
  [
    'a claim',
    (a, b) => {
      const { claim } = new PersistentVolumeClaim(b, 'used', { size: '1Gi' }) as unknown as { claim: never };
      return new Worker(a, 'w', { ...container, mounts: [Volumes.claim(claim).at('/data')] });
    },
    'b/used',
  ],
  [
    'a service account',
    (a, b) => new Worker(a, 'w', { ...container, serviceAccount: new Worker(b, 'used', container).serviceAccount }),
    'b/used',
  ],
])('%s of another namespace is refused, and both constructs are named', (_, make, used) => {
  const { a, b } = charts();
  const message = issuesOf(() => make(a, b));
  expect(message).toContain(used);
  expect(message).toContain('is in namespace "b"');
  expect(message).toMatch(/a\/[rw] in namespace "a" cannot refer to it/);
});

test('names, and objects of the same namespace, are taken', () => {
  const { a } = charts();
  const secret = new Secret(a, 'own', { from: [Content.literals({ k: 'v' })] });
  new Worker(a, 'w', { ...container, env: { A: Env.secret(secret, 'k'), B: Env.secret('other', 'k') } });
  new Ingress(a, 'r', { rules: [{ path: '/', to: new WebApp(a, 'shop', web) }] });
});

test('a ConfigMap does not take a Sensitive', () => {
  const { a } = charts();
  for (const content of [
    Content.literal('password', Sensitive.text('hunter2')),
    Content.literals({ password: Sensitive.text('hunter2') }),
  ]) {
    const message = issuesOf(() => new ConfigMap(a, 'c', { from: [content] }));
    expect(message).toBe(
      'a/c: from: the value of "password" is Sensitive, and a ConfigMap has it in clear (use a Secret)',
    );
  }
});

/** The port of Redis is registered as 6379; 7000 is nobody's. */
test.each<[string, (chart: Chart) => StatefulApp | SingletonApp, Record<string, string>]>([
  [
    'SingletonApp by its port',
    (chart) => new SingletonApp(chart, 'redis', { image: 'acme/cache:7', port: 6379, qos, probes: Probes.tcp() }),
    { REDIS_URL: 'redis://redis.a:80', REDIS_HOST: 'redis.a', REDIS_PORT: '80' },
  ],
  [
    'StatefulApp by its image',
    (chart) =>
      new StatefulApp(chart, 'redis', {
        image: 'redis:7.4',
        ports: [{ name: 'main', port: 7000 }],
        qos,
        probes: Probes.tcp(),
      }),
    { REDIS_URL: 'redis://redis.a:7000', REDIS_HOST: 'redis.a', REDIS_PORT: '7000' },
  ],
  [
    'appProtocol',
    (chart) =>
      new StatefulApp(chart, 'bus', {
        ...container,
        probes: Probes.tcp(),
        ports: [{ name: 'main', port: 7000 }],
        service: { ports: [{ name: 'main', appProtocol: 'amqp' }] },
      }),
    { BUS_URL: 'amqp://bus.a:7000', BUS_HOST: 'bus.a', BUS_PORT: '7000' },
  ],
  [
    'an unknown protocol',
    (chart) =>
      new StatefulApp(chart, 'game', {
        ...container,
        probes: Probes.none(),
        ports: [{ name: 'udp-game', port: 7000 }],
      }),
    { GAME_HOST: 'game.a', GAME_PORT: '7000' },
  ],
])('connectTo: %s', (_, make, variables) => {
  const { a, b } = charts();
  const server = make(a);
  new Worker(a, 'w', container).connectTo(server);
  new Worker(b, 'w', container).connectTo(server);
  expect(environmentOf(b)).toEqual(variables);
  // Clients of the same namespace use the name alone.
  const inOwnNamespace = Object.entries(variables).map(([name, value]) => [name, value.replace('.a', '')]);
  expect(environmentOf(a)).toEqual(Object.fromEntries(inOwnNamespace));
});

function environmentOf(chart: Chart): Record<string, string> {
  const [deployment] = Manifest.fromChart(chart).find('Deployment', { metadata: { name: 'w' } } as never);
  const env = deployment?.spec?.template.spec?.containers?.[0]?.env ?? [];
  return Object.fromEntries(env.map(({ name, value }: any) => [name, value]));
}

test('connectTo a workload without a Service is refused', () => {
  const { a } = charts();
  const silent = new WebApp(a, 'silent', { ...web, service: { type: 'None' } });
  expect(issuesOf(() => new Worker(a, 'w', container).connectTo(silent))).toContain(
    'a/w: connectTo: a/silent has no Service to connect to',
  );
});
