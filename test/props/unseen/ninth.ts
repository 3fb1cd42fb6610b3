import { blog, type Case, call, checkedApp, container, database, library, logs, made, qos, stateful, web } from './ask';

const { Peer, Scaling, Sensitive, WebApp } = library;
const password = Sensitive.text('s3cret');
const job = { ...container, restartPolicy: 'Never' };
const shop = (chart: object) => new WebApp(chart as never, 'web', web);

/** A second set of the same kind, written together with the eighth, before it was tried. */
export const NINTH: readonly Case[] = [
  // Workloads
  [made('WebApp', { ...web, memoryLimitMiB: 512 }), 'memoryLimitMiB', /qos: Qos\./],
  [made('WebApp', { ...web, taskCount: 2 }), 'taskCount', /scaling: Scaling\.fixed\(2\)/],
  [made('WebApp', { ...web, maxReplica: 5 }), 'maxReplica', /scaling: Scaling\.on/],
  [made('WebApp', { ...web, imageName: 'nginx:1.27.3' }), 'imageName', /\bimage\b/],
  [made('WebApp', { ...container, probes: web.probes, exposePort: 8080 }), 'exposePort', /\bport\b/],
  [made('WebApp', { ...web, healthcheck: { test: ['CMD', 'true'] } }), 'healthcheck', /probes/],
  [made('WebApp', { ...web, readiness: { httpGet: { path: '/' } } }), 'readiness', /probes/],
  [made('WebApp', { ...web, env_file: '.env' }), 'env_file', /envFrom|Content\.envFile/],
  [made('WebApp', { ...web, secrets: [{ name: 'auth' }] }), 'secrets', /Env\.secret|EnvFrom\.secret|Volumes\.secret/],
  [made('WebApp', { ...web, extraEnvVars: { A: 'b' } }), 'extraEnvVars', /\benv\b/],
  [made('WebApp', { ...web, working_dir: '/app' }), 'working_dir', /workingDir/],
  [made('WebApp', { ...web, privileged: true }), 'privileged', /security(?:: \{ |\.)privileged/],
  [made('WebApp', { ...web, runAsUser: 1000 }), 'runAsUser', /security(?:: \{ |\.)runAsUser/],
  [made('WebApp', { ...web, imagePullSecret: 'reg' }), 'imagePullSecret', /imagePullSecrets/],
  [made('WebApp', { ...web, maxSurge: 1 }), 'maxSurge', /rollout: \{ maxSurge/],
  [made('WebApp', { ...web, topologySpreadConstraints: [] }), 'topologySpreadConstraints', /topologySpread/],
  [made('WebApp', { ...web, loadBalancer: true }), 'loadBalancer', /service: \{ type: ['"]LoadBalancer/],
  [made('WebApp', { ...web, hostAlias: { '10.0.0.1': ['db'] } }), 'hostAlias', /hostAliases/],
  [
    made('WebApp', { ...web, ingress: { host: 'a.example.com', ingressClass: 'nginx' } }),
    'ingress.ingressClass',
    /className/,
  ],
  [made('WebApp', { ...web, ingress: { host: 'a.example.com', path: '/api' } }), 'ingress.path', /paths/],
  [
    made('WebApp', { ...web, service: { type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8'] } }),
    'service.loadBalancerSourceRanges',
    /sourceRanges/,
  ],
  [made('WebApp', { ...web, probes: { liveness: { httpGet: { path: '/' } } } }), 'probes.liveness.httpGet', /\bhttp\b/],
  [
    made('WebApp', { ...web, probes: { liveness: { http: { path: '/' }, periodSeconds: 5 } } }),
    'probes.liveness.periodSeconds',
    /period/,
  ],
  [made('WebApp', { ...web, lifecycle: { prestop: { sleep: 5 } } }), 'lifecycle.prestop', /preStop/],
  [
    made('WebApp', { ...web, tolerations: [{ key: 'gpu', tolerationSeconds: 30 }] }),
    'tolerations[0].tolerationSeconds',
    /duration/,
  ],
  [made('Worker', { ...container, arguments: ['--queue'] }), 'arguments', /\bargs\b/],
  [made('Worker', { ...container, concurrency: 5 }), 'concurrency', /scaling|env/],
  [made('Worker', { ...container, pod_labels: { a: 'b' } }), 'pod_labels', /podLabels/],
  [made('Worker', { qos }), 'image', /required/],
  [
    made('StatefulApp', { ...stateful, persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } }),
    'persistentVolumeClaimRetentionPolicy',
    /storageRetention/,
  ],
  [made('StatefulApp', { ...stateful, serviceName: 'db-headless' }), 'serviceName', /\bservice\b|name/],
  [made('StatefulApp', { ...web, pvc: { size: '1Gi' } }), 'pvc', /storage/],
  [made('NodeAgent', { ...container, hostNetWork: true }), 'hostNetWork', /hostNetwork/],
  [made('NodeAgent', { ...container, runOnMaster: true }), 'runOnMaster', /onControlPlane/],
  [made('Job', { ...job, timeout: 600 }), 'timeout', /activeDeadline/],
  [made('Job', { ...job, completionMode: 'Indexed' }), 'completionMode', /indexed: true/],
  [
    made('Job', { ...job, activeDeadlineSeconds: 600 }),
    'activeDeadlineSeconds',
    /activeDeadline: Duration\.seconds\(600\)/,
  ],
  [made('CronJob', { ...job, schedule: '0 3 * * *', allowConcurrent: false }), 'allowConcurrent', /concurrencyPolicy/],
  [made('CronJob', { ...job }), 'schedule', /required/],
  [made('Pod', { ...container, restart: 'always' }), 'restart', /restartPolicy/],
  // Data
  [made('MySql', { ...database, storage: { size: '1Gi', existingClaim: 'data' } }), 'storage.existingClaim', /claim/],
  [made('MySql', { ...database, userName: 'blog' }), 'userName', /user\b|credentials/],
  [made('MySql', { ...database, initdbScripts: { 'a.sql': 'select 1' } }), 'initdbScripts', /initScripts/],
  [
    made('ExternalDatabase', { database: 'blog', credentials: database.credentials, endpoint: 'db.example.com' }),
    'endpoint',
    /\bhost\b/,
  ],
  [blog({ plugins: ['akismet'] }), 'plugins', /image|not|install/],
  [blog({ smtp: { server: 'mail.example.com' } }), 'smtp.server', /\bhost\b/],
  // Configuration, access, storage, exposure
  [made('ConfigMap', { files: ['app.conf'] }), 'files', /from: \[Content\.file/],
  [made('TlsSecret', { cert: password, privateKey: password }), 'cert', /certificate/],
  [made('BasicAuthSecret', { user: 'jane', password }), 'user', /username/],
  [made('Permissions', { role: 'view', serviceAccount: 'deployer' }), 'serviceAccount', /\bto\b/],
  [
    made('Permissions', { to: { user: 'jane' }, rules: [{ apiGroup: '', resources: ['pods'], verbs: ['get'] }] }),
    'rules[0].apiGroup',
    /apiGroups/,
  ],
  [made('PriorityClass', { priority: 1000 }), 'priority', /value/],
  [made('PersistentVolumeClaim', { size: '1Gi', accessMode: 'ReadWriteOnce' }), 'accessMode', /accessModes/],
  [made('StaticVolume', { size: '1Gi', nfs: { server: 'nas', exportPath: '/x' } }), 'nfs.exportPath', /\bpath\b/],
  [made('MetalLbPool', { ipRange: '10.0.0.1-10.0.0.9' }), 'ipRange', /addresses/],
  [
    (chart) => made('HttpRoute', { parentRefs: [{ name: 'gw' }], rules: [{ to: shop(chart) }] })(chart),
    'parentRefs',
    /gateway/,
  ],
  // Mixins, factories, the app
  [
    call((any) => library.Sidecars.logShipper('logs', any({ qos, reads: logs, outputs: { name: 'stdout' } }))),
    'outputs',
    /\boutput\b/,
  ],
  [call((any) => Peer.cidr('10.0.0.0/8', any({ exclude: ['10.1.0.0/16'] }))), 'exclude', /except/],
  [call((any) => Scaling.onCpu(any({ minReplicas: 1, max: 3, percent: 80 }))), 'minReplicas', /\bmin\b/],
  [checkedApp({ platform: { imageRegistry: 'mirror.example.com' } }), 'platform.imageRegistry', /registry/],
];
