import {
  blog,
  type Case,
  call,
  checkedApp,
  container,
  database,
  library,
  logs,
  made,
  mixin,
  only,
  stateful,
  web,
} from './ask';

const { Probes, Qos, Scaling, Sensitive, WebApp } = library;
const password = Sensitive.text('s3cret');
const job = { ...container, restartPolicy: 'Never' };
const cron = { ...job, schedule: '0 3 * * *' };
const shop = (chart: object) => new WebApp(chart as never, 'web', web);

/** Words of Compose, ECS, Terraform, Helm, fields at the wrong level, and what learners guess. */
export const EIGHTH: readonly Case[] = [
  // Workloads
  [made('WebApp', { ...container, probes: web.probes, containerPort: 8080 }), 'containerPort', /\bport\b/],
  [made('WebApp', { ...web, desiredCount: 3 }), 'desiredCount', /scaling: Scaling\.fixed\(3\)/],
  [made('WebApp', { ...web, copies: 3 }), 'copies', /scaling: Scaling\.fixed\(3\)/],
  [made('WebApp', { ...web, healthCheckPath: '/healthz' }), 'healthCheckPath', /probes: Probes\.http\("\/healthz"/],
  [made('WebApp', { ...web, depends_on: ['db'] }), 'depends_on', /connectTo|waitFor|addDependency/],
  [made('WebApp', { ...web, mem_limit: '512m' }), 'mem_limit', /qos: Qos\./],
  [made('WebApp', { ...web, cpuLimit: '1' }), 'cpuLimit', /qos: Qos\./],
  [made('WebApp', { ...web, domainName: 'shop.example.com' }), 'domainName', /ingress: \{ host/],
  [made('WebApp', { ...web, stop_grace_period: '30s' }), 'stop_grace_period', /terminationGracePeriod/],
  [made('WebApp', { ...web, cap_add: ['NET_ADMIN'] }), 'cap_add', /addCapabilities/],
  [made('WebApp', { ...web, tmpfs: ['/tmp'] }), 'tmpfs', /emptyDir|mounts/],
  [made('WebApp', { ...web, startCommand: ['run'] }), 'startCommand', /\bcommand\b/],
  [made('WebApp', { ...web, serviceType: 'NodePort' }), 'serviceType', /service: \{ type/],
  [made('WebApp', { ...web, ingress: { hostname: 'shop.example.com' } }), 'ingress.hostname', /\bhost\b/],
  [
    made('WebApp', { ...web, ingress: { host: 'shop.example.com', tlsSecretName: 'tls' } }),
    'ingress.tlsSecretName',
    /\btls\b/,
  ],
  [made('WebApp', { ...web, service: { type: 'NodePort', nodeport: 30080 } }), 'service.nodeport', /nodePort/],
  [made('WebApp', { ...web, service: { externalPort: 80 } }), 'service.externalPort', /\bport\b/],
  [made('WebApp', { ...web, networkPolicy: { ingres: [] } }), 'networkPolicy.ingres', /ingress/],
  [
    made('WebApp', { ...web, security: { readOnlyRootFilesystem: false } }),
    'security.readOnlyRootFilesystem',
    /writableRootFilesystem: true/,
  ],
  [
    made('WebApp', { ...web, security: { capabilities: { add: ['NET_ADMIN'] } } }),
    'security.capabilities',
    /addCapabilities/,
  ],
  [made('Worker', { ...container, enviroment: { A: 'b' } }), 'enviroment', /\benv\b/],
  [made('Worker', { ...container, minInstances: 2 }), 'minInstances', /scaling: Scaling\./],
  [made('Worker', { ...container, nodeSelectors: { disk: 'ssd' } }), 'nodeSelectors', /nodeSelector\b/],
  [made('SingletonApp', { ...web, replicas: 1 }), 'replicas', /single|one replica|WebApp/i],
  [made('StatefulApp', { ...stateful, podManagementPolicy: 'Parallel' }), 'podManagementPolicy', /parallel: true/],
  [made('StatefulApp', { ...web, volumeClaimTemplates: [{ name: 'data' }] }), 'volumeClaimTemplates', /storage/],
  [made('StatefulApp', { ...web, storage: [{ size: '1Gi', mountPath: '/data' }] }), 'storage[0].mountPath', /\bpath\b/],
  [made('StatefulApp', { ...web, storage: [{ path: '/data', capacity: '1Gi' }] }), 'storage[0].capacity', /\bsize\b/],
  [made('NodeAgent', { ...container, updateStrategy: { type: 'OnDelete' } }), 'updateStrategy', /rollout/],
  [made('NodeAgent', { ...container, toleration: [{ operator: 'Exists' }] }), 'toleration', /tolerations/],
  [made('Job', { ...job, retries: 3 }), 'retries', /backoffLimit: 3/],
  [made('Job', { ...job, ttlSecondsAfterFinished: 600 }), 'ttlSecondsAfterFinished', /ttlAfterFinished/],
  [made('CronJob', { ...job, cron: '0 3 * * *' }), 'cron', /schedule/],
  [made('CronJob', { ...cron, timezome: 'Asia/Shanghai' }), 'timezome', /timeZone/],
  [made('CronJob', { ...cron, successHistoryLimit: 3 }), 'successHistoryLimit', /successfulJobsHistoryLimit/],
  [
    made('Pod', { ...container, nodeAffinity: [{ key: 'disk', operater: 'Exists' }] }),
    'nodeAffinity[0].operater',
    /operator/,
  ],
  [made('StaticPod', { image: container.image }), 'qos', /required/],
  // Data
  [made('MySql', { ...database, databaseName: 'blog' }), 'databaseName', /\bdatabase\b/],
  [made('MySql', { ...database, rootPassword: 's3cret' }), 'rootPassword', /credentials/],
  [made('MySql', { ...database, persistence: { size: '1Gi' } }), 'persistence', /storage/],
  [made('MySql', { ...database, my_cnf: 'max_connections=1' }), 'my_cnf', /configuration/],
  [made('MariaDb', { ...database, charset: 'utf8mb4' }), 'charset', /characterSet/],
  [made('MariaDb', { ...database, backup: { cron: '0 1 * * *' } }), 'backup.cron', /schedule/],
  [blog({ siteTitle: 'Blog' }), 'siteTitle', /install/],
  [blog({ uploadLimit: '64M' }), 'uploadLimit', /maxUploadSize/],
  // Configuration, access, storage, exposure
  [made('ConfigMap', { data: { A: 'b' } }), 'data', /from: \[Content\.literal/],
  [made('Secret', { stringData: { password: 'x' } }), 'stringData', /from: \[Content\.literal/],
  [made('RegistrySecret', { registry: 'ghcr.io', username: 'u', password }), 'registry', /server/],
  [made('Permissions', { role: 'view', subjects: [{ user: 'jane' }] }), 'subjects', /\bto\b/],
  [made('TenantNamespace', { resourceQuota: { pods: 10 } }), 'resourceQuota', /quota/],
  [made('PersistentVolumeClaim', { size: '1Gi', storageClass: 'fast' }), 'storageClass', /storageClassName/],
  [made('StorageClass', { provisioner: 'x.example.com', default: true }), 'default', /isDefault/],
  [
    (chart) => made('Ingress', { ingressClassName: 'nginx', rules: [{ path: '/', to: shop(chart) }] })(chart),
    'ingressClassName',
    /className/,
  ],
  [(chart) => made('Ingress', { rules: [{ path: '/', backend: shop(chart) }] })(chart), 'rules[0].backend', /\bto\b/],
  // Mixins, factories, the app
  [mixin('Sidecar', { ...container, volumeMounts: [logs] }), 'volumeMounts', /mounts/],
  [only('PodDefaults', { selector: { app: 'x' }, env: { A: '1' } }), 'selector', /select/],
  [
    call((any) => Scaling.onCpu(any({ min: 1, max: 3, targetCPUUtilizationPercentage: 80 }))),
    'targetCPUUtilizationPercentage',
    /percent/,
  ],
  [call((any) => Probes.http('/', any({ initialDelaySeconds: 5 }))), 'initialDelaySeconds', /initialDelay|startWithin/],
  [call((any) => Qos.burstable(any({ request: { cpu: '1' } }))), 'request', /requests/],
  [checkedApp({ k8sVersion: '1.36' }), 'k8sVersion', /kubernetesVersion/],
];
