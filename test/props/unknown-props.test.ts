import { App, Chart, Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  Adapter,
  Ambassador,
  ConfigMap,
  Credentials,
  CronJob,
  Env,
  EnvFrom,
  ExternalDatabase,
  ExternalService,
  HttpRoute,
  Ingress,
  InitContainer,
  InitContainers,
  Job,
  MariaDb,
  MetalLbPool,
  MetricsServer,
  MySql,
  NetworkPolicy,
  NodeAgent,
  Peer,
  Permissions,
  PersistentVolumeClaim,
  Pod,
  PodDefaults,
  PriorityClass,
  Probes,
  Qos,
  RegistrySecret,
  Restricted,
  Rollout,
  Scaling,
  Secret,
  Sensitive,
  ServiceSet,
  Sidecar,
  Sidecars,
  SingletonApp,
  StatefulApp,
  StaticPod,
  StaticVolume,
  StorageClass,
  TenantNamespace,
  Volumes,
  WebApp,
  Worker,
} from '../../src';
import { formatIssue, PropsError } from '../../src/props';

const qos = Qos.guaranteed({ cpu: '500m', memory: '256Mi' });
const image = 'ghcr.io/acme/shop:1.4.2';
const container = { image, qos };
const web = { ...container, port: 8080, probes: Probes.http('/healthz') };
const auth = Credentials.fromSecret('auth', { rootPassword: 'a', username: 'b', password: 'c' });
const database = { database: 'blog', credentials: auth, storage: { size: '1Gi' }, qos };

type Made = new (scope: Construct, id: string, props: never) => unknown;
const made = (type: Made, props: object) => (chart: Chart) => new type(chart, 'shop', props as never);

/** What is made, the prop that is reported, and the text of the report from there on. */
type Case = [make: (chart: Chart) => unknown, prop: string, report: RegExp];

