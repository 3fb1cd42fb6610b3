import { type Chart, Duration } from 'cdk8s';
import type { IMixin } from 'constructs';
import * as mixins from '../../../src/mixins';
import { InitContainers, Sidecars } from '../../../src/mixins';
import * as patterns from '../../../src/patterns';
import { Probes, Qos, Volumes } from '../../../src/pod';
import type { ObjectShape } from '../../../src/props/shape';
import { callNames, callShape, definitionShape } from '../../../src/props/shapes';
import { selfSigned } from '../../patterns/configuration/self-signed';
import { OF_TYPE } from './example-values';

/** Props of which one is varied, and how a chart gets what they describe. */
export interface Subject {
  readonly name: string;
  /** Type of the props. */
  readonly type: string;
  readonly shape: ObjectShape;
  readonly base: (chart: Chart) => Record<string, unknown>;
  /** Whether it is applied to a workload. */
  readonly isMixin: boolean;
  readonly create: (chart: Chart, props: Record<string, unknown>) => void;
}

/** The same certificate for all charts of a run. */
const PAIR = selfSigned();
const qos = Qos.guaranteed({ cpu: '100m', memory: '64Mi' });
const container = { image: 'main:1', qos };
const web = { ...container, port: 8080, probes: Probes.http('/') };
const sql = {
  database: 'shop',
  credentials: patterns.Credentials.fromSecret('auth', { rootPassword: 'r', username: 'u', password: 'p' }),
  storage: { size: '1Gi' },
  qos,
};
const cache = Volumes.emptyDir('cache').at('/cache');
const from = [patterns.Content.literals({ level: 'info' })];
const first = (type: string) => (chart: Chart) => OF_TYPE[type]![0]!(chart);
const props = (value: Record<string, unknown>) => () => value;

/** What is required of each construct, mixin and factory of mixins. */
const BASES: Readonly<Record<string, Subject['base']>> = {
  Adapter: props({ ...container, port: 9100 }),
  AdapterMetrics: (chart) => {
    const adapter = first('Adapter')(chart) as mixins.Adapter;
    const of = first('IConstruct')(chart) as patterns.Worker;
    of.with(adapter);
    return { of, adapter };
  },
  Ambassador: props({ ...container, port: 6379, upstream: 'cache.example.com:6379' }),
  AmbassadorEgress: (chart) => {
    const ambassador = first('Ambassador')(chart) as mixins.Ambassador;
    const of = first('IConstruct')(chart) as patterns.Worker;
    of.with(ambassador);
    return { of, ambassador };
  },
  BasicAuthSecret: (chart) => ({ username: 'user', password: first('Sensitive')(chart) }),
  ConfigMap: props({ from }),
  CronJob: props({ ...container, schedule: '0 3 * * *' }),
  DatabaseBackup: (chart) => ({ of: first('SqlDatabase')(chart), engine: 'mysql', schedule: '0 3 * * *' }),
  ExternalDatabase: props({ host: 'db.example.com', database: 'shop', credentials: sql.credentials }),
  ExternalService: props({ host: 'api.example.com', port: 443 }),
  HealthChecks: props({ probes: Probes.tcp({ port: 8080 }) }),
  HttpRoute: (chart) => ({ gateway: 'public', rules: [{ to: first('Routable')(chart) }] }),
  Ingress: (chart) => ({
    className: 'nginx',
    rules: [{ host: 'a.example.com', path: '/', to: first('Routable')(chart) }],
  }),
  InitContainer: props(container),
  'InitContainers.copyFiles': props({ image: 'files:1', from: '/a', into: cache }),
  'InitContainers.iptables': props({ image: 'iptables:1', rules: ['-A INPUT -j ACCEPT'] }),
  'InitContainers.migrate': props({ image: 'main:1', command: ['./migrate'] }),
  'InitContainers.renderTemplate': props({
    image: 'nginx:1.27',
    template: Volumes.configMap('template'),
    files: ['a.conf'],
    into: cache,
  }),
  'InitContainers.sysctl': props({ values: { 'vm.max_map_count': 262144 } }),
  'InitContainers.waitForHttp': props({ host: 'api.example.com', port: 80 }),
  'InitContainers.waitForTcp': props({ host: 'db.example.com', port: 3306 }),
  Job: props(container),
  MariaDb: props(sql),
  MetalLbPool: props({ addresses: ['192.0.2.1-192.0.2.9'] }),
  MetricsServer: props({}),
  MySql: props(sql),
  NetworkPolicy: props({ pods: { app: 'main' } }),
  NodeAgent: props(container),
  Permissions: (chart) => ({ to: first('IConstruct')(chart), rules: [{ resources: ['pods'], verbs: ['get'] }] }),
  PersistentVolumeClaim: props({ size: '1Gi' }),
  PodDefaults: props({ select: { app: 'main' }, env: { MODE: 'a' } }),
  PriorityClass: props({ value: 1000 }),
  RegistrySecret: (chart) => ({
    server: 'registry.example.com',
    username: 'user',
    password: first('Sensitive')(chart),
  }),
  Restricted: props({}),
  Secret: (chart) => ({ from: [first('Content')(chart)] }),
  ServiceSet: (chart) => ({ pods: first('Routable')(chart), services: { web: { port: 80 } } }),
  Sidecar: props(container),
  'Sidecars.configReloader': props({
    qos,
    watch: Volumes.configMap('settings').at('/etc/settings'),
    url: 'http://localhost:8080/-/reload',
  }),
  'Sidecars.envoy': props({ ...container, config: Volumes.configMap('envoy') }),
  'Sidecars.logRotator': props({ qos, writes: cache }),
  'Sidecars.logShipper': props({ qos, reads: cache }),
  SingletonApp: props(web),
  SshAuthSecret: (chart) => ({ privateKey: first('Sensitive')(chart) }),
  StatefulApp: props({ ...web, storage: [{ size: '1Gi', path: '/data' }] }),
  StaticVolume: props({ size: '1Gi', nfs: { server: 'nfs.example.com', path: '/a' } }),
  StorageClass: props({ provisioner: 'ebs.csi.aws.com' }),
  TenantNamespace: props({}),
  TlsSecret: props({ ...PAIR }),
  WebApp: props(web),
  WordPress: (chart) => ({ database: first('SqlDatabase')(chart), storage: { size: '1Gi' }, qos }),
  Worker: props(container),
};

