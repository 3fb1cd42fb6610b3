import { ApiObject, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  Adapter,
  Ambassador,
  CheckedApp,
  CheckFailed,
  ConfigMap,
  Credentials,
  CronJob,
  Env,
  ExternalService,
  HttpRoute,
  Ingress,
  InitContainer,
  Job,
  MariaDb,
  MySql,
  NetworkPolicy,
  NodeAgent,
  overlay,
  Peer,
  Permissions,
  PersistentVolumeClaim,
  Platform,
  Pod,
  PodDefaults,
  PriorityClass,
  Probes,
  Qos,
  Rollout,
  Scaling,
  Secret,
  ServiceSet,
  Sidecar,
  SingletonApp,
  StatefulApp,
  StaticVolume,
  StorageClass,
  TenantNamespace,
  Volumes,
  WebApp,
  Worker,
} from '../../src';

const qos = Qos.guaranteed({ cpu: '500m', memory: '256Mi' });
const container = { image: 'ghcr.io/acme/shop:1.4.2', qos };
const web = { ...container, port: 8080, probes: Probes.http('/healthz') };
const auth = Credentials.fromSecret('auth', { rootPassword: 'a', username: 'b', password: 'c' });
const database = { database: 'blog', credentials: auth, storage: { size: '1Gi' }, qos };
// Programs without type checks pass anything.
const any = (value: unknown): never => value as never;
const raw = (scope: Construct, id: string, object: object) =>
  new ApiObject(scope, id, any({ apiVersion: 'v1', metadata: { name: id }, ...object }));

type Program = readonly [name: string, program: (chart: Chart) => void, reports: readonly [RegExp, RegExp, RegExp]];

