import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import * as library from '../../src';
import { formatIssue, PropsError } from '../../src/props';

const { Credentials, Probes, Qos, Sensitive, Volumes } = library;
const qos = Qos.guaranteed({ cpu: '500m', memory: '256Mi' });
const image = 'ghcr.io/acme/shop:1.4.2';
const container = { image, qos };
const web = { ...container, port: 8080, probes: Probes.http('/healthz') };
const auth = Credentials.fromSecret('auth', { rootPassword: 'a', username: 'b', password: 'c' });
const database = { database: 'blog', credentials: auth, storage: { size: '1Gi' }, qos };
const blog = { database: undefined as never, storage: { size: '1Gi' }, qos };
const to = { name: 'shop', port: 80 };
const reads = Volumes.emptyDir('logs').at('/logs');
const secretText = Sensitive.text('hunter2');

/** What is made, path of the unknown prop, and what its report must suggest. Written before the suggestions were tried. */
type Case = [make: (chart: Chart) => unknown, prop: string, suggestion: RegExp];
const exported = library as unknown as Record<string, new (scope: Construct, id: string, props: object) => unknown>;

const made =
  (name: string, props: object) =>
  (chart: Chart): unknown =>
    new exported[name]!(
      chart,
      'shop',
      name === 'WordPress' ? { ...props, database: new library.MySql(chart, 'db', database) } : props,
    );
const value = (make: () => unknown) => () => make();
const any = (props: unknown): never => props as never;

