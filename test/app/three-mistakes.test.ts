import { readFileSync } from 'node:fs';
import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import {
  Adapter,
  AdapterMetrics,
  Ambassador,
  addChecks,
  CheckedApp,
  CheckFailed,
  ConfigMap,
  Content,
  Credentials,
  CronJob,
  Env,
  ExternalService,
  HealthChecks,
  HttpRoute,
  InitContainer,
  InitContainers,
  Job,
  MySql,
  NetworkPolicy,
  NodeAgent,
  overlay,
  Peer,
  Permissions,
  Platform,
  Pod,
  PodDefaults,
  Probes,
  Qos,
  Restricted,
  Rollout,
  Scaling,
  Secret,
  Sidecar,
  Sidecars,
  SingletonApp,
  StatefulApp,
  StorageClass,
  TenantNamespace,
  Volumes,
  WordPress,
  Worker,
} from '../../src';

const qos = Qos.guaranteed({ cpu: '500m', memory: '256Mi' });
const container = { image: 'ghcr.io/acme/shop:1.4.2', qos };
const web = { ...container, port: 8080, probes: Probes.http('/healthz') };
const auth = Credentials.fromSecret('auth', { rootPassword: 'a', username: 'b', password: 'c' });
const database = { database: 'blog', credentials: auth, storage: { size: '1Gi' }, qos };
// Programs without type checks pass anything.
const any = (value: unknown): never => value as never;

/** What a team shares: constructs are created by a function of the program. */
function worker(scope: Construct, id: string, props: object): Worker {
  return new Worker(scope, id, any({ ...container, ...props })); // in worker
}

function raw(scope: Construct, id: string, object: object): ApiObject {
  return new ApiObject(scope, id, any({ apiVersion: 'v1', metadata: { name: id }, ...object })); // in raw
}

const deployment = (containers: object[]) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  spec: {
    selector: { matchLabels: { app: 'a' } },
    template: { metadata: { labels: { app: 'a' } }, spec: { containers } },
  },
});

/** A report, and the comment at the end of the line that it names. */
type Mistake = readonly [report: RegExp, comment: string];

