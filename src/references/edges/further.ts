import type { Edge } from './edge';
import { KEY, keyOf, rows } from './rows';

const secret = '/Secret';
const kinds = (otherwise: string, group?: string) => ({ kind: 'kind', ...(group && { group }), otherwise });
const VAULT = 'secrets.hashicorp.com';
const CRUNCHY = 'postgres-operator.crunchydata.com';
const LOGGING = 'logging.banzaicloud.io';
const CONTOUR = 'projectcontour.io';
const TRAEFIK = 'traefik.io';
const DAPR = 'dapr.io';
const ports = (field: string) => ({ of: 'servicePort', fields: [field] }) as const;

/**
 * What objects of operators refer to by fields with names of their own, as the schemas of their CustomResourceDefinitions describe
 * them.
 */
export const FURTHER_EDGES: readonly Edge[] = [
  ...['ReplicationSource', 'ReplicationDestination'].flatMap((kind) => [
    ...rows(`volsync.backube/${kind}`, { 'restic.repository': secret }),
    // VolSync creates them at one side, and they are copied to the other.
    ...rows(`volsync.backube/${kind}`, { 'rsync.sshKeys': secret }, { guess: 'name', isAnywhere: true }),
    ...rows(`volsync.backube/${kind}`, { 'rclone.rcloneConfig': secret }, { part: keyOf('rclone.conf') }),
  ]),
  ...rows('volsync.backube/ReplicationSource', { sourcePVC: '/PersistentVolumeClaim' }),
  ...['rclone', 'restic', 'rsync', 'rsyncTLS'].flatMap((mover) =>
    rows('volsync.backube/ReplicationDestination', { [`${mover}.destinationPVC`]: '/PersistentVolumeClaim' }),
  ),
  ...['VaultStaticSecret', 'VaultDynamicSecret', 'VaultPKISecret', 'HCPVaultSecretsApp'].flatMap((kind) => [
    ...rows(
      `${VAULT}/${kind}`,
      { 'rolloutRestartTargets[].name': kinds('apps/Deployment') },
      { isIgnored: (_, parent) => String(parent.kind).includes('.') },
    ),
    ...rows(
      `${VAULT}/${kind}`,
      { 'destination.transformation.transformationRefs[].name': `${VAULT}/SecretTransformation` },
      { namespace: 'namespace' },
    ),
  ]),
  ...rows(`${VAULT}/HCPVaultSecretsApp`, { hcpAuthRef: `${VAULT}/HCPAuth` }, { namespace: '/' }),
  ...rows(`${VAULT}/VaultAuthGlobal`, { vaultConnectionRef: `${VAULT}/VaultConnection` }, { namespace: '/' }),
  ...rows(`${CRUNCHY}/PostgresCluster`, { 'databaseInitSQL.name': '/ConfigMap' }, { part: KEY }),
  ...rows(
    `${CRUNCHY}/PGAdmin`,
    { 'config.ldapBindPassword.name': secret, 'config.configDatabaseURI.name': secret },
    { part: KEY },
  ),
  ...rows(`${CRUNCHY}/PGAdmin`, { 'serverGroups[].postgresClusterName': `${CRUNCHY}/PostgresCluster` }),
  ...rows(`${CRUNCHY}/PGUpgrade`, { postgresClusterName: `${CRUNCHY}/PostgresCluster` }),
  ...rows(
    `${CRUNCHY}/PostgresCluster`,
    { 'dataSource.postgresCluster.clusterName': `${CRUNCHY}/PostgresCluster` },
    { namespace: 'clusterNamespace' },
  ),
  ...[
    'pxc.percona.com/PerconaXtraDBCluster',
    'psmdb.percona.com/PerconaServerMongoDB',
    'ps.percona.com/PerconaServerMySQL',
  ].flatMap((from) => rows(from, { 'tls.issuerConf.name': kinds('cert-manager.io/Issuer', 'group') })),
  ...['dumpInstance', 'snapshot'].flatMap((method) =>
    ['ociObjectStorage.credentials', 's3.config', 'azure.config'].flatMap((storage) =>
      rows('mysql.oracle.com/InnoDBCluster', { [`backupProfiles[].${method}.storage.${storage}`]: secret }),
    ),
  ),
  ...rows('mysql.oracle.com/MySQLBackup', { clusterName: 'mysql.oracle.com/InnoDBCluster' }),
  ...rows('k8s.mariadb.com/Connection', { serviceName: '/Service' }),
  ...rows('databases.spotahome.com/RedisFailover', { 'auth.secretPath': secret }, { part: keyOf('password') }),
  ...rows('k8s.keycloak.org/Keycloak', { 'cache.configMapFile.name': '/ConfigMap' }, { part: KEY }),
  ...['Backup resourcePolicy', 'Schedule template.resourcePolicy', 'Restore resourceModifier'].flatMap((one) => {
    const [kind, field] = one.split(' ');
    return rows(`velero.io/${kind}`, { [`${field}.name`]: '/ConfigMap' });
  }),
  ...rows('ceph.rook.io/CephBucketNotification', { topic: 'ceph.rook.io/CephBucketTopic' }),
  ...['grpc', 'http'].flatMap((protocol) =>
    rows('tempo.grafana.com/TempoMonolithic', {
      [`ingestion.otlp.${protocol}.tls.caName`]: '/ConfigMap',
      [`ingestion.otlp.${protocol}.tls.certName`]: secret,
    }),
  ),
  ...['s3', 'azure', 'gcs'].flatMap((store) =>
    rows('tempo.grafana.com/TempoMonolithic', { [`storage.traces.${store}.secret`]: secret }),
  ),
  ...['template.distributor.tls', 'template.ingester.tls', 'storage.tls'].flatMap((at) =>
    rows('tempo.grafana.com/TempoStack', { [`${at}.caName`]: '/ConfigMap', [`${at}.certName`]: secret }),
  ),
  ...rows(
    'kueue.x-k8s.io/Cohort',
    { 'resourceGroups[].flavors[].name': 'kueue.x-k8s.io/ResourceFlavor' },
    { guess: 'kind' },
  ),
  ...rows(`${TRAEFIK}/IngressRoute`, { 'parentRefs[].name': `${TRAEFIK}/IngressRoute` }, { namespace: 'namespace' }),
  ...[
    'errors.service',
    'weighted.services[]',
    'highestRandomWeight.services[]',
    'mirroring',
    'mirroring.mirrors[]',
  ].flatMap((at) =>
    rows(`${TRAEFIK}/${at.startsWith('errors') ? 'Middleware' : 'TraefikService'}`, {
      [`${at}.serversTransport`]: `${TRAEFIK}/ServersTransport`,
    }),
  ),
  ...['ContourConfiguration ', 'ContourDeployment runtimeSettings.'].flatMap((one) => {
    const [kind, at] = one.split(' ');
    return [
      ...['envoy.clientCertificate', 'httpproxy.fallbackCertificate'].flatMap((field) =>
        rows(`${CONTOUR}/${kind}`, { [`${at}${field}.name`]: secret }, { namespace: 'namespace' }),
      ),
      ...['rateLimitService', 'tracing', 'globalExtAuth'].flatMap((service) => {
        const field = service === 'globalExtAuth' ? 'extensionRef' : 'extensionService';
        return rows(
          `${CONTOUR}/${kind}`,
          { [`${at}${service}.${field}.name`]: `${CONTOUR}/ExtensionService` },
          { namespace: 'namespace' },
        );
      }),
    ];
  }),
  ...rows('cert-manager.io/Issuer', { 'acme.solvers[].http01.ingress.name': 'networking.k8s.io/Ingress' }),
  ...['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy'].flatMap((kind) =>
    ['ingress', 'egress'].flatMap((list) =>
      rows(
        `cilium.io/${kind}`,
        { [`${list}[].toPorts[].listener.envoyConfig.name`]: kinds('cilium.io/CiliumEnvoyConfig') },
        kind === 'CiliumNetworkPolicy' ? {} : { guess: 'kind' },
      ),
    ),
  ),
  // Of another store than that of Kubernetes, the name means something else.
  ...rows(
    `${DAPR}/Component`,
    { 'metadata[].secretKeyRef.name': secret },
    { part: KEY, isIgnored: ({ auth }) => (auth?.secretStore ?? 'kubernetes') !== 'kubernetes' },
  ),
  ...rows(`${DAPR}/Subscription`, { pubsubname: `${DAPR}/Component` }, { guess: 'kind' }),
  ...['Flow Output ClusterOutput', 'SyslogNGFlow SyslogNGOutput SyslogNGClusterOutput'].flatMap((one) => {
    const [flow, output, common] = one.split(' ');
    return [
      ...rows(`${LOGGING}/${flow}`, { 'localOutputRefs[]': `${LOGGING}/${output}` }),
      // Those of all namespaces are beside the Logging.
      ...[flow!, flow!.replace(/Flow$/, 'ClusterFlow')].flatMap((from) =>
        rows(
          `${LOGGING}/${from}`,
          { 'globalOutputRefs[]': `${LOGGING}/${common}` },
          from === flow ? { guess: 'kind', isAnywhere: true } : {},
        ),
      ),
    ];
  }),
  ...rows('http.keda.sh/HTTPScaledObject', { 'scaleTargetRef.service': '/Service' }, { part: ports('port') }),
  ...rows('argoproj.io/Experiment', { 'analyses[].templateName': 'argoproj.io/AnalysisTemplate' }),
  ...rows('serving.knative.dev/Route', { 'traffic[].configurationName': 'serving.knative.dev/Configuration' }),
  ...rows('eventing.knative.dev/KafkaSink', { 'auth.secret.ref.name': secret }),
  ...rows('kafka.strimzi.io/KafkaConnect', { 'build.output.pushSecret': secret }),
  ...['certificate', 'key'].flatMap((field) =>
    rows(
      'kafka.strimzi.io/Kafka',
      { 'kafka.listeners[].configuration.brokerCertChainAndKey.secretName': secret },
      { part: { of: 'key', fields: [field] } },
    ),
  ),
  ...['service', 'services[]'].map(
    (at): Edge => ({
      from: 'ingress.v1.haproxy.org/TCP',
      path: `spec[].${at}.name`,
      to: '/Service',
      part: ports('port'),
      rule: 'custom-reference-unknown',
    }),
  ),
  ...rows(
    'operator.victoriametrics.com/VMUser',
    { 'targetRefs[].crd.name': kinds('operator.victoriametrics.com/VMAgent') },
    { namespace: 'namespace', isIgnored: (_, parent) => String(parent.kind).includes('/') },
  ),
  ...['instancetype', 'preference'].flatMap((field) => {
    const kind = `VirtualMachineCluster${field[0]!.toUpperCase()}${field.slice(1)}`;
    return rows(
      'kubevirt.io/VirtualMachine',
      { [`${field}.name`]: kinds(`instancetype.kubevirt.io/${kind}`) },
      { guess: 'kind', isIgnored: (_, parent) => !/^VirtualMachine|^$/.test(parent.kind ?? '') },
    );
  }),
  ...[
    'kubevirt.io/VirtualMachine dataVolumeTemplates[].spec.',
    'cdi.kubevirt.io/DataImportCron template.spec.',
    'cdi.kubevirt.io/DataSource ',
  ].flatMap((one) => {
    const [from, at] = one.split(' ');
    return rows(from!, { [`${at}source.pvc.name`]: '/PersistentVolumeClaim' }, { namespace: 'namespace' });
  }),
  ...[
    'kubevirt.io/VirtualMachine dataVolumeTemplates[].spec.',
    'cdi.kubevirt.io/DataVolume ',
    'cdi.kubevirt.io/DataSource ',
  ].flatMap((one) => {
    const [from, at] = one.split(' ');
    const to = 'snapshot.storage.k8s.io/VolumeSnapshot';
    return rows(from!, { [`${at}source.snapshot.name`]: to }, { namespace: 'namespace', guess: 'kind' });
  }),
  ...rows('kargo.akuity.io/Stage', {
    'requestedFreight[].origin.name': kinds('kargo.akuity.io/Warehouse'),
    'requestedFreight[].sources.stages[]': 'kargo.akuity.io/Stage',
    'promotionTemplate.spec.steps[].task.name': kinds('kargo.akuity.io/PromotionTask'),
  }),
  ...rows(
    'clickhouse.altinity.com/ClickHouseInstallation',
    { 'useTemplates[].name': 'clickhouse.altinity.com/ClickHouseInstallationTemplate' },
    { namespace: 'namespace', guess: 'kind' },
  ),
  ...['AtlasProject', 'AtlasDeployment', 'AtlasDatabaseUser'].flatMap((kind) =>
    rows(`atlas.mongodb.com/${kind}`, { 'connectionSecret.name': secret }),
  ),
  ...rows(
    'http.keda.sh/HTTPScaledObject',
    { 'coldStartTimeoutFailoverRef.service': '/Service' },
    { part: ports('port') },
  ),
];