/** By hand: the props are those of the documentation, the words those of Kubernetes manifests, Helm charts and typos. */
const UNKNOWN: Case[] = [
  [made(WebApp, { ...web, replicas: 5 }), 'replicas', /use scaling: Scaling\.fixed\(5\)/],
  [made(WebApp, { ...web, ingres: { host: 'a.b' } }), 'ingres', /did you mean "ingress"/],
  [made(WebApp, { ...web, securityContext: { runAsUser: 1 } }), 'securityContext', /use security/],
  [made(WebApp, { ...web, resources: { limits: { cpu: 1 } } }), 'resources', /use qos: Qos\.burstable/],
  [made(WebApp, { ...web, envs: { A: 'b' } }), 'envs', /did you mean "env"|use env/],
  [made(WebApp, { ...web, volumeMounts: [] }), 'volumeMounts', /use mounts/],
  [made(WebApp, { ...web, livenessProbe: {} }), 'livenessProbe', /use probes: Probes\.of\(\{ liveness/],
  [made(WebApp, { ...web, serviceAccountName: 'robot' }), 'serviceAccountName', /use serviceAccount: "robot"/],
  [
    made(WebApp, { ...web, terminationGracePeriodSeconds: 60 }),
    'terminationGracePeriodSeconds',
    /terminationGracePeriod: Duration\.seconds\(60\)|"terminationGracePeriod"/,
  ],
  [made(WebApp, { ...web, hpa: {} }), 'hpa', /use scaling: Scaling\.onCpu/],
  [made(WebApp, { ...web, pdb: {} }), 'pdb', /use disruptionBudget/],
  [made(WebApp, { ...web, host: 'a.b' }), 'host', /did you mean "ingress\.host"/],
  [
    made(WebApp, { ...web, ingress: { host: 'a.b', ingressClassName: 'nginx' } }),
    'ingress.ingressClassName',
    /use className: "nginx"/,
  ],
  [
    made(WebApp, { ...web, ingress: { host: 'a.b', annotation: {} } }),
    'ingress.annotation',
    /did you mean "annotations"/,
  ],
  [
    made(WebApp, { ...web, service: { type: 'NodePort', nodeport: 30000 } }),
    'service.nodeport',
    /did you mean "nodePort"/,
  ],
  [made(WebApp, { ...web, security: { runAsNonRoot: true } }), 'security.runAsNonRoot', /use runAsRoot: false/],
  [made(WebApp, { ...web, security: { capabilities: {} } }), 'security.capabilities', /use addCapabilities/],
  [
    made(WebApp, { ...web, ports: [{ name: 'web', port: 80, protocoll: 'TCP' }], port: undefined }),
    'ports[0].protocoll',
    /did you mean "protocol"/,
  ],
  [made(WebApp, { ...web, networkPolicies: {} }), 'networkPolicies', /did you mean "networkPolicy"|use networkPolicy/],
  [
    made(WebApp, { ...web, tolerations: [{ key: 'a', tolerationSeconds: 5 }] }),
    'tolerations[0].tolerationSeconds',
    /use duration: Duration\.seconds\(5\)/,
  ],
  [
    made(WebApp, { ...web, containers: [{ ...container, name: 'b', comand: ['a'] }] }),
    'containers[0].comand',
    /did you mean "command"/,
  ],
  [made(Worker, { ...container, entrypoint: ['a'] }), 'entrypoint', /use command/],
  [made(Worker, { ...container, strategy: 'Recreate' }), 'strategy', /use rollout: Rollout\.recreate\(\)/],
  [made(Worker, { ...container, imagePullSecret: 'a' }), 'imagePullSecret', /did you mean "imagePullSecrets"/],
  [made(SingletonApp, { ...web, scaling: Scaling.fixed(1), lables: {} }), 'lables', /did you mean "labels"/],
  [made(StatefulApp, { ...web, replicas: 3 }), 'replicas', /use scaling: Scaling\.fixed\(3\)/],
  [made(MetricsServer, { replicas: 2 }), 'replicas', /use scaling: Scaling\.fixed\(2\)/],
  [made(WebApp, { ...web, spread: true }), 'spread', /use topologySpread: \{/],
  [made(WebApp, { ...web, topologySpreadConstraints: [] }), 'topologySpreadConstraints', /topologySpread/],
  [
    made(StatefulApp, { ...web, storage: [{ size: '1Gi', path: '/a', storageClass: 'fast' }] }),
    'storage[0].storageClass',
    /use storageClassName: "fast"/,
  ],
  [
    made(StatefulApp, { ...web, storage: [{ size: '1Gi', mountPath: '/a', path: '/a' }] }),
    'storage[0].mountPath',
    /use path: "\/a"/,
  ],
  [made(StatefulApp, { ...web, volumeClaimTemplates: [] }), 'volumeClaimTemplates', /use storage/],
  [made(NodeAgent, { ...container, updateStrategy: {} }), 'updateStrategy', /use rollout/],
  [
    made(Job, { ...container, ttlSecondsAfterFinished: 60 }),
    'ttlSecondsAfterFinished',
    /use ttlAfterFinished: Duration\.seconds\(60\)|"ttlAfterFinished"/,
  ],
  [made(Job, { ...container, retries: 3 }), 'retries', /use backoffLimit: 3/],
  [made(CronJob, { ...container, schedule: '0 3 * * *', timezone: 'UTC' }), 'timezone', /did you mean "timeZone"/],
  [
    made(WebApp, { ...web, port: undefined, ports: [{ name: 'grpc', port: 50051, appProtocol: 'grpc' }] }),
    'ports[0].appProtocol',
    /service: \{ ports: \[\{ .*appProtocol: "grpc"/,
  ],
  [made(CronJob, { ...container, schedule: '0 3 * * *', cron: '0 3 * * *' }), 'cron', /use schedule/],
  [
    made(CronJob, { ...container, schedule: '0 3 * * *', startingDeadlineSeconds: 5 }),
    'startingDeadlineSeconds',
    /startingDeadline/,
  ],
  [made(Pod, { ...container, restartpolicy: 'Never' }), 'restartpolicy', /did you mean "restartPolicy"/],
  [made(StaticPod, { ...container, hostNetwrok: true }), 'hostNetwrok', /did you mean "hostNetwork"/],
  [made(ConfigMap, { data: { a: 'b' }, from: [] }), 'data', /use from: \[Content\.literals/],
  [made(Secret, { stringData: { a: 'b' }, from: [] }), 'stringData', /use from: \[Content\.literals/],
  [
    made(RegistrySecret, { username: 'a', password: Sensitive.text('b'), registry: 'r.io' }),
    'registry',
    /use server: "r\.io"/,
  ],
  [
    made(MySql, { ...database, storage: { size: '1Gi', className: 'fast' } }),
    'storage.className',
    /use storageClassName: "fast"/,
  ],
  [
    made(MySql, { ...database, rootPassword: 'hunter2' }),
    'rootPassword',
    /use credentials: Credentials\.fromSecret\("db-auth"\)/,
  ],
  [made(MariaDb, { ...database, backup: { schedule: '0 3 * * *', retention: 7 } }), 'backup.retention', /use keep: 7/],
  [made(MariaDb, { ...database, metric: {} }), 'metric', /did you mean "metrics"/],
  [
    made(ExternalDatabase, { host: 'a.b', database: 'c', credentials: auth, endpoint: 'a.b' }),
    'endpoint',
    /use host: "a\.b"/,
  ],
  [made(ExternalService, { host: 'a.b', ports: 80 }), 'ports', /did you mean "port"/],
  [made(Ingress, { rules: [{ path: '/', to: { name: 'a', port: 80 }, backend: 'a' }] }), 'rules[0].backend', /use to/],
  [
    made(HttpRoute, { gateway: 'public', rules: [], hostnames: ['a.b'] }),
    'hostnames',
    /use hosts|did you mean "hosts"/,
  ],
  [made(PersistentVolumeClaim, { size: '1Gi', className: 'fast' }), 'className', /use storageClassName: "fast"/],
  [made(PersistentVolumeClaim, { size: '1Gi', storageClass: 'fast' }), 'storageClass', /storageClassName/],
  [
    made(PersistentVolumeClaim, { size: '1Gi', accessMode: 'ReadWriteOnce' }),
    'accessMode',
    /did you mean "accessModes"|use accessModes/,
  ],
  [
    made(StaticVolume, { size: '1Gi', nfs: { server: 'a', path: '/b', readonly: true } }),
    'nfs.readonly',
    /did you mean "readOnly"/,
  ],
  [made(StorageClass, { provisioner: 'a.b/c', allowExpansion: true }), 'allowExpansion', /"allowVolumeExpansion"/],
  [made(PriorityClass, { value: 5, preemption: 'Never' }), 'preemption', /did you mean "preemptionPolicy"/],
  [made(TenantNamespace, { resourceQuota: {} }), 'resourceQuota', /use quota/],
  [
    made(Permissions, { to: { user: 'jane' }, rules: [{ verbs: ['get'], apiGroup: 'apps', resources: ['a'] }] }),
    'rules[0].apiGroup',
    /did you mean "apiGroups"|use apiGroups/,
  ],
  [made(Permissions, { subjects: ['a'], to: { user: 'jane' }, role: 'view' }), 'subjects', /use to/],
  [made(NetworkPolicy, { podSelector: {}, ingress: [] }), 'podSelector', /use pods/],
  [made(MetalLbPool, { addresses: ['10.0.0.0/8'], autoassign: true }), 'autoassign', /did you mean "autoAssign"/],
  [
    made(ServiceSet, { pods: { selectorLabels: {}, ports: [] }, service: {}, services: {} }),
    'service',
    /did you mean "services"/,
  ],
  [
    () => Qos.guaranteed({ cpu: '1', memory: '1Gi', 'nvidia.com/gpu': 1 } as never),
    '"nvidia.com/gpu"',
    /use extended: \{ "nvidia\.com\/gpu": 1 \}/,
  ],
  [() => Qos.burstable({ request: { cpu: '1' } } as never), 'request', /did you mean "requests"/],
  [() => Scaling.onCpu({ min: 1, max: 2, percent: 80, maxReplicas: 5 } as never), 'maxReplicas', /use max: 5/],
  [
    () => Rollout.rolling({ minReadySeconds: 5 } as never),
    'minReadySeconds',
    /use minReady: Duration\.seconds\(5\)|"minReady"/,
  ],
  [() => Probes.http('/', { periodSeconds: 5 } as never), 'periodSeconds', /use period: Duration\.seconds\(5\)/],
  [() => Probes.of({ livenessProbe: {} } as never), 'livenessProbe', /use liveness/],
  [() => Volumes.emptyDir('a', { sizelimit: '1Gi' } as never), 'sizelimit', /did you mean "sizeLimit"/],
  [() => Env.secret('a', 'b', { optionl: true } as never), 'optionl', /did you mean "optional"/],
  [() => EnvFrom.secret('a', { prefx: 'A_' } as never), 'prefx', /did you mean "prefix"/],
  [() => Peer.pods({}, { namespaces: 'a' } as never), 'namespaces', /did you mean "namespace"/],
  [() => new Sidecar('side', { ...container, volumes: [], volumeMounts: [] } as never), 'volumeMounts', /use mounts/],
  [() => new InitContainer('init', { image, cmd: ['a'] } as never), 'cmd', /use command/],
  [
    () => new Ambassador('redis', { ...container, port: 6379, upstrem: 'a:1', upstream: 'a:1' } as never),
    'upstrem',
    /did you mean "upstream"/,
  ],
  [
    () => new Adapter('metrics', { ...container, port: 9113, metricsPath: '/m' } as never),
    'metricsPath',
    /did you mean "path"/,
  ],
  [
    () => new PodDefaults({ select: {}, env: { A: 'b' }, matchLabels: {} } as never),
    'matchLabels',
    /use labels|use select/,
  ],
  [() => new Restricted({ uid: 5 } as never), 'uid', /use runAsUser: 5/],
  [
    () => Sidecars.logShipper('a', { ...container, reads: Volumes.emptyDir('a').at('/a'), file: '*' } as never),
    'file',
    /use pattern/,
  ],
  [
    () =>
      InitContainers.waitForTcp('a', {
        host: 'a',
        port: 1,
        timeoutSeconds: 1,
        interval: Duration.seconds(1),
        adress: 'a',
      } as never),
    'adress',
    /use host: "a"/,
  ],
];

/** Of the lines of the error, the one about the prop. */
function lineOf(make: (chart: Chart) => unknown, prop: string): string {
  try {
    make(new Chart(new App(), 'chart', { namespace: 'test' }));
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    const lines = error.issues.map(formatIssue);
    return lines.find((line) => line.startsWith(`${prop}: `)) ?? `${prop} is not among ${lines.length} issues`;
  }
  return 'no error';
}

test.each(UNKNOWN.map(([make, prop, report]) => ({ prop, report, make })))(
  'unknown prop $prop is reported with what was meant: $report',
  ({ make, prop, report }) => {
    const line = lineOf(make, prop);
    expect(line).toMatch(/: unknown prop/);
    expect(line).toMatch(report);
  },
);

const MISSING: [type: Made, props: object, missing: string[]][] = [
  [WebApp, {}, ['image', 'port', 'qos', 'probes']],
  [SingletonApp, {}, ['image', 'port', 'qos', 'probes']],
  [Worker, {}, ['image', 'qos']],
  [StatefulApp, {}, ['image', 'qos', 'port']],
  [NodeAgent, {}, ['image', 'qos']],
  [Job, {}, ['image', 'qos']],
  [CronJob, {}, ['image', 'qos', 'schedule']],
  [MySql, {}, ['database', 'credentials', 'storage', 'qos']],
  [ExternalDatabase, {}, ['host', 'database', 'credentials']],
  [ConfigMap, {}, ['from']],
  [Ingress, { rules: [{}] }, ['rules[0].path', 'rules[0].to']],
  [HttpRoute, {}, ['gateway', 'rules']],
  [PersistentVolumeClaim, {}, ['size']],
  [StorageClass, {}, ['provisioner']],
  [PriorityClass, {}, ['value']],
  [Permissions, {}, ['to']],
  [MetalLbPool, {}, ['addresses']],
  [ServiceSet, {}, ['pods', 'services']],
];

test.each(MISSING)('%p: all missing props of %j are reported: %j', (type, props, missing) => {
  for (const prop of missing) expect(lineOf(made(type, props), prop)).toMatch(/: .*is required/);
});

test('a value is not repeated when it may be a password', () => {
  expect(lineOf(made(MySql, { ...database, dbPassword: 'hunter2', secret: 'hunter2' }), 'secret')).not.toContain(
    'hunter2',
  );
});

test('a prop that is undefined is a prop that is not there', () => {
  const chart = new Chart(new App(), 'chart');
  expect(() => new Worker(chart, 'a', { ...container, replicas: undefined } as never)).not.toThrow();
});