/** What creates no objects of its own that could be updated, with the reason. */
export const NOT_SUBJECTS: Readonly<Record<string, string>> = {
  CheckedApp: 'an app has no objects',
  CredentialReferences: 'what references to credentials name is a prop of the construct that has them',
  MixinApplicator: 'applies mixins, which are subjects',
  Pod: 'a pod is replaced as a whole; StaticPod is read by the kubelet',
  PodVolume: 'a volume is part of a pod',
  ServerValidation: 'checks manifests',
  StaticPod: 'the kubelet reads its file and replaces the pod',
};

/** Constructs, mixins, and factories of mixins, whose last argument has props. */
export function subjectNames(): string[] {
  return callNames().filter(
    (name) => /^(?:Sidecars|InitContainers)\.|^[A-Z]\w*$/.test(name) && !(name in NOT_SUBJECTS),
  );
}

export function subjectOf(name: string): Subject {
  const base = BASES[name];
  if (base === undefined) throw new Error(`${name} has no required props in ${__filename}`);
  const { type, shape } = propsShapeOf(name);
  const isMixin = callShape(name)![0]?.name !== 'scope';
  return { name, type, shape, base, isMixin, create: (chart, given) => create(name, chart, given) };
}

function propsShapeOf(name: string): { readonly type: string; readonly shape: ObjectShape } {
  const parameters = callShape(name)!;
  for (const parameter of parameters) {
    if (typeof parameter.shape !== 'object' || !('ref' in parameter.shape)) continue;
    const definition = definitionShape(parameter.shape.ref);
    if (definition !== undefined && 'props' in definition) return { type: parameter.shape.ref, shape: definition };
  }
  // HealthChecks has the probes themselves as argument.
  return {
    type: name,
    shape: { props: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.shape])) },
  };
}

const FACTORIES = { Sidecars, InitContainers } as unknown as Readonly<
  Record<string, Readonly<Record<string, (...args: unknown[]) => IMixin>>>
>;

function create(name: string, chart: Chart, given: Record<string, unknown>): void {
  const [group, factory] = name.split('.');
  if (factory !== undefined) {
    const factories = FACTORIES[group!]!;
    const hasName = callShape(name)![0]!.name === 'name';
    addTo(chart, hasName ? factories[factory]!('helper', given) : factories[factory]!(given));
    return;
  }
  const Class = ({ ...patterns, ...mixins } as unknown as Record<string, new (...args: unknown[]) => IMixin>)[name]!;
  const [start] = callShape(name)!;
  if (start?.name === 'scope') {
    const made: unknown = new Class(chart, 'main', given);
    // What it describes is in the pods of its clients.
    if (made instanceof patterns.ExternalDatabase || made instanceof patterns.ExternalService) {
      new patterns.Worker(chart, 'client', { ...container, networkPolicy: {} }).connectTo(made);
    }
  } else if (start?.name === 'name') addTo(chart, new Class('helper', given));
  else if (name === 'HealthChecks') addTo(chart, new Class(given.probes, given.container));
  else addTo(chart, new Class(given));
}

/** A mixin needs a workload. */
function addTo(chart: Chart, mixin: IMixin): void {
  const worker = new patterns.Worker(chart, 'main', {
    ...container,
    terminationGracePeriod: Duration.seconds(30),
    mounts: [cache, Volumes.emptyDir('files').at('/files')],
    containers: [{ name: 'side', image: 'side:1', qos, mounts: [cache, Volumes.emptyDir('files').at('/files')] }],
    ports: [{ name: 'main', port: 8080 }],
    security: { runAsUser: 1000 },
    podLabels: { app: 'main' },
  });
  worker.with(mixin);
}
