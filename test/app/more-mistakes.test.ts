import { ApiObject, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  Ambassador,
  AmbassadorEgress,
  CheckedApp,
  CheckFailed,
  ConfigMap,
  Content,
  Credentials,
  CronJob,
  DatabaseBackup,
  Env,
  EnvFrom,
  ExternalDatabase,
  ExternalService,
  external,
  HttpRoute,
  Ingress,
  Job,
  MariaDb,
  MetalLbPool,
  Metric,
  MetricsServer,
  MySql,
  NetworkPolicy,
  NodeAgent,
  overlay,
  Peer,
  Permissions,
  PersistentVolumeClaim,
  Platform,
  Pod,
  PriorityClass,
  Probes,
  Projection,
  Qos,
  RegistrySecret,
  Rollout,
  Scaling,
  Secret,
  Sensitive,
  ServiceSet,
  Sidecar,
  SingletonApp,
  SshAuthSecret,
  StatefulApp,
  StaticPod,
  StaticVolume,
  StorageClass,
  TenantNamespace,
  TlsSecret,
  Volumes,
  WebApp,
  WordPress,
  Worker,
} from '../../src';

const qos = Qos.guaranteed({ cpu: '500m', memory: '256Mi' });
const container = { image: 'ghcr.io/acme/shop:1.4.2', qos };
const web = { ...container, port: 8080, probes: Probes.http('/healthz') };
const auth = Credentials.fromSecret('auth', { rootPassword: 'a', username: 'b', password: 'c' });
const database = { database: 'blog', credentials: auth, storage: { size: '1Gi' }, qos };
const to = { name: 'shop', port: 80 };
// Programs without type checks pass anything.
const any = (value: unknown): never => value as never;

type Mistakes = readonly [RegExp, RegExp, RegExp];

/**
 * A second set of programs with three mistakes each, written before any of them was tried: other constructs, values and methods than the
 * first. At first all 60 were reported, 3 of them with another path or suggestion than here.
 */