/** A second set of programs with three mistakes each, written before it was tried; 58 of the 60 were reported at first (59 by a reader). */
const PROGRAMS: readonly Program[] = [
  [
    'an image, a label and a target',
    (chart) => {
      new WebApp(chart, 'a', { ...web, image: any({ repository: 'shop', tag: '1' }) });
      raw(chart, 'b', { kind: 'ConfigMap', metadata: { name: 'b', labels: { 'a b': 'c' } } });
      new Worker(chart, 'c', container).connectTo(any('redis'));
    },
    [/^image: .*nginx:1\.27\.3/, /"a b"/, /connectTo.*redis/],
  ],
  [
    'a schedule, a concurrency policy and a raw Job',
    (chart) => {
      new CronJob(chart, 'a', { ...container, schedule: '0 25 * * *' });
      new CronJob(chart, 'b', { ...container, schedule: '@daily', concurrencyPolicy: any('forbid') });
      raw(chart, 'c', { apiVersion: 'batch/v1', kind: 'Job', spec: { template: { spec: { containers: [] } } } });
    },
    [/^schedule: .*25/, /^concurrencyPolicy: .*"Forbid"/, /spec\.template\.spec\.containers: Required value/],
  ],
  [
    'a size, an access mode and a class',
    (chart) => {
      new PersistentVolumeClaim(chart, 'a', { size: '10GB' });
      new PersistentVolumeClaim(chart, 'b', { size: '1Gi', accessModes: any(['RWX']) });
      new StorageClass(chart, 'c', any({ provisioner: 'a.b', reclaimpolicy: 'Retain' }));
    },
    [/10G/, /ReadWriteMany/, /^reclaimpolicy: .*"reclaimPolicy"/],
  ],
  [
    'a host, a path type and a weight',
    (chart) => {
      const app = new WebApp(chart, 'a', web);
      new Ingress(chart, 'b', { className: 'nginx', rules: [{ host: 'Shop.Example.com', path: '/', to: app }] });
      new Ingress(chart, 'c', any({ rules: [{ host: 'a.b.de', path: '/', pathType: 'prefix', to: app }] }));
      new HttpRoute(chart, 'd', any({ gateway: 'g', rules: [{ to: [{ target: app, wieght: 1 }] }] }));
    },
    [/shop\.example\.com/, /pathType: .*"Prefix"/, /wieght: .*"weight"/],
  ],
  [
    'a Qos, a port and an env',
    (chart) => {
      new Worker(chart, 'a', { ...container, qos: any({ cpu: '1' }) });
      new WebApp(chart, 'b', { ...web, port: 80800 });
      new WebApp(chart, 'c', { ...web, env: { A: any({ b: 1 }) } });
    },
    [/^qos: .*Qos\.guaranteed/, /^port: .*65535/, /^env\.A: /],
  ],
  [
    'a sidecar, an adapter and an ambassador',
    (chart) => {
      const app = new WebApp(chart, 'a', web);
      app.with(new Sidecar('Side_Car', container));
      app.with(new Adapter('b', any({ ...container, metricsPort: 9100, port: 9100 })));
      app.with(new Ambassador('c', { ...container, port: 6379, upstream: 'redis.example.com' }));
    },
    [/^name: .*side-car/, /^metricsPort: .*"port"/, /^upstream: must contain a port/],
  ],
  [
    'a role, a subject and a rule',
    (chart) => {
      new Permissions(chart, 'a', any({ to: 'x', rules: [{ resources: ['pods'], verbs: 'get' }] }));
      new Permissions(chart, 'b', any({ rules: [{ resources: ['pods'], verbs: ['get'] }] }));
      const binding = { roleRef: { kind: 'Rol', name: 'a', apiGroup: 'rbac.authorization.k8s.io' } };
      raw(chart, 'c', { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding', ...binding });
    },
    [/verbs: .*\["get"\]/, /^to: is required/, /roleRef\.kind: .*"Rol"/],
  ],
  [
    'a quota, a level and a name',
    (chart) => {
      new TenantNamespace(chart, 'a', any({ quota: { 'requests.cpu': 'four' } }));
      new TenantNamespace(chart, 'b', any({ podSecurity: 'restrict' }));
      new TenantNamespace(chart, 'C', { name: 'Team_C' });
    },
    [/four/, /^podSecurity: .*"restricted"/, /team-c/],
  ],
  [
    'a database, a backup and a user',
    (chart) => {
      new MySql(chart, 'a', any({ ...database, storage: '10Gi' }));
      new MariaDb(chart, 'b', any({ ...database, backup: { schedule: '@daily', retention: 3, size: '1Gi' } }));
      new MySql(chart, 'c', any({ ...database, userId: '999' }));
    },
    [/^storage: .*size/, /backup\.retention: .*"?keep/, /^userId: .*999/],
  ],
  [
    'a probe, a hook and a strategy',
    (chart) => {
      new WebApp(chart, 'a', { ...web, probes: any({ httpGet: { path: '/' } }) });
      new WebApp(chart, 'b', { ...web, lifecycle: any({ preStop: { command: ['a'] } }) });
      new WebApp(chart, 'c', { ...web, rollout: any('Recreate') });
    },
    [/^probes\.httpGet: .*readiness: \{ http/, /preStop\.command: .*exec/, /^rollout: .*Rollout\.recreate/],
  ],
  [
    'a policy, a port and a peer',
    (chart) => {
      new NetworkPolicy(chart, 'a', any({ ingres: [] }));
      new NetworkPolicy(chart, 'b', {
        ingress: [{ from: Peer.anyone(), ports: [any({ port: 80, protocol: 'tcp' })] }],
      });
      new NetworkPolicy(chart, 'c', any({ egress: [{ to: '10.0.0.0/8' }] }));
    },
    [/^ingres: .*"ingress"/, /protocol: .*"TCP"/, /egress\[0\]\.to: .*Peer/],
  ],
  [
    'a volume, a mount and a claim',
    (chart) => {
      new Worker(chart, 'a', { ...container, mounts: [any(Volumes.emptyDir('tmp'))] });
      new Worker(chart, 'b', { ...container, mounts: [Volumes.emptyDir('tmp').at('data')] });
      new StaticVolume(chart, 'c', any({ size: '1Gi' }));
    },
    [/^mounts.*\.at\("\/path"\)/, /data/, /nfs|source|one of/],
  ],
  [
    'a number of replicas, an autoscaler and a budget',
    (chart) => {
      new WebApp(chart, 'a', { ...web, scaling: any(3) });
      new WebApp(chart, 'b', { ...web, scaling: Scaling.onCpu({ min: 5, max: 2, percent: 80 }) });
      new WebApp(chart, 'c', { ...web, disruptionBudget: any({ maxUnavailable: 1, minAvailable: 1 }) });
    },
    [/^scaling: .*Scaling\.fixed\(3\)/, /min.*max|max.*min/, /^disruptionBudget/],
  ],
  [
    'a ConfigMap, a Secret and an env from one',
    (chart) => {
      new ConfigMap(chart, 'a', any({ data: { a: 'b' } }));
      new Secret(chart, 'b', any({ from: { a: 'b' } }));
      new Worker(chart, 'c', { ...container, envFrom: any(['config']) });
    },
    [/^data: .*Content\.literals/, /^from: .*Content/, /^envFrom.*EnvFrom/],
  ],
  [
    'an init container, defaults and an overlay',
    (chart) => {
      const app = new Worker(chart, 'a', container);
      app.with(new InitContainer('Init', { image: 'a:1', command: ['a'] }));
      new PodDefaults(any({ select: { app: 'a' }, envs: { A: 'b' } }));
      overlay(any({ kind: 'Deployment', spec: { replica: 3 } }), any(undefined));
    },
    [/^name: .*init/, /^envs: .*"?env/, /^construct: .*new Overlay/],
  ],
  [
    'a platform, a priority and an external service',
    (chart) => {
      Platform.of(chart).set(any({ ingressClass: 'nginx' }));
      new PriorityClass(chart, 'b', any({ value: '1000' }));
      new ExternalService(chart, 'c', { host: 'https://api.example.com/v1' });
    },
    [/ingressClass: .*ingress/, /^value: .*1000/, /^host: .*api\.example\.com/],
  ],
  [
    'a Pod, an agent and a service set',
    (chart) => {
      new Pod(chart, 'a', any({ ...container, restartPolicy: 'never' }));
      new NodeAgent(chart, 'b', any({ ...container, replicas: 2 }));
      new ServiceSet(chart, 'c', any({ services: { web: { prot: 80 } } }));
    },
    [/^restartPolicy: .*"Never"/, /^replicas: /, /prot: .*"port"/],
  ],
  [
    'a singleton, a stateful app and a raw Deployment',
    (chart) => {
      new SingletonApp(chart, 'a', any({ ...web, scaling: Scaling.fixed(2) }));
      new StatefulApp(chart, 'b', any({ ...web, storage: [{ size: '1Gi' }] }));
      const spec = {
        selector: { matchLabels: { app: 'x' } },
        template: { metadata: { labels: { app: 'y' } }, spec: {} },
      };
      raw(chart, 'c', { apiVersion: 'apps/v1', kind: 'Deployment', spec });
    },
    [/^scaling: /, /storage\[0\]\.path: is required/, /selector.*does not match template/],
  ],
  [
    'a duration, a boolean and a name',
    (chart) => {
      new Job(chart, 'a', any({ ...container, ttlAfterFinished: 3600 }));
      new Job(chart, 'b', any({ ...container, suspend: 'true' }));
      new Worker(chart, 'c', { ...container, name: 'My Worker' });
    },
    [/^ttlAfterFinished: .*Duration\.seconds\(3600\)/, /^suspend: .*true/, /my-worker/],
  ],
  [
    'an Env, a Rollout and credentials',
    (chart) => {
      new Worker(chart, 'a', { ...container, env: { A: Env.secret('Bad_Name', 'k') } });
      new WebApp(chart, 'b', { ...web, rollout: Rollout.rolling(any({ maxSurge: '25' })) });
      new MySql(chart, 'c', any({ ...database, credentials: { password: 'x' } }));
    },
    [/bad-name/, /maxSurge: /, /^credentials: .*Credentials\.fromSecret/],
  ],
];

function reportsOf(program: Program[1]): { readonly text: string; readonly line: number | undefined }[] {
  const app = new CheckedApp();
  try {
    program(new Chart(app, 'shop', { namespace: 'shop' }));
    app.synthYaml();
  } catch (error) {
    if (!(error instanceof CheckFailed)) throw error;
    return error.findings.map(({ path, message, hint, line }) => ({
      text: `${path}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
      line,
    }));
  }
  return [];
}

test.each(PROGRAMS)('%s: all three, each with its line', (_, program, reports) => {
  const found = reportsOf(program);
  for (const report of reports) {
    const [first] = found.filter(({ text }) => report.test(text));
    expect(first ?? { missing: report, found }).toEqual({ text: expect.any(String), line: expect.any(Number) });
  }
});