/** Each has three mistakes in different constructs: one in a function, one in an object without types, one in a mixin or value. */
const PROGRAMS: [name: string, program: (chart: Chart) => void, mistakes: readonly [Mistake, Mistake, Mistake]][] = [
  [
    'replicas, a kind, a sidecar',
    (chart) => {
      worker(chart, 'a', { replicas: 5 });
      raw(chart, 'b', { kind: 'ConfigMapp' });
      new Worker(chart, 'c', container).with(
        new Sidecar('side', any({ ...container, volumeMounts: [] })), // 1c
      );
    },
    [
      [/^replicas: .*Scaling\.fixed\(5\)/, 'in worker'],
      [/no matches for kind "ConfigMapp"/, 'in raw'],
      [/^volumeMounts: .*use mounts/, '1c'],
    ],
  ],
  [
    'resources, a field, an init container',
    (chart) => {
      worker(chart, 'a', { resources: { limits: { cpu: 1 } } });
      raw(chart, 'b', { kind: 'Service', spec: { port: [] } });
      new Worker(chart, 'c', container).with(
        new InitContainer('migrate', any({ image: 'a:1', comand: ['x'] })), // 2c
      );
    },
    [
      [/^resources: .*Qos\.burstable/, 'in worker'],
      [/unknown field "spec\.port"/, 'in raw'],
      [/^comand: .*"command"/, '2c'],
    ],
  ],
  [
    'an image without a tag, a port, an ambassador',
    (chart) => {
      worker(chart, 'a', { image: 'shop' });
      raw(chart, 'b', { kind: 'Service', spec: { ports: [{ port: 70000 }] } });
      new Worker(chart, 'c', container).with(
        new Ambassador('redis', any({ ...container, port: 6379 })), // 3c
      );
    },
    [
      [/^image: "shop" has no tag/, 'in worker'],
      [/spec\.ports\[0\]\.port: Invalid value: 70000/, 'in raw'],
      [/^upstream: is required/, '3c'],
    ],
  ],
  [
    'environment, a name, an adapter',
    (chart) => {
      worker(chart, 'a', { envs: { A: 'b' } });
      raw(chart, 'b', { kind: 'ConfigMap', metadata: { name: 'B_b' } });
      new Worker(chart, 'c', container).with(
        new Adapter('metrics', any({ ...container, port: 70000 })), // 4c
      );
    },
    [
      [/^envs: .*env/, 'in worker'],
      [/metadata\.name: Invalid value: "B_b"/, 'in raw'],
      [/^port: must be an integer, between 1 and 65535, got 70000/, '4c'],
    ],
  ],
  [
    'a probe, a volume, defaults of pods',
    (chart) => {
      worker(chart, 'a', { livenessProbe: {} });
      raw(chart, 'b', deployment([{ name: 'a', image: 'a:1', volumeMounts: [{ name: 'x', mountPath: '/x' }] }]));
      chart.with(
        new PodDefaults(any({ selector: { a: 'b' }, env: { TZ: 'UTC' } })), // 5c
      );
    },
    [
      [/^livenessProbe: .*Probes\.of/, 'in worker'],
      [/volumeMounts\[0\]\.name: Not found: "x"/, 'in raw'],
      [/^selector: .*select/, '5c'],
    ],
  ],
  [
    'security, a quantity, restricted',
    (chart) => {
      worker(chart, 'a', { security: { runAsNonRoot: true } });
      raw(chart, 'b', deployment([{ name: 'a', image: 'a:1', resources: { limits: { memory: '1GB' } } }]));
      chart.with(
        new Restricted(any({ uid: 5 })), // 6c
      );
    },
    [
      [/^security\.runAsNonRoot: .*runAsRoot/, 'in worker'],
      [/limits\.memory: quantities must match/, 'in raw'],
      [/^uid: .*runAsUser: 5/, '6c'],
    ],
  ],
  [
    'a toleration, a selector, health checks',
    (chart) => {
      worker(chart, 'a', { tolerations: [{ key: 'a', effects: 'NoSchedule' }] });
      raw(chart, 'b', {
        ...deployment([{ name: 'a', image: 'a:1' }]),
        spec: {
          selector: { matchLabels: { app: 'x' } },
          template: { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'a', image: 'a:1' }] } },
        },
      });
      new Worker(chart, 'c', container).with(
        new HealthChecks(any({ livenessProbe: {} })), // 7c
      );
    },
    [
      [/^tolerations\[0\]\.effects: .*"effect"/, 'in worker'],
      [/spec\.template\.metadata\.labels: Invalid value/, 'in raw'],
      [/^probes\.livenessProbe: .*liveness|^livenessProbe: .*liveness/, '7c'],
    ],
  ],
  [
    'a mount, a schedule, a log shipper',
    (chart) => {
      worker(chart, 'a', { mounts: [Volumes.emptyDir('data')] });
      raw(chart, 'b', {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        spec: {
          schedule: '61 * * * *',
          jobTemplate: {
            spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:1' }] } } },
          },
        },
      });
      new Worker(chart, 'c', container).with(
        Sidecars.logShipper('ship', any({ qos, reads: '/var/log' })), // 8c
      );
    },
    [
      [/^mounts\[0\]: .*\.at\(/, 'in worker'],
      [/spec\.schedule: Invalid value: "61/, 'in raw'],
      [/^reads: expected/, '8c'],
    ],
  ],
  [
    'labels, a role, a wait',
    (chart) => {
      worker(chart, 'a', { labels: { version: 1 } });
      raw(chart, 'b', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', rules: [{ resources: ['pods'] }] });
      new Worker(chart, 'c', container).with(
        InitContainers.waitForTcp('wait', any({ hostname: 'db', port: 5432 })), // 9c
      );
    },
    [
      [/^labels\.version: expected a string, got a number/, 'in worker'],
      [/rules\[0\]\.verbs: Required value/, 'in raw'],
      [/^hostname: .*host/, '9c'],
    ],
  ],
  [
    'scaling, an Ingress, a Qos',
    (chart) => {
      worker(chart, 'a', { scaling: 3 });
      raw(chart, 'b', {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        spec: { rules: [{ host: 'A.b', http: { paths: [] } }] },
      });
      const gpu = Qos.guaranteed(any({ cpu: 1, memory: '1Gi', gpu: 1 })); // 10c
      new Worker(chart, 'c', { ...container, qos: gpu });
    },
    [
      [/^scaling: expected a Scaling.*Scaling\.fixed\(3\)/, 'in worker'],
      [/spec\.rules\[0\]\.host: Invalid value: "A\.b"/, 'in raw'],
      [/^gpu: .*nvidia\.com\/gpu/, '10c'],
    ],
  ],
  [
    'a site, a Secret, its database',
    (chart) => {
      const db = new MySql(chart, 'db', any({ ...database, rootPassword: 'a' })); // 11a
      new WordPress(chart, 'site', any({ database: db, storage: { size: '1Gi' }, qos, replicas: 2 })); // 11b
      raw(chart, 'c', { kind: 'Secret', stringdata: {} });
    },
    [
      [/^rootPassword: .*credentials/, '11a'],
      [/^replicas: .*Scaling\.fixed\(2\)/, '11b'],
      [/unknown field "stringdata"/, 'in raw'],
    ],
  ],
  [
    'a stateful app, a claim, a rollout',
    (chart) => {
      new StatefulApp(chart, 'a', any({ ...web, storage: [{ size: '1Gi', mountPath: '/data' }] })); // 12a
      raw(chart, 'b', { kind: 'PersistentVolumeClaim', spec: { accessModes: ['RWO'], resources: {} } });
      const rollout = Rollout.rolling(any({ maxsurge: 1 })); // 12c
      new Worker(chart, 'c', { ...container, rollout });
    },
    [
      [/^storage\[0\]\.mountPath: .*path/, '12a'],
      [/spec\.accessModes.*Unsupported value: "RWO"/, 'in raw'],
      [/^maxsurge: .*"maxSurge"/, '12c'],
    ],
  ],
  [
    'a route, a policy, a peer',
    (chart) => {
      new HttpRoute(chart, 'a', any({ gateway: 'public', rules: [{ path: '/', to: { name: 'a', port: 80 } }] })); // 13a
      const peer = Peer.cidr(any(10)); // 13b
      new NetworkPolicy(chart, 'b', { ingress: [{ from: peer }] });
      raw(chart, 'c', {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        spec: { podSelector: {}, policyType: [] },
      });
    },
    [
      [/^rules\[0\]\.path: .*"paths"/, '13a'],
      [/^range: expected a string, got a number/, '13b'],
      [/unknown field "spec\.policyType"/, 'in raw'],
    ],
  ],
  [
    'a job, a volume, an environment',
    (chart) => {
      new Job(chart, 'a', any({ ...container, ttlSecondsAfterFinished: 60 })); // 14a
      raw(chart, 'b', { kind: 'Pod', spec: { containers: [{ name: 'A', image: 'a:1' }] } });
      const password = Env.secret('auth', any(undefined)); // 14c
      worker(chart, 'c', { env: { PASSWORD: password } });
    },
    [
      [/^ttlSecondsAfterFinished: .*ttlAfterFinished/, '14a'],
      [/spec\.containers\[0\]\.name: Invalid value: "A"/, 'in raw'],
      [/^key: is required/, '14c'],
    ],
  ],
  [
    'permissions, a ClusterRole, a selector of an overlay',
    (chart) => {
      new Permissions(chart, 'a', any({ to: { user: 'jane' }, rules: [{ verb: ['get'], resources: ['pods'] }] })); // 15a
      raw(chart, 'b', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', rule: [] });
      overlay(worker(chart, 'c', {}), any({ kind: 'Service' })); // 15c
    },
    [
      [/^rules\[0\]\.verb: .*"verbs"/, '15a'],
      [/unknown field "rule"/, 'in raw'],
      [/^kind: must be "Deployment"/, '15c'],
    ],
  ],
  [
    'a namespace, a quota, a platform',
    (chart) => {
      new TenantNamespace(chart, 'a', any({ resourceQuota: {} })); // 16a
      raw(chart, 'b', { kind: 'ResourceQuota', spec: { hard: { pods: 'many' } } });
      Platform.of(chart).set(any({ ingres: {} })); // 16c
    },
    [
      [/^resourceQuota: .*quota/, '16a'],
      [/^spec\.hard\.pods: quantities must match/, 'in raw'],
      [/^(set\.)?ingres: .*"ingress"/, '16c'],
    ],
  ],
  [
    'configuration, an object of cdk8s-plus, content',
    (chart) => {
      new ConfigMap(chart, 'a', any({ data: { a: 'b' } })); // 17a
      new kplus.Deployment(chart, 'b', { metadata: { name: 'B_b' }, containers: [{ image: 'nginx:1.27' }] }); // 17b
      const content = Content.literals(any(['a=b'])); // 17c
      new Secret(chart, 'c', { from: [content] });
    },
    [
      [/^data: .*Content\.literals/, '17a'],
      [/metadata\.name: Invalid value: "B_b"/, '17b'],
      [/^values: expected an object, got an array/, '17c'],
    ],
  ],
  [
    'an agent, a class, scaling on CPU',
    (chart) => {
      new NodeAgent(chart, 'a', any({ ...container, updateStrategy: {} })); // 18a
      new StorageClass(chart, 'b', any({ provisioner: 'a.b/c', bindingMode: 'Immediate' })); // 18b
      const scaling = Scaling.onCpu(any({ min: 1, max: 2, percent: 80, maxReplicas: 5 })); // 18c
      worker(chart, 'c', { scaling });
    },
    [
      [/^updateStrategy: .*rollout/, '18a'],
      [/^bindingMode: .*"volumeBindingMode"/, '18b'],
      [/^maxReplicas: .*max: 5/, '18c'],
    ],
  ],
  [
    'a pod, an external service, a method',
    (chart) => {
      new Pod(chart, 'a', any({ ...container, restartpolicy: 'Never' })); // 19a
      new ExternalService(chart, 'b', any({ host: 'https://api.example.com/' })); // 19b
      const shop = worker(chart, 'c', {});
      shop.addMount(any('/data')); // 19c
    },
    [
      [/^restartpolicy: .*"restartPolicy"/, '19a'],
      [/^host: "https:\/\/api\.example\.com\/".*api\.example\.com/, '19b'],
      [/^addMount\.mount: expected .* got a string/, '19c'],
    ],
  ],
  [
    'a scheduled job, a singleton, metrics of an adapter',
    (chart) => {
      new CronJob(chart, 'a', any({ ...container, schedule: '@daily', timezone: 'Mars/Base' })); // 20a
      const app = new SingletonApp(chart, 'b', any({ ...web, strategy: 'Recreate', port: 8080 })); // 20b
      const exporter = new Adapter('exporter', { ...container, port: 9113 });
      app.with(exporter);
      new AdapterMetrics(chart, 'c', any({ of: app, adapter: exporter, servicemonitor: true })); // 20c
    },
    [
      [/^timezone: .*"timeZone"/, '20a'],
      [/^strategy: .*rollout/, '20b'],
      [/^servicemonitor: .*"serviceMonitor"/, '20c'],
    ],
  ],
];

const LINES = readFileSync(__filename, 'utf8').split('\n');

/** The line that ends with this comment. */
function lineWith(comment: string): number {
  return LINES.findIndex((line) => line.endsWith(`// ${comment}`)) + 1;
}

function findingsOf(app: App): CheckFailed['findings'] {
  try {
    app.synthYaml();
  } catch (error) {
    if (error instanceof CheckFailed) return error.findings;
    throw error;
  }
  return [];
}

test('there are 20 programs', () => {
  expect(PROGRAMS).toHaveLength(20);
});

describe.each([
  ['CheckedApp', () => new CheckedApp()],
  ['addChecks', () => addChecks(new App())],
] as const)('%s', (_, newApp) => {
  test.each(PROGRAMS)('%s: all three at their lines', (__, program, mistakes) => {
    const app = newApp();
    program(new Chart(app, 'shop', { namespace: 'shop' }));
    const findings = findingsOf(app).map(({ path, message, hint, line }) => ({
      text: `${path}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
      line,
    }));
    for (const [report, comment] of mistakes) {
      const found = findings.find(({ text }) => report.test(text));
      expect(found ?? { report, of: findings }).toEqual({
        text: expect.stringMatching(report),
        line: lineWith(comment),
      });
    }
  });
});