const PROGRAMS: readonly (readonly [name: string, program: (chart: Chart) => void, mistakes: Mistakes])[] = [
  [
    'three bad props of one construct, on different levels',
    (chart) => {
      new WebApp(
        chart,
        'a',
        any({ ...web, scaling: 3, service: { typ: 'NodePort' }, ingress: { host: 'https://a.example.com' } }),
      );
    },
    [/^scaling: expected a Scaling/, /^service\.typ: .*"type"/, /^ingress\.host: .*a\.example\.com/],
  ],
  [
    'two constructs and a value that a third one uses',
    (chart) => {
      new PersistentVolumeClaim(chart, 'a', any({ size: '10GB', accessMode: 'ReadWriteOnce' }));
      new HttpRoute(chart, 'b', { gateway: 'public', rules: [any({ to, host: 'a.example.com' })] });
    },
    [/^size: .*10GB/, /^accessMode: .*accessModes/, /^rules\[0\]\.host: /],
  ],
  [
    'a placeholder that others use hides nothing',
    (chart) => {
      const db = new MySql(chart, 'a', any({ ...database, storage: '10Gi' }));
      const shop = new WebApp(chart, 'b', any({ ...web, replicas: 2 }));
      shop.connectTo(db);
      new WordPress(chart, 'c', any({ database: db, storage: { size: '1Gi' }, qos, tablePrefx: 'x_' }));
    },
    [/^storage: expected/, /^replicas: .*Scaling\.fixed\(2\)/, /^tablePrefx: .*"tablePrefix"/],
  ],
  [
    'methods of one workload',
    (chart) => {
      const shop = new Worker(chart, 'a', container);
      shop.addEnv('A', any({ b: 'c' }));
      shop.addPort(any({ name: 'Bad_Name', port: 80 }));
      shop.allowIngress(any({ from: 'ingress-nginx' }));
    },
    [/^addEnv\.value: expected/, /"Bad_Name"/, /^allowIngress\.rule\.from: expected/],
  ],
  [
    'secrets of three types',
    (chart) => {
      new TlsSecret(chart, 'a', any({ certificate: Sensitive.text('x'), key: Sensitive.text('y') }));
      new RegistrySecret(chart, 'b', any({ username: 'a', password: 'hunter2' }));
      new SshAuthSecret(chart, 'c', any({}));
    },
    [/^key: .*privateKey/, /^password: expected a Sensitive/, /^privateKey: is required/],
  ],
  [
    'cluster-wide objects',
    (chart) => {
      new PriorityClass(chart, 'a', any({ value: '1000' }));
      new StorageClass(chart, 'b', any({ provisioner: 'csi.example.com', reclaimpolicy: 'Retain' }));
      new StaticVolume(chart, 'c', any({ size: '1Gi', nfs: { server: 'a' } }));
    },
    [/^value: expected a number/, /^reclaimpolicy: .*"reclaimPolicy"/, /^nfs\.path: is required/],
  ],
  [
    'values: quality of service, probes, a rollout',
    (chart) => {
      const first = Qos.burstable(any({ request: { cpu: '1' } }));
      const second = Probes.http('healthz');
      const third = Rollout.rolling(any({ maxSurge: 'half' }));
      new WebApp(chart, 'a', { ...web, qos: first, probes: second, rollout: third });
    },
    [/^request: .*"requests"/, /path.*must (begin|start) with "\/"/, /maxSurge: .*percentage/],
  ],
  [
    'scaling: a metric, bounds, a container',
    (chart) => {
      new Worker(chart, 'a', { ...container, scaling: Scaling.onCpu({ min: 5, max: 2, percent: 80 }) });
      new Worker(chart, 'b', { ...container, scaling: Scaling.on([], { min: 1, max: 2 }) });
      const metric = Metric.external('q', any({ averageValue: '3' }));
      new StatefulApp(chart, 'c', { ...web, scaling: Scaling.on([metric], { min: 1, max: 2 }) });
    },
    [
      /^scaling\.max: must not be less than min/,
      /^scaling\.metrics: must not be empty/,
      /^target\.averageValue: .*average: "3"/,
    ],
  ],
  [
    'a raw object, an overlay, a construct of cdk8s-plus',
    (chart) => {
      new ApiObject(
        chart,
        'a',
        any({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { ports: [{ port: 'http' }] } }),
      );
      overlay(new Worker(chart, 'b', container).deployment, any({ spec: { replica: 3 } }));
      new kplus.ConfigMap(chart, 'c', { metadata: { name: 'Bad_Name' } });
    },
    [/spec\.ports\[0\]\.port|ServicePort/, /replica/, /"Bad_Name"/],
  ],
  [
    'a job, a scheduled job, an agent',
    (chart) => {
      new Job(chart, 'a', any({ ...container, backoffLimit: -1 }));
      new CronJob(chart, 'b', any({ ...container, schedule: '0 25 * * *' }));
      new NodeAgent(chart, 'c', any({ ...container, rollout: { maxSurge: 1, maxUnavailable: 1 } }));
    },
    [/^backoffLimit: must be an integer/, /^schedule: /, /^rollout\.maxSurge: exactly one/],
  ],
  [
    'volumes and mounts',
    (chart) => {
      new Pod(chart, 'a', { ...container, mounts: [Volumes.emptyDir('a', any({ sizelimit: '1Gi' })).at('/a')] });
      new Pod(chart, 'b', { ...container, mounts: [Volumes.secret('b').at('relative')] });
      new Pod(chart, 'c', { ...container, mounts: any(Volumes.emptyDir('c')) });
    },
    [/^sizelimit: .*"sizeLimit"/, /"relative"/, /^mounts: expected an array/],
  ],
  [
    'an external database, a backup of none, a client',
    (chart) => {
      const db = new ExternalDatabase(
        chart,
        'a',
        any({ host: 'db.example.com:3306', database: 'blog', credentials: auth }),
      );
      new DatabaseBackup(chart, 'b', any({ of: db, engine: 'postgres', schedule: '0 3 * * *' }));
      new Worker(chart, 'c', any({ ...container, command: 'run' })).connectTo(db);
    },
    [/^host: /, /^engine: must be one of/, /^command: expected an array/],
  ],
  [
    'a namespace, its permissions, its policy',
    (chart) => {
      new TenantNamespace(chart, 'a', any({ podSecurity: 'strict' }));
      new Permissions(chart, 'b', any({ to: { user: 'jane' }, rules: [{ resources: 'pods', verbs: ['get'] }] }));
      new NetworkPolicy(chart, 'c', any({ ingress: [{ from: Peer.cidr('10.0.0.0/40') }] }));
    },
    [/^podSecurity: /, /^rules\[0\]\.resources: expected an array/, /10\.0\.0\.0\/40/],
  ],
  [
    'a sidecar, an ambassador, its egress',
    (chart) => {
      const shop = new Worker(chart, 'a', container);
      shop.with(new Sidecar('side', any({ ...container, ports: [{ name: 'x' }] })));
      const ambassador = new Ambassador('redis', any({ ...container, port: 6379, upstream: 'redis.example.com' }));
      shop.with(ambassador);
      new AmbassadorEgress(chart, 'b', { of: shop, ambassador });
      new SingletonApp(chart, 'c', any({ ...web, scaling: Scaling.fixed(2) }));
    },
    [/^ports\[0\]\.port: is required/, /^upstream: must contain a port/, /^scaling: unknown prop/],
  ],
  [
    'a Service set, an Ingress, a pool',
    (chart) => {
      const pods = new WebApp(chart, 'a', web);
      new ServiceSet(chart, 'b', any({ pods, services: { Bad_Name: { type: 'ClusterIP' } } }));
      new Ingress(chart, 'c', any({ rules: [{ host: 'a.example.com', path: 'x', to: pods }] }));
      new MetalLbPool(chart, 'd', any({ addresses: '10.0.0.0/24' }));
    },
    [/"Bad_Name"/, /^rules\[0\]\.path: must start with "\/"/, /^addresses: expected an array/],
  ],
  [
    'a platform, an addon, a static pod',
    (chart) => {
      Platform.of(chart).set(any({ labels: { team: 3 } }));
      new MetricsServer(chart, 'b', any({ resolution: '15s' }));
      new StaticPod(chart, 'c', any({ ...container, networkPolicy: {} }));
    },
    [/labels\.team: /, /^resolution: expected a Duration/, /^networkPolicy: unknown prop/],
  ],
  [
    'configuration from three sources',
    (chart) => {
      new ConfigMap(chart, 'a', any({ from: Content.literals({ a: 'b' }) }));
      new Secret(chart, 'b', any({ from: [Content.file('/does/not/exist')] }));
      new Worker(chart, 'c', { ...container, envFrom: [EnvFrom.configMap('a', any({ prefix: 3 }))] });
    },
    [/^from: expected an array/, /does\/not\/exist/, /^prefix: expected a string/],
  ],
  [
    'two variables and an image of one container',
    (chart) => {
      new Worker(chart, 'a', any({ ...container, image: 'shop:undefined', env: { A: null, 'bad name': 'x' } }));
    },
    [/^image: contains "undefined"/, /^env\.A: expected/, /^env: "bad name"/],
  ],
  [
    'a database, an external service, a projected volume',
    (chart) => {
      new MariaDb(chart, 'a', any({ ...database, port: '3306' }));
      new ExternalService(chart, 'b', any({ host: 'smtp.example.com', port: 99999 }));
      const keys = Volumes.projected('keys', [Projection.serviceAccountToken('', any({ audience: 3 }))]);
      new Worker(chart, 'c', { ...container, mounts: [keys.at('/keys')] });
    },
    [/^port: expected a number/, /^port: must be an integer.*99999/, /^audience: expected a string/],
  ],
  [
    'a field of the pod, an external object, an unknown field of a raw object',
    (chart) => {
      new Worker(chart, 'a', { ...container, env: { A: Env.field(any('metadata.nam')) } });
      external.secret('a', any({ namspace: 'b' }));
      new ApiObject(chart, 'c', any({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, dta: {} }));
    },
    [/"metadata\.nam"/, /^namspace: .*"namespace"/, /unknown field "dta"/],
  ],
];

function findingsOf(program: (chart: Chart) => void): string[] {
  const app = new CheckedApp({ crds: false });
  program(new Chart(app, 'shop', { namespace: 'shop' }));
  try {
    app.synthYaml();
  } catch (error) {
    if (!(error instanceof CheckFailed)) throw error;
    return error.findings.map(
      ({ path, message, hint }) => `${path}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
    );
  }
  return [];
}

test.each(PROGRAMS)('%s: all three', (_, program, mistakes) => {
  const findings = findingsOf(program);
  const missing = mistakes.filter((mistake) => !findings.some((finding) => mistake.test(finding)));
  expect({ missing, findings: missing.length === 0 ? [] : findings }).toEqual({ missing: [], findings: [] });
});
