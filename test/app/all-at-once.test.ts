import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  Ambassador,
  acknowledge,
  addChecks,
  CheckedApp,
  CheckFailed,
  ConfigMap,
  Content,
  Credentials,
  CronJob,
  Env,
  HttpRoute,
  Ingress,
  InitContainer,
  Job,
  MySql,
  NetworkPolicy,
  NodeAgent,
  overlay,
  Peer,
  Permissions,
  PersistentVolumeClaim,
  Probes,
  PropsError,
  Qos,
  Scaling,
  Sidecar,
  StatefulApp,
  Volumes,
  WebApp,
  WordPress,
  Worker,
} from '../../src';

const qos = Qos.guaranteed({ cpu: '500m', memory: '256Mi' });
const container = { image: 'ghcr.io/acme/shop:1.4.2', qos };
const web = { ...container, port: 8080, probes: Probes.http('/healthz') };
const database = {
  database: 'blog',
  credentials: Credentials.fromSecret('auth', { rootPassword: 'a', username: 'b', password: 'c' }),
  storage: { size: '1Gi' },
  qos,
};
// Programs without type checks pass anything.
const any = (value: unknown): never => value as never;

/** `path: message (hint)` of every finding. */
function findingsOf(app: App): string[] {
  try {
    app.synth();
  } catch (error) {
    expect(error).toBeInstanceOf(CheckFailed);
    return (error as CheckFailed).findings.map(
      ({ path, message, hint }) => `${path}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
    );
  }
  return [];
}

/** Three mistakes each, most in different statements; what is expected was written before it was run. */
const PROGRAMS: [name: string, program: (chart: Chart) => void, expected: RegExp[]][] = [
  [
    'two constructs and a raw object',
    (chart) => {
      new WebApp(chart, 'a', any({ ...web, replicas: 5 }));
      new Worker(chart, 'b', any({ ...container, port: 'http' }));
      new ApiObject(chart, 'c', { apiVersion: 'v1', kind: 'ConfigMapp', metadata: { name: 'c' } });
    },
    [/^replicas: .*Scaling\.fixed\(5\)/, /^port: expected a number/, /no matches for kind "ConfigMapp"/],
  ],
  [
    'three props of one construct',
    (chart) => {
      new WebApp(chart, 'a', any({ ...web, scaling: 3, service: { port: 99999 }, ingress: { host: 'A.b' } }));
    },
    [/^scaling: expected a Scaling/, /^service\..*99999/, /^ingress\.host: "A\.b"/],
  ],
  [
    'a factory, the construct that gets its value, and another one',
    (chart) => {
      const gpu = Qos.guaranteed(any({ cpu: 1, memory: '1Gi', 'nvidia.com/gpu': 1 }));
      new WebApp(chart, 'a', any({ ...web, qos: gpu, imagee: 'a:1' }));
      new ConfigMap(chart, 'b', any({ data: {} }));
    },
    [/^"nvidia\.com\/gpu": unknown prop \(use extended/, /^imagee: unknown prop/, /^data: unknown prop \(use from/],
  ],
  [
    'a mixin, its target and a bystander',
    (chart) => {
      new Worker(chart, 'a', container).with(new Sidecar('side', any({ ...container, volumeMounts: [] })));
      new Worker(chart, 'b', any({ ...container, envs: {} }));
      new PersistentVolumeClaim(chart, 'c', any({ size: '10GB', className: 'fast' }));
    },
    [/^volumeMounts: unknown prop/, /^envs: unknown prop/, /^className: unknown prop/],
  ],
  [
    'methods of constructs',
    (chart) => {
      const shop = new WebApp(chart, 'a', web);
      shop.connectTo(any(undefined));
      shop.addMount(any('/data'));
      shop.addEnv('A=B', 'c');
    },
    [/^connectTo\.target: is required/, /^addMount\.mount: expected .* got a string/, /^env: "A=B"/],
  ],
  [
    'an invalid construct, and two mistakes of what depends on it',
    (chart) => {
      const shop = new WebApp(chart, 'a', any({ ...web, probes: 'tcp' }));
      new Ingress(chart, 'b', any({ className: 'Bad', rules: [{ path: 'x', to: shop }] }));
    },
    [/^probes: expected/, /^className: "Bad"/, /must start with "\/", got "x"/],
  ],
  [
    'options of the app, a construct and a raw object',
    (chart) => {
      new NodeAgent(chart, 'a', any({ ...container, nodeSelectors: {} }));
      new ApiObject(
        chart,
        'b',
        any({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'b' }, spec: { port: [] } }),
      );
      overlay(new Worker(chart, 'c', container), any({ kind: 'Service' }));
    },
    [/^nodeSelectors: .*"nodeSelector"/, /unknown field "spec\.port"/, /^kind: must be "Deployment"/],
  ],
  [
    'a database, its site and its backup',
    (chart) => {
      const db = new MySql(chart, 'db', any({ ...database, backup: { cron: '0 3 * * *' } }));
      new WordPress(chart, 'site', any({ database: db, storage: { size: '1Gi' }, qos: 5 }));
    },
    [/^backup\.cron: unknown prop \(use schedule/, /^backup\.schedule: is required/, /^qos: expected a Qos/],
  ],
  [
    'jobs',
    (chart) => {
      new Job(chart, 'a', any({ ...container, retries: 3 }));
      new CronJob(chart, 'b', any({ ...container, cron: '@daily' }));
    },
    [/^retries: .*backoffLimit: 3/, /^cron: unknown prop/, /^schedule: is required/],
  ],
  [
    'a stateful app',
    (chart) => {
      new StatefulApp(
        chart,
        'a',
        any({ ...web, replicas: 3, storage: [{ size: 'big', path: '/data' }], parallel: 'yes' }),
      );
    },
    [
      /^replicas: unknown prop \(use scaling: Scaling\.fixed\(3\)/,
      /^storage\[0\]\.size: must be a quantity/,
      /^parallel: expected a boolean/,
    ],
  ],
  [
    'volumes',
    (chart) => {
      new Worker(chart, 'a', { ...container, mounts: [Volumes.emptyDir('Data').at('/data')] });
      new Worker(chart, 'b', any({ ...container, mounts: [Volumes.emptyDir('data')] }));
      new Worker(chart, 'c', any({ ...container, volumes: ['data'] }));
    },
    [
      /"Data": a lowercase RFC 1123 label/,
      /^mounts\[0\]: .*\.at\(/,
      /^volumes\[0\]: expected a PodVolume, got a string/,
    ],
  ],
  [
    'a route, a policy and permissions',
    (chart) => {
      new HttpRoute(chart, 'a', any({ gateway: 'public', rules: [{ path: '/', to: { name: 'a', port: 80 } }] }));
      new NetworkPolicy(chart, 'b', any({ ingress: [{ peers: [Peer.anyone()] }] }));
      new Permissions(chart, 'c', any({ to: { user: 'jane' }, rules: [{ verb: ['get'], resources: ['pods'] }] }));
    },
    [/^rules\[0\]\.path: .*"paths"/, /^ingress\[0\]\.peers: unknown prop/, /^rules\[0\]\.verb: .*"verbs"/],
  ],
  [
    'a cdk8s-plus construct beside two patterns',
    (chart) => {
      new Worker(chart, 'a', any({ ...container, cmd: ['run'] }));
      new kplus.Deployment(chart, 'b', { metadata: { name: 'B_b' }, containers: [{ image: 'nginx:1.27' }] });
      new Job(chart, 'c', any({ image: 'a:1' }));
    },
    [/^cmd: unknown prop \(use command/, /B_b/, /^qos: is required/],
  ],
  [
    'a cdk8s-plus construct that uses an invalid pattern',
    (chart) => {
      const shop = new WebApp(chart, 'a', any({ ...web, port: [8080] }));
      new kplus.Ingress(chart, 'b', {
        rules: [{ backend: kplus.IngressBackend.fromService(shop.service!), host: 'a.b' }],
      });
      shop.deployment.scheduling.tolerate(any({}));
      new Worker(chart, 'c', any({ ...container, sidecar: 1 }));
      new Worker(chart, 'd', any({ ...container, image: 'shop' }));
    },
    [/^port: expected a number, got an array/, /^sidecar: unknown prop/, /^image: "shop" has no tag/],
  ],
  [
    'init containers',
    (chart) => {
      const shop = new WebApp(chart, 'a', web);
      shop.with(new InitContainer('migrate', any({ image: 'a:1', comand: ['x'] })));
      shop.with(new InitContainer('wait', any({ image: 5 })));
      shop.with(new Ambassador('redis', any({ ...container, port: 6379 })));
    },
    [/^comand: .*"command"/, /^image: expected a string or an Image, got a number/, /^upstream: is required/],
  ],
  [
    'environment',
    (chart) => {
      new Worker(chart, 'a', any({ ...container, env: { A: { name: 'x' } } }));
      new Worker(chart, 'b', any({ ...container, env: { B: Env.secret('auth', any(undefined)) } }));
      new Worker(chart, 'c', any({ ...container, envFrom: ['auth'] }));
    },
    [/^env\.A: expected/, /^key: is required/, /^envFrom\[0\]: expected an EnvFrom, got a string/],
  ],
  [
    'acknowledgements, mixins for all, and a construct',
    (chart) => {
      acknowledge(chart, 'image-tag', '');
      chart.with(new Sidecar('a', any({ image: 'a:1' })));
      new ConfigMap(chart, 'b', any({ from: Content.literals({ a: 'b' }) }));
    },
    [/^reason: must say why/, /^qos: is required/, /^from: expected an array of Content, got a Content/],
  ],
  [
    'scaling',
    (chart) => {
      new WebApp(chart, 'a', { ...web, scaling: Scaling.onCpu(any({ min: 2, maxReplicas: 5, percent: 80 })) });
      new WebApp(chart, 'b', { ...web, scaling: Scaling.onCpu({ min: 5, max: 2, percent: 80 }) });
    },
    [/^maxReplicas: unknown prop \(use max: 5/, /^max: is required/, /^scaling\.max: must not be less than min/],
  ],
  [
    'a subclass of the user',
    (chart) => {
      class Shop extends WebApp {
        public constructor(scope: Chart, id: string) {
          super(scope, id, any({ ...web, replicas: 2 }));
          new ConfigMap(this, 'config', any({ literals: {} }));
          this.connectTo(any(5));
        }
      }
      new Shop(chart, 'a');
      new Worker(chart, 'b', any({ ...container, port: -1 }));
    },
    [/^replicas: unknown prop/, /^literals: unknown prop/, /^port: must be an integer/],
  ],
  [
    'constructs with the same wrong value',
    (chart) => {
      const shared = any({ ...web, port: '80' });
      for (const id of ['a', 'b', 'c']) new WebApp(chart, id, shared);
    },
    [/^port: expected a number/, /^port: expected a number/, /^port: expected a number/],
  ],
];

describe.each(PROGRAMS)('%s', (_, program, expected) => {
  test('every mistake is reported, and nothing else', () => {
    const app = new CheckedApp();
    program(new Chart(app, 'shop', { namespace: 'shop' }));
    const found = findingsOf(app);
    const left = [...found];
    for (const pattern of expected) {
      const index = left.findIndex((line) => pattern.test(line));
      expect({ pattern, found: index >= 0 ? left[index] : found }).toEqual({
        pattern,
        found: expect.stringMatching(pattern),
      });
      left.splice(index, 1);
    }
  });
});

test('what depends on an invalid construct is not reported again', () => {
  const app = new CheckedApp();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const shop = new WebApp(chart, 'shop', any({ ...web, replicas: 3 }));
  new Ingress(chart, 'routes', { rules: [{ path: '/', to: shop }] });
  new Worker(chart, 'mailer', container).connectTo(shop, { waitFor: true });
  new Permissions(chart, 'reader', { to: shop, rules: [{ resources: ['pods'], verbs: ['get'] }] });
  shop.connectTo(new MySql(chart, 'db', database)).with(new Sidecar('side', container));
  chart.with(new Sidecar('only-for-shop', container));
  new ApiObject(chart, 'service', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'other' },
    spec: { defaultBackend: { service: { name: 'shop', port: { number: 80 } } } },
  });
  expect(findingsOf(app)).toEqual(['replicas: unknown prop (use scaling: Scaling.fixed(3))']);
});

test('the finding names the line that created the construct, and the construct', () => {
  const app = new CheckedApp();
  new WebApp(new Chart(app, 'shop'), 'web', any({ ...web, replicas: 3 }));
  let findings: CheckFailed['findings'] = [];
  try {
    app.synthYaml();
  } catch (error) {
    findings = (error as CheckFailed).findings;
  }
  expect(findings).toMatchObject([
    { rule: 'invalid-props', category: 'app', kind: 'WebApp', constructPath: 'shop/web', path: 'replicas' },
  ]);
  expect(findings[0]?.file).toBe(__filename);
});

test('addChecks collects too', () => {
  const app = addChecks(new App());
  const chart = new Chart(app, 'shop');
  new WebApp(chart, 'a', any({ ...web, replicas: 3 }));
  new WebApp(chart, 'b', any({ ...web, port: 0 }));
  expect(findingsOf(app)).toEqual([
    'replicas: unknown prop (use scaling: Scaling.fixed(3))',
    expect.stringMatching(/^port: must be an integer/),
  ]);
});

test('a plain app throws at the construct, and leaves no rest of it', () => {
  const chart = new Chart(new App(), 'shop');
  expect(() => new WebApp(chart, 'a', any({ ...web, replicas: 3 }))).toThrow(PropsError);
  expect(() => new WebApp(chart, 'a', web)).not.toThrow();
});

test('a chart of a checked app cannot be rendered without its invalid constructs', () => {
  const chart = new Chart(new CheckedApp(), 'shop');
  new WebApp(chart, 'a', any({ ...web, replicas: 3 }));
  expect(() => chart.toJson()).toThrow(/replicas: unknown prop/);
});

test('options of the app are reported with the rest', () => {
  const app = new CheckedApp(any({ crd: 'imports', podSecurity: 'strict' }));
  new WebApp(new Chart(app, 'shop'), 'a', any({ ...web, replicas: 3 }));
  expect(findingsOf(app)).toEqual([
    'crd: unknown option (did you mean "crds"?)',
    expect.stringMatching(/^podSecurity: expected .* received "strict"/),
    'replicas: unknown prop (use scaling: Scaling.fixed(3))',
  ]);
});
