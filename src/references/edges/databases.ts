import type { Edge } from './edge';

const rule = 'custom-reference-unknown';
const secret = { to: '/Secret', rule } as const;
const key = { of: 'key', fields: ['key'] } as const;
const all = (...otherwise: readonly string[]) => ({ of: 'key', fields: [], otherwise }) as const;
const login = all('username', 'password');
const certificate = all('tls.crt', 'tls.key');
const CNPG = 'postgresql.cnpg.io';
const STRIMZI = 'kafka.strimzi.io';

/** What objects of operators for databases, certificates and networks refer to. */
export const DATABASE_EDGES: readonly Edge[] = [
  ...(
    [
      ...['initdb', 'recovery', 'pg_basebackup'].map((method) => [`bootstrap.${method}.secret.name`, login] as const),
      ['managed.roles[].passwordSecret.name', login],
      ...['server', 'replication'].map((side) => [`certificates.${side}TLSSecret`, certificate] as const),
      ...['server', 'client'].map((side) => [`certificates.${side}CASecret`, all('ca.crt')] as const),
      ...['password', 'sslKey', 'sslCert', 'sslRootCert'].map(
        (one) => [`externalClusters[].${one}.name`, key] as const,
      ),
    ] as const
  ).map(([field, part]): Edge => ({ from: `${CNPG}/Cluster`, path: `spec.${field}`, part, ...secret })),
  {
    from: `${CNPG}/Cluster`,
    path: 'spec.superuserSecret.name',
    part: login,
    // Nothing reads it before the superuser may connect.
    isIgnored: ({ spec }) => spec.enableSuperuserAccess !== true,
    ...secret,
  },
  { from: `${CNPG}/Cluster`, path: 'spec.bootstrap.recovery.backup.name', to: `${CNPG}/Backup`, rule },
  ...['backup', 'externalClusters[]'].flatMap((store) =>
    ['accessKeyId', 'secretAccessKey'].map(
      (field): Edge => ({
        from: `${CNPG}/Cluster`,
        path: `spec.${store}.barmanObjectStore.s3Credentials.${field}.name`,
        part: key,
        ...secret,
      }),
    ),
  ),
  ...['Backup', 'ScheduledBackup', 'Pooler'].map(
    (kind): Edge => ({ from: `${CNPG}/${kind}`, path: 'spec.cluster.name', to: `${CNPG}/Cluster`, rule }),
  ),
  ...['KafkaTopic', 'KafkaUser', 'KafkaNodePool', 'KafkaRebalance', 'KafkaConnector'].map(
    (kind): Edge => ({
      from: `${STRIMZI}/${kind}`,
      path: 'metadata.labels.strimzi~io/cluster',
      to: `${STRIMZI}/${kind === 'KafkaConnector' ? 'KafkaConnect' : 'Kafka'}`,
      isRequired: true,
      rule,
    }),
  ),
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
  { from: 'traefik.io/IngressRoute', path: 'spec.tls.secretName', part: certificate, ...secret },
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
