import { App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as library from '../../src';
import { alternativesOf } from '../../src/props/alternatives';
import type { ParameterShape, Shape } from '../../src/props/shape';
import { callNames, callShape, definitionShape } from '../../src/props/shapes';

const { Credentials, Peer, Probes, Qos, Sensitive, Volumes, WebApp } = library;
const exported = library as unknown as Record<string, any>;
const newChart = () => new Chart(new App(), 'chart', { namespace: 'test' });

const container = { image: 'ghcr.io/acme/shop:1.4.2', qos: Qos.bestEffort() };
const web = { ...container, port: 8080, probes: Probes.none() };
const credentials = () => Credentials.fromSecret('auth', { rootPassword: 'a', username: 'b', password: 'c' });
const database = { database: 'blog', credentials: credentials(), storage: { size: '1Gi' }, qos: container.qos };
const mount = Volumes.emptyDir('data').at('/data');
const to = { name: 'shop', port: 80 };
const secret = Sensitive.text('hunter2');

/** What programs without type checks pass by mistake. */
const VALUES: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  () => 7,
  () => Number.NaN,
  () => -0.5,
  () => 'text',
  () => '',
  () => true,
  () => [],
  () => ['text', undefined],
  () => [null],
  () => ({}),
  () => ({ name: 'text', value: { port: 'x' } }),
  () => Object.create(null),
  () => new WebApp(newChart(), 'other', web),
  () => new kplus.ConfigMap(newChart(), 'config'),
  () => credentials(),
  () => Volumes.emptyDir('other'),
  () => () => 'text',
  () => class Text {},
  () => Symbol('text'),
  () => 7n,
  () => new Date(0),
  () => new Map([['a', 'b']]),
];

/** Valid props of what is created with props; everything else gets values by its types. */
const GOOD: Readonly<Record<string, () => object>> = {
  Adapter: () => ({ ...container, port: 9113 }),
  AdapterMetrics: () => ({
    of: new WebApp(newChart(), 'of', web),
    adapter: new library.Adapter('metrics', { ...container, port: 9113 }),
  }),
  Ambassador: () => ({ ...container, port: 6379, upstream: 'redis.example.com:6379' }),
  BasicAuthSecret: () => ({ username: 'a', password: secret }),
  ConfigMap: () => ({ from: [library.Content.literals({ a: 'b' })] }),
  CronJob: () => ({ ...container, schedule: '@daily' }),
  ExternalDatabase: () => ({ host: 'db.example.com', database: 'blog', credentials: credentials() }),
  ExternalService: () => ({ host: 'api.example.com' }),
  HttpRoute: () => ({ gateway: 'public', rules: [{ to }] }),
  Ingress: () => ({ rules: [{ path: '/', to }] }),
  InitContainer: () => container,
  Job: () => container,
  MariaDb: () => database,
  MetalLbPool: () => ({ addresses: ['192.0.2.0/24'] }),
  MetricsServer: () => ({}),
  MySql: () => database,
  NetworkPolicy: () => ({ ingress: [{ from: Peer.anyone() }] }),
  NodeAgent: () => container,
  Permissions: () => ({ to: { user: 'jane' }, role: 'view' }),
  PersistentVolumeClaim: () => ({ size: '1Gi' }),
  Pod: () => container,
  PodDefaults: () => ({ select: { a: 'b' }, env: { TZ: 'UTC' } }),
  PriorityClass: () => ({ value: 5 }),
  RegistrySecret: () => ({ username: 'a', password: secret }),
  Secret: () => ({ from: [library.Content.literals({ a: secret })] }),
  ServiceSet: () => ({ pods: new WebApp(newChart(), 'of', web), services: { web: {} } }),
  Sidecar: () => container,
  SingletonApp: () => web,
  SshAuthSecret: () => ({ privateKey: secret }),
  StatefulApp: () => ({ ...web, storage: [{ size: '1Gi', path: '/data' }] }),
  StaticPod: () => container,
  StaticVolume: () => ({ size: '1Gi', nfs: { server: 'nfs.example.com', path: '/a' } }),
  StorageClass: () => ({ provisioner: 'ebs.csi.aws.com' }),
  TenantNamespace: () => ({}),
  TlsSecret: () => ({ certificate: secret, privateKey: secret }),
  WebApp: () => ({ ...web, ingress: { host: 'a.example.com' }, networkPolicy: {} }),
  WordPress: () => ({
    database: new library.MySql(newChart(), 'db', database),
    storage: { size: '1Gi' },
    qos: container.qos,
  }),
  Worker: () => container,
};

