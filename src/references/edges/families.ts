import type { Edge } from './edge';
import { CERTIFICATE, KEY, keyOf, rows } from './rows';

const secret = '/Secret';
const kinds = (otherwise: string, group?: string) => ({ kind: 'kind', ...(group && { group }), otherwise });
const guessed = { guess: 'kind' } as const;
const KUEUE = 'kueue.x-k8s.io';
const VAULT = 'secrets.hashicorp.com';
const STRIMZI = 'kafka.strimzi.io';
const EVENTS = 'triggers.tekton.dev';
const CAPI = 'cluster.x-k8s.io';
const ESO = 'external-secrets.io';
const GRAFANA = 'grafana.integreatly.org';

/** Secrets with a certificate or a password, whose keys are beside their names. */
const kafka = (kind: string, at: string) => [
  ...rows(
    `${STRIMZI}/${kind}`,
    { [`${at}tls.trustedCertificates[].secretName`]: secret },
    { part: { of: 'key', fields: ['certificate'] } },
  ),
  ...rows(
    `${STRIMZI}/${kind}`,
    { [`${at}authentication.passwordSecret.secretName`]: secret },
    { part: { of: 'key', fields: ['password'] } },
  ),
  ...['certificate', 'key'].flatMap((field) =>
    rows(
      `${STRIMZI}/${kind}`,
      { [`${at}authentication.certificateAndKey.secretName`]: secret },
      { part: { of: 'key', fields: [field] } },
    ),
  ),
];

const isDefault = (field: string) => (_: unknown, parent: any) => parent?.[field] === 'default';

/**
 * What objects of further operators refer to by fields that the API conventions do not give away. Each is described so in the
 * CustomResourceDefinition of the operator, or in its documentation.
 *
 * @see https://tekton.dev/docs/triggers/triggers-api/
 * @see https://docs.openshift.com/en/documentation/red_hat_openshift_logging/6.6/html/install/prepare-object-storage-for-lokistack
 * @see https://github.com/volcano-sh/volcano/blob/master/pkg/webhooks/admission/jobs/validate/admit_job.go
 */
