import { Chart } from 'cdk8s';
import {
  acknowledge,
  CheckedApp,
  ConfigMap,
  Content,
  Credentials,
  CronJob,
  Ingress,
  MySql,
  Peer,
  PersistentVolumeClaim,
  Platform,
  Probes,
  Qos,
  StatefulApp,
  TenantNamespace,
  Volumes,
  WebApp,
  Worker,
} from '../../src';
import { checkApp } from '../../src/app/check-app';

const qos = Qos.guaranteed({ cpu: '100m', memory: '128Mi' });
const container = { image: 'ghcr.io/acme/shop:1.0.0', qos };
const web = { ...container, port: 8080, probes: Probes.http('/') };
const credentials = Credentials.fromSecret('auth', { rootPassword: 'r', username: 'u', password: 'p' });
const storage = { size: '10Gi' };

/** Paths, messages and hints of what a program without type checks reports. */
function reported(program: (chart: Chart) => void): string[] {
  const app = new CheckedApp({ kubernetesVersion: '1.34' });
  program(new Chart(app, 'c', { namespace: 'ns' }));
  return checkApp(app, { kubernetesVersion: '1.34' }).findings.map(
    ({ rule, path, message, hint }) =>
      `${rule === 'invalid-props' ? path : rule}: ${message}${hint ? ` (${hint})` : ''}`,
  );
}

test.each<[string, (chart: Chart) => void, readonly string[]]>([
  [
    'amounts of a quota beside access',
    (chart) =>
      new TenantNamespace(chart, 'team', {
        quota: { pod: 10, 'request.cpu': '4' },
        access: { dev: { to: { groups: 'x' }, role: 'editor' } },
      } as never),
    [
      'quota.pod',
      'did you mean "pods"',
      'quota."request.cpu"',
      'did you mean "requests.cpu"',
      'access.dev.to.groups',
      'access.dev.role',
    ],
  ],
  [
    'the image of a database beside its name and its storage',
    (chart) =>
      new MySql(chart, 'db', { database: 'shop!', credentials, storage: '10Gi', qos, image: 'mysql:latest' } as never),
    ['storage: ', '{ size: "10Gi" }', 'database: ', 'image: '],
  ],
  [
    'a size beside what is no Scaling',
    (chart) =>
      new StatefulApp(chart, 'db', { ...web, storage: [{ size: '10GB', mountPath: '/data' }], scaling: 3 } as never),
    ['storage[0].mountPath', 'storage[0].size', 'try "10Gi"', 'use Scaling.fixed(3)'],
  ],
  [
    'a path of a mount of a volume that is invalid',
    (chart) =>
      new Worker(chart, 'w', {
        ...container,
        mounts: [Volumes.emptyDir('Data').at('data')],
        volumes: [Volumes.hostPath('h', '/var', { type: 'Dir' as never })],
      }),
    ['name: "Data"', 'did you mean "Directory"'],
  ],
  [
    'a schedule beside a policy, and the path of a backup',
    (chart) => {
      new CronJob(chart, 'job', { ...container, schedule: '@dayly', concurrencyPolicy: 'Forbidd' as never });
      new MySql(chart, 'db', { database: 'shop', credentials, storage, qos, backup: { schedule: 'daily', keep: 0 } });
    },
    ['schedule: "@dayly"', 'did you mean "@daily"', 'concurrencyPolicy', 'backup.schedule: ', 'backup.keep: '],
  ],
  [
    'a file beside another one',
    (chart) => new ConfigMap(chart, 'config', { from: [Content.file('nope.conf'), Content.file('none.conf')] }),
    ['nope.conf', 'none.conf'],
  ],
  [
    'hosts and paths of an Ingress to an invalid app',
    (chart) => {
      const app = new WebApp(chart, 'web', { ...web, port: 'x' } as never);
      new Ingress(chart, 'i', { rules: [{ host: 'A_b.example.com', path: 'api', to: app }] });
    },
    ['port: expected a number', 'rules[0].host', 'rules[0].path'],
  ],
  [
    'sizes in bytes',
    (chart) => new PersistentVolumeClaim(chart, 'data', { size: '10' }),
    ['size: "10" is 10 bytes', 'use "10Gi"'],
  ],
  [
    'units of memory for cores',
    (chart) => new Worker(chart, 'w', { ...container, qos: Qos.guaranteed({ cpu: '100Mi', memory: '1Gi' }) }),
    ['cpu: "100Mi"', 'use "100m"'],
  ],
  [
    'targets of connections',
    (chart) => {
      const none = new WebApp(chart, 'none', { ...web, service: { type: 'None' } });
      new Worker(chart, 'w', container).connectTo(none);
      none.connectTo(none);
    },
    ['connectTo: c/none has no Service', 'service: { type: "None" }', 'connectTo: is the workload itself'],
  ],
  [
    'unknown keys of a platform',
    (chart) => Platform.of(chart).set({ registy: 'x' } as never),
    ['registy: unknown prop', '"registry"'],
  ],
  [
    'acknowledgements of rules that do not exist',
    (chart) => acknowledge(chart, 'single-replca', 'because'),
    ['there is no such rule', 'did you mean "single-replica"'],
  ],
])('reports %s', (_, program, expected) => {
  const lines = reported(program).join('\n');
  expect(expected.filter((text) => !lines.includes(text)).map((text) => `${text} in\n${lines}`)).toEqual([]);
});

test('a peer that is none has no further error, and no hint that allows everybody', () => {
  const lines = reported((chart) => {
    new WebApp(chart, 'a', { ...web, networkPolicy: { egress: [{ to: 'db' }] } } as never);
    new WebApp(chart, 'b', { ...web, networkPolicy: { ingress: [{ from: [] }, { from: Peer.cidr('10.0.0.0') }] } });
  });
  expect(lines.map((line) => line.replace(/: .*/s, ''))).toEqual([
    'networkPolicy.egress[0].to',
    'networkPolicy.ingress[0].from',
    'networkPolicy.ingress[1].from.cidr',
  ]);
  expect(lines.join()).not.toContain('anyone');
});

test('a port that is invalid has no further error', () => {
  expect(reported((chart) => new WebApp(chart, 'a', { ...web, port: '8080' } as never))).toEqual([
    'port: expected a number, got a string (use 8080)',
  ]);
});