/** Instances whose methods are called. */
const INSTANCES: Readonly<Record<string, (chart: Chart) => object>> = {
  Content: () => library.Content.literals({ a: 'b' }),
  Credentials: credentials,
  DatabaseBackup: (chart) =>
    new library.DatabaseBackup(chart, 'target', {
      of: new library.MySql(chart, 'db', database),
      engine: 'mysql',
      schedule: '@daily',
    }),
  Dns: () => library.Dns.nodeLocal(),
  ExternalDatabase: (chart) => new library.ExternalDatabase(chart, 'target', GOOD.ExternalDatabase!() as never),
  MixinApplicator: (chart) => library.Mixins.of(chart),
  NetworkPolicy: (chart) => new library.NetworkPolicy(chart, 'target', { ingress: [] }),
  Platform: (chart) => library.Platform.of(chart),
  PodMixin: () => new library.Sidecar('side', container),
  PodVolume: () => Volumes.emptyDir('target'),
  Rollout: () => library.Rollout.recreate(),
  Scaling: () => library.Scaling.fixed(2),
  SqlServer: (chart) => new library.MySql(chart, 'target', database),
  StatefulApp: (chart) => new library.StatefulApp(chart, 'target', web),
  WebApp: (chart) => new WebApp(chart, 'target', { ...web, networkPolicy: {} }),
  WordPress: (chart) => new library.WordPress(chart, 'target', GOOD.WordPress!() as never),
  Workload: (chart) => new library.Worker(chart, 'target', { ...container, networkPolicy: {} }),
};

/** Not called by programs: what constructs of the package call, and the plugin of cdk8s-cli. */
const INTERNAL =
  /^(CredentialReferences|ServerValidation|CheckedApp)|#(manifest|entries|check|bind|names|has|autoscalerManifest|applyTo|supports)$/;
const CALLS = callNames().filter((name) => !INTERNAL.test(name) && isCalled(name));