export const FAMILY_EDGES: readonly Edge[] = [
  ...[
    ...['KafkaConnect', 'KafkaBridge'].map((kind) => kafka(kind, '')),
    ...['clusters[].', 'target.', 'mirrors[].source.'].map((at) => kafka('KafkaMirrorMaker2', at)),
  ].flat(),
  // https://www.elastic.co/docs/deploy-manage/security/k8s-secure-settings
  ...[
    'elasticsearch Elasticsearch',
    'kibana Kibana',
    'apm ApmServer',
    'beat Beat',
    'agent Agent',
    'logstash Logstash',
    'stackconfigpolicy StackConfigPolicy',
  ].flatMap((one) => {
    const from = one.replace(' ', '.k8s.elastic.co/');
    return [
      ...['', 'elasticsearch.', 'kibana.'].flatMap((at) =>
        rows(
          from,
          { [`${at}secureSettings[].secretName`]: secret },
          { part: { of: 'key', fields: ['entries[].key'] } },
        ),
      ),
      ...rows(from, { 'http.tls.certificate.secretName': secret }),
    ];
  }),
  // https://www.elastic.co/docs/reference/cloud-on-k8s/api-docs, ObjectSelector.
  ...[
    'kibana Kibana',
    'apm ApmServer',
    'beat Beat',
    'maps ElasticMapsServer',
    'enterprisesearch EnterpriseSearch',
    'logstash Logstash',
    'agent Agent',
  ].flatMap((one) => {
    const [group, kind] = one.split(' ');
    const fields = { elasticsearch: 'Elasticsearch', kibana: 'Kibana', enterpriseSearch: 'EnterpriseSearch' };
    return Object.entries(fields).flatMap(([field, target]) =>
      [`${field}Ref.name`, `${field}Refs[].name`].flatMap((path) =>
        rows(
          `${group}.k8s.elastic.co/${kind}`,
          { [path]: `${target.toLowerCase()}.k8s.elastic.co/${target}` },
          { namespace: 'namespace', ...guessed },
        ),
      ),
    );
  }),
  ...rows('elasticsearch.k8s.elastic.co/Elasticsearch', {
    'auth.roles[].secretName': secret,
    'auth.fileRealm[].secretName': secret,
  }),
  ...[
    'Queue',
    'Exchange',
    'Binding',
    'User',
    'Vhost',
    'Permission',
    'Policy',
    'Federation',
    'Shovel',
    'SchemaReplication',
    'TopicPermission',
    'OperatorPolicy',
    'SuperStream',
  ].flatMap((kind) =>
    rows(`rabbitmq.com/${kind}`, { 'rabbitmqClusterReference.connectionSecret.name': secret }, { part: keyOf('uri') }),
  ),
  // Keys without which the controllers of the topology operator stop.
  ...[
    'User importCredentialsSecret username',
    'Federation uriSecret uri',
    'Shovel uriSecret srcUri destUri',
    'SchemaReplication upstreamSecret username password',
    'RabbitmqCluster secretBackend.externalSecret',
  ].flatMap((one) => {
    const [kind, field, ...keys] = one.split(' ');
    return rows(`rabbitmq.com/${kind}`, { [`${field}.name`]: secret }, { part: keyOf(...keys) });
  }),
  ...rows('rabbitmq.com/Permission', { 'userReference.name': 'rabbitmq.com/User' }),
  ...rows(
    'k8s.keycloak.org/Keycloak',
    { 'http.tlsSecret': secret, 'ingress.tlsSecret': secret, 'admin.tlsSecret': secret },
    { part: CERTIFICATE },
  ),
  ...rows(
    'k8s.keycloak.org/Keycloak',
    { 'bootstrapAdmin.user.secret': secret },
    { part: keyOf('username', 'password') },
  ),
  ...rows(
    'k8s.keycloak.org/Keycloak',
    { 'bootstrapAdmin.service.secret': secret },
    { part: keyOf('client-id', 'client-secret') },
  ),
  ...rows('k8s.keycloak.org/KeycloakRealmImport', { keycloakCRName: 'k8s.keycloak.org/Keycloak' }),
  ...[
    'pxc PerconaXtraDBCluster pxcCluster',
    'psmdb PerconaServerMongoDB clusterName',
    'ps PerconaServerMySQL clusterName',
  ].flatMap((one) => {
    const [group, kind, field] = one.split(' ');
    const at = `${group}.percona.com/${kind}`;
    return [
      ...rows(
        `${at}Backup`,
        { [field!]: at },
        { part: { of: 'item', called: 'storage', fields: ['storageName'], lists: ['spec.backup.storages{}'] } },
      ),
      ...rows(`${at}Restore`, { [field!]: at, backupName: `${at}Backup` }),
    ];
  }),
  ...['Backup', 'Restore'].flatMap((kind) =>
    rows(`pg.percona.com/PerconaPG${kind}`, { pgCluster: 'pg.percona.com/PerconaPGCluster' }),
  ),
  ...['VaultStaticSecret', 'VaultDynamicSecret', 'VaultPKISecret'].flatMap((kind) =>
    rows(`${VAULT}/${kind}`, { vaultAuthRef: `${VAULT}/VaultAuth` }, { namespace: '/' }),
  ),
  ...rows(`${VAULT}/VaultAuth`, { vaultConnectionRef: `${VAULT}/VaultConnection` }, { namespace: '/' }),
  ...rows(`${VAULT}/VaultConnection`, { caCertSecretRef: secret }, { part: keyOf('ca.crt') }),
  // https://github.com/mongodb/mongodb-kubernetes/blob/master/mongodb-community-operator/api/v1/mongodbcommunity_types.go
  ...['users[]', 'prometheus'].flatMap((at) =>
    rows(
      'mongodbcommunity.mongodb.com/MongoDBCommunity',
      { [`${at}.passwordSecretRef.name`]: secret },
      { part: { ...KEY, otherwise: 'password' } },
    ),
  ),
  ...['data[].sourceRef', 'dataFrom[].sourceRef'].flatMap((at) =>
    rows(`${ESO}/ExternalSecret`, { [`${at}.storeRef.name`]: kinds(`${ESO}/SecretStore`) }),
  ),
  ...rows(`${ESO}/PushSecret`, { 'secretStoreRefs[].name': kinds(`${ESO}/SecretStore`) }),
  ...rows(`${ESO}/ClusterExternalSecret`, { 'namespaces[]': '/Namespace' }, { guess: 'name' }),
  ...rows(
    `${ESO}/ClusterExternalSecret`,
    Object.fromEntries(
      ['secretStoreRef', 'data[].sourceRef.storeRef', 'dataFrom[].sourceRef.storeRef'].map((at) => [
        `externalSecretSpec.${at}.name`,
        kinds(`${ESO}/SecretStore`),
      ]),
    ),
    // Those of namespaces are beside the ExternalSecrets that are made.
    { isIgnored: (_, { kind }) => kind !== 'ClusterSecretStore' },
  ),
  ...['secret', 'configMap'].flatMap((field) =>
    rows(
      `${ESO}/ExternalSecret`,
      { [`target.template.templateFrom[].${field}.name`]: field === 'secret' ? secret : '/ConfigMap' },
      { part: { of: 'key', fields: ['items[].key'] } },
    ),
  ),
  ...['Dashboard', 'LibraryPanel', 'AlertRuleGroup'].flatMap((kind) =>
    rows(`${GRAFANA}/Grafana${kind}`, { folderRef: `${GRAFANA}/GrafanaFolder` }),
  ),
  ...rows(`${GRAFANA}/GrafanaFolder`, { parentFolderRef: `${GRAFANA}/GrafanaFolder` }),
  ...rows(`${GRAFANA}/GrafanaServiceAccount`, { instanceName: `${GRAFANA}/Grafana` }),
  ...rows('jaegertracing.io/Jaeger', { 'storage.secretName': secret }),
  ...['tempo.grafana.com/TempoStack', 'loki.grafana.com/LokiStack'].flatMap((from) =>
    rows(from, { 'storage.secret.name': secret, 'storage.tls.caName': '/ConfigMap' }),
  ),
  ...rows('monitoring.coreos.com/PrometheusAgent', { 'secrets[]': secret, 'configMaps[]': '/ConfigMap' }),
  ...rows(`${KUEUE}/LocalQueue`, { clusterQueue: `${KUEUE}/ClusterQueue` }, guessed),
  ...rows(
    `${KUEUE}/ClusterQueue`,
    {
      'resourceGroups[].flavors[].name': `${KUEUE}/ResourceFlavor`,
      'admissionChecks[]': `${KUEUE}/AdmissionCheck`,
      'admissionChecksStrategy.admissionChecks[].name': `${KUEUE}/AdmissionCheck`,
    },
    guessed,
  ),
  ...rows(`${KUEUE}/MultiKueueConfig`, { 'clusters[]': `${KUEUE}/MultiKueueCluster` }, guessed),
  ...rows(`${KUEUE}/ResourceFlavor`, { topologyName: `${KUEUE}/Topology` }, guessed),
  ...['batch/Job', 'ray.io/RayJob', 'ray.io/RayCluster', 'apps/Deployment', 'apps/StatefulSet'].map(
    (from): Edge => ({
      from,
      path: 'metadata.labels.kueue~x-k8s~io/queue-name',
      to: `${KUEUE}/LocalQueue`,
      rule: 'custom-reference-unknown',
      ...guessed,
    }),
  ),
  ...rows(
    'batch.volcano.sh/Job',
    { queue: 'scheduling.volcano.sh/Queue' },
    { ...guessed, isIgnored: isDefault('queue') },
  ),
  ...rows('serving.kserve.io/TrainedModel', { inferenceService: 'serving.kserve.io/InferenceService' }),
  ...rows('flink.apache.org/FlinkSessionJob', { deploymentName: 'flink.apache.org/FlinkDeployment' }),
  ...['driver', 'executor'].flatMap((at) =>
    rows('sparkoperator.k8s.io/SparkApplication', {
      [`${at}.configMaps[].name`]: '/ConfigMap',
      [`${at}.secrets[].name`]: secret,
    }),
  ),
  ...rows('redis.redis.opstreelabs.in/RedisSentinel', {
    'redisSentinelConfig.redisReplicationName': 'redis.redis.opstreelabs.in/RedisReplication',
  }),
  ...rows(
    'eventing.knative.dev/Broker',
    { 'config.name': kinds('/ConfigMap', 'apiVersion') },
    { namespace: 'namespace' },
  ),
  ...rows('messaging.knative.dev/Subscription', {
    'channel.name': kinds('messaging.knative.dev/Channel', 'apiVersion'),
  }),
  ...['Sensor', 'EventSource'].flatMap((kind) => rows(`argoproj.io/${kind}`, { eventBusName: 'argoproj.io/EventBus' })),
  ...['EventListener triggers[].', 'Trigger '].flatMap((one) => {
    const [kind, at] = one.split(' ');
    return [
      ...rows(`${EVENTS}/${kind}`, { [`${at}bindings[].ref`]: kinds(`${EVENTS}/TriggerBinding`) }),
      ...rows(`${EVENTS}/${kind}`, { [`${at}template.ref`]: `${EVENTS}/TriggerTemplate` }),
    ];
  }),
  ...rows(`${EVENTS}/EventListener`, { 'triggers[].triggerRef': `${EVENTS}/Trigger` }),
  ...['MachineDeployment', 'MachineSet', 'Machine', 'MachinePool', 'MachineHealthCheck'].flatMap((kind) =>
    rows(`${CAPI}/${kind}`, { clusterName: `${CAPI}/Cluster` }),
  ),
  ...rows(
    'karpenter.sh/NodePool',
    { 'template.spec.nodeClassRef.name': kinds('karpenter.k8s.aws/EC2NodeClass', 'group') },
    guessed,
  ),
  ...['http', 's3', 'registry', 'imageio', 'vddk', 'gcs'].flatMap((source) =>
    rows('cdi.kubevirt.io/DataVolume', {
      [`source.${source}.secretRef`]: secret,
      [`source.${source}.certConfigMap`]: '/ConfigMap',
    }),
  ),
  ...rows('cdi.kubevirt.io/DataVolume', { 'source.pvc.name': '/PersistentVolumeClaim' }, { namespace: 'namespace' }),
  ...rows('actions.github.com/AutoscalingRunnerSet', { githubConfigSecret: secret }),
  ...rows('actions.summerwind.dev/HorizontalRunnerAutoscaler', {
    'scaleTargetRef.name': kinds('actions.summerwind.dev/RunnerDeployment'),
  }),
  ...rows('source.toolkit.fluxcd.io/GitRepository', {
    'include[].repository.name': 'source.toolkit.fluxcd.io/GitRepository',
  }),
];
