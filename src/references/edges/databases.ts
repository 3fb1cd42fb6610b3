import type { Edge } from './edge';

const rule = 'custom-reference-unknown';
const secret = { to: '/Secret', rule } as const;
const key = { of: 'key', fields: ['key'] } as const;
const CNPG = 'postgresql.cnpg.io';
const STRIMZI = 'kafka.strimzi.io';

/** What objects of operators for databases, certificates and networks refer to. */
export const DATABASE_EDGES: readonly Edge[] = [
  ...['bootstrap.initdb.secret', 'superuserSecret', 'certificates.serverTLSSecret', 'certificates.serverCASecret'].map(
    (field): Edge => ({
      from: `${CNPG}/Cluster`,
      path: `spec.${field}${field.startsWith('certificates') ? '' : '.name'}`,
      ...secret,
    }),
  ),
  ...['accessKeyId', 'secretAccessKey'].map(
    (field): Edge => ({
      from: `${CNPG}/Cluster`,
      path: `spec.backup.barmanObjectStore.s3Credentials.${field}.name`,
      part: key,
      ...secret,
    }),
  ),
  ...['Backup', 'ScheduledBackup', 'Pooler'].map(
    (kind): Edge => ({ from: `${CNPG}/${kind}`, path: 'spec.cluster.name', to: `${CNPG}/Cluster`, rule }),
  ),
  ...['KafkaTopic', 'KafkaUser', 'KafkaNodePool'].map(
    (kind): Edge => ({
      from: `${STRIMZI}/${kind}`,
      path: 'metadata.labels.strimzi~io/cluster',
      to: `${STRIMZI}/Kafka`,
      rule,
    }),
  ),
  {
    from: `${STRIMZI}/KafkaConnector`,
    path: 'metadata.labels.strimzi~io/cluster',
    to: `${STRIMZI}/KafkaConnect`,
    rule,
  },
  ...['jks', 'pkcs12'].map(
    (format): Edge => ({
      from: 'cert-manager.io/Certificate',
      path: `spec.keystores.${format}.passwordSecretRef.name`,
      part: key,
      ...secret,
    }),
  ),
  ...['cloudflare.apiTokenSecretRef', 'cloudflare.apiKeySecretRef', 'route53.secretAccessKeySecretRef'].map(
    (field): Edge => ({
      from: 'cert-manager.io/Issuer',
      path: `spec.acme.solvers[].dns01.${field}.name`,
      part: key,
      ...secret,
    }),
  ),
  {
    from: 'traefik.io/IngressRoute',
    path: 'spec.routes[].middlewares[].name',
    to: 'traefik.io/Middleware',
    namespace: 'namespace',
    rule,
  },
  { from: 'traefik.io/IngressRoute', path: 'spec.tls.secretName', ...secret },
  {
    from: 'metallb.io/L2Advertisement',
    path: 'spec.ipAddressPools[]',
    to: 'metallb.io/IPAddressPool',
    rule,
  },
  {
    from: 'flagger.app/Canary',
    path: 'spec.targetRef.name',
    to: { kind: 'kind', group: 'apiVersion', otherwise: 'apps/Deployment' },
    rule,
  },
];