function isCalled(name: string): boolean {
  const [owner] = name.split(/[.#]/) as [string];
  return exported[owner] !== undefined && (!name.includes('#') || INSTANCES[owner] !== undefined);
}

function call(name: string, args: unknown[]): unknown {
  const [owner, method] = name.split(/[.#]/) as [string, string?];
  if (method === undefined) return new exported[owner](...args);
  if (!name.includes('#')) return exported[owner][method](...args);
  return (INSTANCES[owner]!(newChart()) as any)[method](...args);
}

/** A value of the type, down to some depth. */
function plausible(shape: Shape, depth = 3): unknown {
  const [kind] = alternativesOf(shape);
  if (kind === 'string' || kind === 'any') return 'text';
  if (kind === 'number') return 1;
  if (kind === 'boolean') return true;
  if (kind === 'function') return () => undefined;
  if (kind === 'object' || kind === undefined) return {};
  if ('literals' in kind) return kind.literals[0];
  if ('list' in kind) return depth === 0 ? [] : [plausible(kind.list, depth - 1)];
  if ('map' in kind) return depth === 0 ? {} : { text: plausible(kind.map, depth - 1) };
  return 'ref' in kind ? ofDefinition(kind.ref, depth) : {};
}

function ofDefinition(name: string, depth: number): unknown {
  if (name === 'Qos') return container.qos;
  if (name === 'PodVolume') return mount.volume;
  if (name === 'Mount') return mount;
  if (name === 'Peer') return Peer.anyone();
  if (name === 'Credentials') return credentials();
  if (name === 'Sensitive') return secret;
  const definition = definitionShape(name)!;
  if (!('props' in definition) || depth === 0) return {};
  const required = definition.required ?? [];
  return Object.fromEntries(required.map((prop) => [prop, plausible(definition.props[prop]!, depth - 1)]));
}

function goodArguments(name: string, chart: Chart): unknown[] {
  return callShape(name)!.map(({ name: parameter, shape }) => {
    if (parameter === 'scope') return chart;
    if (parameter === 'id' || parameter === 'name') return 'subject';
    return parameter === '' && GOOD[name] !== undefined ? GOOD[name]!() : plausible(shape);
  });
}

/** What a plain app says of a valid platform. */
const WITHOUT_DEFAULTS = 'a plain App renders its objects without platform defaults';

/** Errors of JavaScript, and of others, that a program gets in place of a PropsError. */
function rawErrorOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof library.PropsError) {
      // What was expected, and no stack of the package.
      const isOurs = /\/src\/|node_modules/.test(error.stack ?? '');
      return isOurs ? `stack: ${error.stack}` : undefined;
    }
    const { name, message, stack } = error as Error;
    if (message.includes(WITHOUT_DEFAULTS)) return undefined;
    return `${name}: ${message}${stack?.split('\n')[1] ?? ''}`;
  }
  return undefined;
}

/** Runs a call, and renders what it creates. */
function outcomeOf(name: string, args: unknown[], chart: Chart): string | undefined {
  return rawErrorOf(() => {
    call(name, args);
    Testing.synth(chart);
  });
}

function propsOf({ shape }: ParameterShape): readonly (readonly [prop: string, shape: Shape])[] {
  return alternativesOf(shape).flatMap((kind) => {
    const definition = typeof kind === 'object' && 'ref' in kind ? definitionShape(kind.ref)! : undefined;
    return definition !== undefined && 'props' in definition ? Object.entries(definition.props) : [];
  });
}

let turn = 0;
/** The next of all values, so that every kind of value meets many props. */
const nextValue = (): unknown => VALUES[turn++ % VALUES.length]!();

function label(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(label)}]`;
  return typeof value === 'object' && value !== null ? `a ${value.constructor?.name ?? 'null object'}` : String(value);
}

test('all calls of programs are tried', () => {
  const missing = callNames().filter((name) => !INTERNAL.test(name) && !CALLS.includes(name));
  expect(missing).toEqual([]);
});

/** Each call gets so many of the values, so that the test stays short; together they get all. */
const VALUES_OF_CALL = 8;

test.each(CALLS)('%s: arguments of any type', (name) => {
  const count = callShape(name)!.length;
  const raw = Array.from({ length: VALUES_OF_CALL }, () => {
    const [value, at] = [nextValue(), turn % (count + 1)];
    const chart = newChart();
    const args = goodArguments(name, chart).map((good, index) => (index === at || at === count ? value : good));
    const error = outcomeOf(name, args, chart);
    return error === undefined ? [] : [`argument ${at}, ${label(value)}: ${error}`];
  }).flat();
  expect(raw).toEqual([]);
});

/** Types whose props have been tried inside of another object. */
const tried = new Set<string>();

function isNew(shape: Shape): boolean {
  const key = JSON.stringify(shape);
  if (tried.has(key)) return false;
  tried.add(key);
  return true;
}

test.each(CALLS.filter((name) => callShape(name)!.some((parameter) => propsOf(parameter).length > 0)))(
  '%s: props of any type, and props of those',
  (name) => {
    const raw: string[] = [];
    const attempt = (parameter: number, prop: string, value: unknown) => {
      const chart = newChart();
      const args = goodArguments(name, chart);
      args[parameter] = { ...(args[parameter] as object), [prop]: value };
      const error = outcomeOf(name, args, chart);
      if (error !== undefined) raw.push(`${prop}, ${label(value)}: ${error}`);
    };
    callShape(name)!.forEach((parameter, index) => {
      for (const [prop, shape] of propsOf(parameter)) {
        attempt(index, prop, nextValue());
        for (const [nested] of isNew(shape) ? propsOf({ name: '', shape }) : []) {
          attempt(index, prop, { ...(plausible(shape) as object), [nested]: nextValue() });
        }
      }
    });
    expect(raw).toEqual([]);
  },
);