const KUBERNETES: Case[] = [
  [
    made('WebApp', { ...web, automountServiceAccountTokens: true }),
    'automountServiceAccountTokens',
    /"automountServiceAccountToken"/,
  ],
  [made('WebApp', { ...web, progressDeadlineSeconds: 60 }), 'progressDeadlineSeconds', /rollout\.progressDeadline/],
  [made('WebApp', { ...web, revisionHistoryLimit: 3 }), 'revisionHistoryLimit', /rollout\.revisionHistoryLimit/],
  [made('WebApp', { ...web, startupProbe: {} }), 'startupProbe', /probes: Probes\.of\(\{ startup/],
  [made('WebApp', { ...web, initContainers: [] }), 'initContainers', /InitContainer/],
  [made('WebApp', { ...web, fsGroup: 1000 }), 'fsGroup', /security\.fsGroup|security: \{ fsGroup: 1000/],
  [made('WebApp', { ...web, priority: 1000 }), 'priority', /priorityClassName/],
  [made('WebApp', { ...web, runAsUser: 1000 }), 'runAsUser', /security\.runAsUser|security: \{ runAsUser: 1000/],
  [
    made('WebApp', { ...web, clusterIP: 'None' }),
    'clusterIP',
    /service\.clusterIP|service: \{ (clusterIP|type: "Headless")/,
  ],
  [
    made('WebApp', { ...web, nodePort: 30080 }),
    'nodePort',
    /service\.nodePort|service: \{ (type: "NodePort", )?nodePort: 30080/,
  ],
  [made('WebApp', { ...web, pathType: 'Prefix' }), 'pathType', /ingress/],
  [
    made('WebApp', { ...web, service: { type: 'LoadBalancer', loadBalancerSourceRanges: [] } }),
    'service.loadBalancerSourceRanges',
    /sourceRanges/,
  ],
  [
    made('WebApp', { ...web, ports: [{ name: 'http', containerPort: 8080 }], port: undefined }),
    'ports[0].containerPort',
    /"?port"?: 8080|"port"/,
  ],
  [made('WebApp', { ...web, ingress: { host: 'a.b', rules: [] } }), 'ingress.rules', /hosts|paths/],
  [
    made('WebApp', { ...web, security: { readOnlyRootFilesystem: true } }),
    'security.readOnlyRootFilesystem',
    /writableRootFilesystem/,
  ],
  [made('WebApp', { ...web, security: { seLinuxOptions: {} } }), 'security.seLinuxOptions', /seLinux/],
  [made('WebApp', { ...web, tolerations: [{ key: 'a', efect: 'NoSchedule' }] }), 'tolerations[0].efect', /"effect"/],
  [made('WebApp', { ...web, hostAlias: {} }), 'hostAlias', /"hostAliases"/],
  [made('WebApp', { ...web, dnsConfig: { ndots: 2 } }), 'dnsConfig.ndots', /options: \{ ndots: "?2"?/],
  [made('WebApp', { ...web, lifecycle: { prestop: {} } }), 'lifecycle.prestop', /"preStop"/],
  [made('WebApp', { ...web, lifecycle: { preStop: { httpGet: { path: '/' } } } }), 'lifecycle.preStop.httpGet', /http/],
  [
    made('WebApp', { ...web, networkPolicy: { policytypes: ['Ingress'] } }),
    'networkPolicy.policytypes',
    /"policyTypes"/,
  ],
  [
    made('WebApp', { ...web, networkPolicy: { ingress: [{ from: library.Peer.anyone(), port: [] }] } }),
    'networkPolicy.ingress[0].port',
    /"ports"/,
  ],
  [made('WebApp', { ...web, probes: { liveness: { httpGet: { path: '/' } } } }), 'probes.liveness.httpGet', /http/],
  [
    made('WebApp', { ...web, probes: { liveness: { tcp: {}, timeoutSeconds: 1 } } }),
    'probes.liveness.timeoutSeconds',
    /timeout: Duration\.seconds\(1\)|"timeout"/,
  ],
  [made('StatefulApp', { ...web, serviceName: 'db' }), 'serviceName', /name|service/],
  [made('StatefulApp', { ...web, podManagementPolicy: 'Parallel' }), 'podManagementPolicy', /parallel: true/],
  [
    made('StatefulApp', { ...web, persistentVolumeClaimRetentionPolicy: {} }),
    'persistentVolumeClaimRetentionPolicy',
    /storageRetention/,
  ],
  [
    made('StatefulApp', { ...web, storage: [{ path: '/a', size: '1Gi', accessMode: 'ReadWriteOnce' }] }),
    'storage[0].accessMode',
    /accessModes/,
  ],
  [made('Worker', { ...container, restartPolicy: 'Always' }), 'restartPolicy', /Job|Pod|always/i],
  [
    made('Job', { ...container, activeDeadlineSeconds: 60 }),
    'activeDeadlineSeconds',
    /activeDeadline: Duration\.seconds\(60\)/,
  ],
  [made('Job', { ...container, completionMode: 'Indexed' }), 'completionMode', /indexed|completions/i],
  [made('Job', { ...container, podReplacementPolicy: 'Failed' }), 'podReplacementPolicy', /overlay/],
  [
    made('CronJob', { ...container, schedule: '@daily', jobTemplate: {} }),
    'jobTemplate',
    /props of its pods are props of the workload/,
  ],
  [
    made('CronJob', { ...container, schedule: '@daily', successfulJobHistoryLimit: 1 }),
    'successfulJobHistoryLimit',
    /"successfulJobsHistoryLimit"/,
  ],
  [made('NodeAgent', { ...container, rollout: { minReadySeconds: 5 } }), 'rollout.minReadySeconds', /minReady/],
  [made('PersistentVolumeClaim', { size: '1Gi', storage: '1Gi' }), 'storage', /size/],
  [made('PersistentVolumeClaim', { resources: { requests: { storage: '1Gi' } } }), 'resources', /size/],
  [made('StaticVolume', { capacity: '1Gi', nfs: { server: 'a', path: '/b' } }), 'capacity', /size/],
  [
    made('StaticVolume', { size: '1Gi', persistentVolumeReclaimPolicy: 'Retain', nfs: { server: 'a', path: '/b' } }),
    'persistentVolumeReclaimPolicy',
    /reclaimPolicy/,
  ],
  [made('StorageClass', { provisioner: 'a.b/c', bindingMode: 'Immediate' }), 'bindingMode', /"volumeBindingMode"/],
  [made('PriorityClass', { priority: 5 }), 'priority', /value/],
  [made('Permissions', { to: { user: 'jane' }, roleRef: { name: 'view' } }), 'roleRef', /role/],
  [
    made('Permissions', { to: { user: 'jane' }, rules: [{ verbs: ['get'], resource: ['pods'] }] }),
    'rules[0].resource',
    /"resources"/,
  ],
  [
    made('Permissions', { to: { serviceAccountName: 'robot' }, role: 'view' }),
    'to.serviceAccountName',
    /serviceAccount/,
  ],
  [
    made('NetworkPolicy', { egress: [{ to: library.Peer.anyone(), ports: [{ port: 53, protocl: 'UDP' }] }] }),
    'egress[0].ports[0].protocl',
    /"protocol"/,
  ],
  [
    made('Ingress', { rules: [{ path: '/', to }], ingressClassName: 'nginx' }),
    'ingressClassName',
    /className: "nginx"/,
  ],
  [made('HttpRoute', { gateway: 'public', rules: [{ to, matches: [] }] }), 'rules[0].matches', /paths/],
  [made('HttpRoute', { gateway: 'public', rules: [{ backendRefs: [] }] }), 'rules[0].backendRefs', /to/],
  [made('TlsSecret', { 'tls.crt': secretText, 'tls.key': secretText }), '"tls.crt"', /certificate/],
  [made('ConfigMap', { from: [], binaryData: {} }), 'binaryData', /from: \[Content\.file/],
  [made('TenantNamespace', { limitRange: {} }), 'limitRange', /limits/],
  [made('TenantNamespace', { limits: { defaultRequests: { cpu: 1 } } }), 'limits.defaultRequests', /"defaultRequest"/],
];

const HELM: Case[] = [
  [made('WebApp', { ...web, replicaCount: 2 }), 'replicaCount', /scaling: Scaling\.fixed\(2\)/],
  [made('WebApp', { ...web, imagePullSecret: 'a' }), 'imagePullSecret', /"imagePullSecrets"/],
  [made('WebApp', { ...web, extraEnv: {} }), 'extraEnv', /env/],
  [made('WebApp', { ...web, extraEnvVars: {} }), 'extraEnvVars', /env/],
  [made('WebApp', { ...web, extraVolumes: [] }), 'extraVolumes', /volumes/],
  [made('WebApp', { ...web, extraVolumeMounts: [] }), 'extraVolumeMounts', /mounts/],
  [made('WebApp', { ...web, fullnameOverride: 'shop' }), 'fullnameOverride', /name: "shop"|"name"/],
  [made('WebApp', { ...web, nameOverride: 'shop' }), 'nameOverride', /[nN]ame: "shop"|"(name|appName)"/],
  [made('WebApp', { ...web, persistence: { size: '1Gi' } }), 'persistence', /StatefulApp|mounts|PersistentVolumeClaim/],
  [made('WebApp', { ...web, ingress: { host: 'a.b', enabled: true } }), 'ingress.enabled', /leave it out/],
  [made('WebApp', { ...web, ingress: { host: 'a.b', tlsSecret: 'a' } }), 'ingress.tlsSecret', /use tls: /],
  [
    made('WebApp', { ...web, serviceAccount: { create: true, name: 'a' } }),
    'serviceAccount.create',
    /props are|leave out|remove|name/i,
  ],
  [made('MySql', { ...database, primary: {} }), 'primary', /props are|storage|configuration|$^/],
  [made('MySql', { ...database, persistence: { size: '1Gi' } }), 'persistence', /storage: \{ size/],
  [made('MySql', { ...database, auth: {} }), 'auth', /credentials/],
  [made('MySql', { ...database, initdbScripts: {} }), 'initdbScripts', /initScripts/],
  [made('WordPress', { ...blog, wordpressUsername: 'a' }), 'wordpressUsername', /install|admin|credentials/],
  [made('WordPress', { ...blog, tableprefix: 'wp_' }), 'tableprefix', /"tablePrefix"/],
  [made('MetricsServer', { resource: {} }), 'resource', /qos/],
  [made('MetalLbPool', { addresses: ['10.0.0.0/24'], autoassing: false }), 'autoassing', /"autoAssign"/],
];

const COMPOSE: Case[] = [
  [made('WebApp', { ...web, environment: { A: 'b' } }), 'environment', /env/],
  [made('WebApp', { ...web, env_file: '.env' }), 'env_file', /envFrom|Content\.envFile/],
  [made('WebApp', { ...web, expose: [80] }), 'expose', /ports?|service/],
  [made('WebApp', { ...web, depends_on: ['db'] }), 'depends_on', /connectTo|waitFor/],
  [made('WebApp', { ...web, deploy: { replicas: 2 } }), 'deploy', /scaling/],
  [made('WebApp', { ...web, cpus: '0.5' }), 'cpus', /qos/],
  [made('WebApp', { ...web, mem_limit: '1g' }), 'mem_limit', /qos/],
  [made('WebApp', { ...web, cap_add: ['NET_ADMIN'] }), 'cap_add', /addCapabilities/],
  [made('WebApp', { ...web, read_only: true }), 'read_only', /writableRootFilesystem|readOnly/],
  [made('WebApp', { ...web, working_dir: '/app' }), 'working_dir', /"workingDir"/],
  [made('WebApp', { ...web, network_mode: 'host' }), 'network_mode', /hostNetwork/],
  [made('WebApp', { ...web, container_name: 'a' }), 'container_name', /"containerName"/],
  [made('WebApp', { ...web, stop_grace_period: '5s' }), 'stop_grace_period', /terminationGracePeriod/],
  [made('WebApp', { ...web, extra_hosts: [] }), 'extra_hosts', /hostAliases/],
  [made('WebApp', { ...web, restart: 'always' }), 'restart', /always|restartPolicy|Job|props/i],
  [made('WebApp', { ...web, healthcheck: {} }), 'healthcheck', /probes: Probes\.http/],
  [made('WebApp', { ...web, volumes: [], networks: [] }), 'networks', /networkPolicy/],
  [made('WebApp', { ...web, secrets: ['a'] }), 'secrets', /env|Volumes\.secret|imagePullSecrets/],
  [made('WebApp', { ...web, configs: ['a'] }), 'configs', /envFrom|Volumes\.configMap/],
];

const CDK8S_PLUS: Case[] = [
  [made('WebApp', { ...web, envVariables: {} }), 'envVariables', /env/],
  [made('WebApp', { ...web, portNumber: 80 }), 'portNumber', /port: 80/],
  [made('WebApp', { ...web, liveness: {} }), 'liveness', /probes/],
  [made('WebApp', { ...web, readiness: {} }), 'readiness', /probes/],
  [made('WebApp', { ...web, podMetadata: {} }), 'podMetadata', /podLabels|podAnnotations/],
  [made('WebApp', { ...web, isolate: true }), 'isolate', /networkPolicy/],
  [made('WebApp', { ...web, dockerRegistryAuth: {} }), 'dockerRegistryAuth', /imagePullSecrets/],
  [made('WebApp', { ...web, exposeViaIngress: '/' }), 'exposeViaIngress', /ingress/],
  [made('WebApp', { ...web, serviceType: 'NodePort' }), 'serviceType', /service: \{ type: "NodePort"/],
  [made('WebApp', { ...web, minReady: 5 }), 'minReady', /rollout\.minReady/],
  [made('WebApp', { ...web, security: { ensureNonRoot: true } }), 'security.ensureNonRoot', /runAsRoot/],
  [made('WebApp', { ...web, security: { user: 1000 } }), 'security.user', /runAsUser: 1000/],
  [made('WebApp', { ...web, security: { group: 1000 } }), 'security.group', /runAsGroup/],
  [made('Worker', { ...container, spread: true }), 'spread', /topologySpread/],
  [
    made('CronJob', { ...container, schedule: '@daily', startingDeadlines: 5 }),
    'startingDeadlines',
    /"startingDeadline"/,
  ],
  [made('Job', { ...container, backofLimit: 3 }), 'backofLimit', /"backoffLimit"/],
  [made('RegistrySecret', { username: 'a', password: secretText, url: 'r.io' }), 'url', /server/],
  [made('PersistentVolumeClaim', { size: '1Gi', storageClassname: 'a' }), 'storageClassname', /"storageClassName"/],
  [made('BasicAuthSecret', { user: 'a', password: secretText }), 'user', /"username"|username: "a"/],
  [made('SshAuthSecret', { sshPrivateKey: secretText }), 'sshPrivateKey', /"privateKey"/],
];

const VALUES: Case[] = [
  [value(() => Qos.guaranteed(any({ cpu: '1', memory: '1Gi', gpu: 1 }))), 'gpu', /extended: \{ "nvidia\.com\/gpu": 1/],
  [value(() => Qos.guaranteed(any({ cpu: '1', memry: '1Gi' }))), 'memry', /"memory"/],
  [value(() => Qos.burstable(any({ requests: { cpu: '1' }, limit: { cpu: '2' } }))), 'limit', /"limits"/],
  [value(() => Qos.burstable(any({ requests: { cpus: '1' } }))), 'requests.cpus', /cpu/],
  [value(() => Qos.guaranteed(any({ limits: { cpu: '1', memory: '1Gi' } }))), 'limits', /cpu and memory|burstable/],
  [
    value(() => Scaling.onCpu(any({ minReplicas: 1, maxReplicas: 2, averageUtilization: 80 }))),
    'averageUtilization',
    /percent: 80/,
  ],
  [value(() => Scaling.onCpu(any({ min: 1, max: 2, percent: 80, target: 80 }))), 'target', /percent/],
  [value(() => Scaling.onCpu(any({ min: 1, max: 2, percent: 80, behaviour: {} }))), 'behaviour', /"behavior"/],
  [
    value(() => Scaling.onCpu(any({ min: 1, max: 2, percent: 80, behavior: { scaleDown: {} } }))),
    'behavior.scaleDown',
    /down/,
  ],
  [
    value(() =>
      Scaling.onCpu(any({ min: 1, max: 2, percent: 80, behavior: { down: { stabilizationWindowSeconds: 5 } } })),
    ),
    'behavior.down.stabilizationWindowSeconds',
    /stabilization/,
  ],
  [value(() => Rollout.rolling(any({ maxsurge: 1 }))), 'maxsurge', /"maxSurge"/],
  [value(() => Rollout.rolling(any({ progressDeadlineSeconds: 60 }))), 'progressDeadlineSeconds', /progressDeadline/],
  [value(() => Probes.http('/', any({ initialDelaySeconds: 5 }))), 'initialDelaySeconds', /startWithin/],
  [value(() => Probes.http('/', any({ httpHeaders: {} }))), 'httpHeaders', /headers/],
  [value(() => Probes.tcp(any({ failureThreshold: 5 }))), 'failureThreshold', /Probes\.of|startWithin/],
  [value(() => Volumes.emptyDir('a', any({ size: '1Gi' }))), 'size', /sizeLimit: "1Gi"/],
  [value(() => Volumes.secret('a', any({ defaultMode: 0o400 }))), 'defaultMode', /mode/],
  [value(() => Volumes.configMap('a', any({ item: {} }))), 'item', /"items"/],
  [value(() => Volumes.hostPath('a', '/b', any({ pathType: 'File' }))), 'pathType', /type/],
  [value(() => Volumes.nfs('a', any({ host: 'a', path: '/b' }))), 'host', /server/],
  [value(() => Volumes.emptyDir('a').at('/a', any({ readonly: true }))), 'readonly', /"readOnly"/],
  [value(() => library.Env.secret('a', 'b', any({ required: false }))), 'required', /optional/],
  [value(() => Security.rootImage(any({ fsgroup: 5 }))), 'fsgroup', /"fsGroup"/],
  [value(() => library.external.service('a', any({ port: 80 }))), 'port', /"ports"/],
  [value(() => library.external.secret('a', any({ key: ['a'] }))), 'key', /"keys"/],
  [value(() => library.Peer.cidr('10.0.0.0/8', any({ exept: [] }))), 'exept', /"except"/],
  [value(() => Credentials.fromSecret('a', any({ user: 'b' }))), 'user', /"username"/],
  [
    value(() => Credentials.fromExternalSecret(any({ secretStore: 'a', entry: 'b', properties: {} }))),
    'secretStore',
    /store/,
  ],
  [value(() => new library.Sidecar('side', any({ ...container, volumeMount: [] }))), 'volumeMount', /mounts/],
  [value(() => new library.InitContainer('init', any({ image, resources: {} }))), 'resources', /qos/],
  [
    value(() => new library.Ambassador('redis', any({ ...container, port: 6379, target: 'a:1' }))),
    'target',
    /upstream/,
  ],
  [value(() => new library.Adapter('metrics', any({ ...container, port: 9113, read: reads }))), 'read', /"reads"/],
  [value(() => new library.PodDefaults(any({ selector: {}, env: { A: 'b' } }))), 'selector', /select/],
  [
    value(() => library.Sidecars.logShipper('a', any({ ...container, reads, outputs: { name: 'stdout' } }))),
    'outputs',
    /"output"/,
  ],
  [
    value(() => library.Sidecars.configReloader('a', any({ ...container, watch: reads, webhook: 'http://a' }))),
    'webhook',
    /url/,
  ],
  [
    value(() => library.Sidecars.logRotator('a', any({ ...container, writes: reads, maxsize: '1Mi' }))),
    'maxsize',
    /"maxSize"/,
  ],
  [
    value(() => library.InitContainers.waitForTcp('a', any({ hostname: 'a', port: 1 }))),
    'hostname',
    /host: "a"|"host"/,
  ],
  [value(() => library.InitContainers.copyFiles('a', any({ image, from: '/a', to: reads }))), 'to', /into/],
  [value(() => new library.Restricted(any({ runAsuser: 5 }))), 'runAsuser', /"runAsUser"/],
  [value(() => library.Metric.pods('rps', '100', any({ label: {} }))), 'label', /"labels"/],
];

const { Rollout, Scaling, Security } = library;

/** Of the lines of the error, the one about the prop. */
function lineOf(make: (chart: Chart) => unknown, prop: string): string {
  try {
    make(new Chart(new App(), 'chart', { namespace: 'test' }));
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    const lines = error.issues.map(formatIssue);
    return lines.find((line) => line.startsWith(`${prop}: unknown prop`)) ?? `not among: ${lines.join('; ')}`;
  }
  return 'no error';
}

describe.each([
  ['Kubernetes manifests', KUBERNETES],
  ['Helm charts', HELM],
  ['Docker Compose', COMPOSE],
  ['cdk8s-plus', CDK8S_PLUS],
  ['factories and mixins', VALUES],
])('words of %s', (_, cases) => {
  test.each(cases.map(([make, prop, suggestion]) => ({ prop, suggestion, make })))(
    '$prop: $suggestion',
    ({ make, prop, suggestion }) => {
      const line = lineOf(make, prop);
      expect(line).toContain(`${prop}: unknown prop`);
      expect(line.slice(prop.length + ': unknown prop'.length)).toMatch(suggestion);
    },
  );
});
