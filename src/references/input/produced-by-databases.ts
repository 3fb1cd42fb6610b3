import { literalPattern as escaped } from '../../values';
import { customList } from './placed';
import {
  namedAfter,
  type Produced,
  type Producer,
  pods,
  secret,
  secretOfVersion,
  services,
  servicesWith,
  withheldSecret,
} from './produced-objects';

/** Of users of CloudNativePG. @see https://cloudnative-pg.io/documentation/current/applications/#secrets */
const LOGIN_KEYS = 'username user password dbname host port pgpass uri jdbc-uri fqdn-uri fqdn-jdbc-uri'.split(' ');

function usingGiven(secretOfUser: any): string | undefined {
  return secretOfUser?.name ? `use Secret ${JSON.stringify(secretOfUser.name)}, which the Cluster names` : undefined;
}

const login = (name: string, withheld: string | undefined): Produced =>
  withheld === undefined ? secretOfVersion(name, LOGIN_KEYS) : withheldSecret(name, withheld);

/** The superuser may connect only on request, since 1.21, and owners that have a Secret get no other. */
function loginsOf(spec: any, name: string): Produced[] {
  const { initdb, recovery, pg_basebackup: backup } = spec?.bootstrap ?? {};
  const isAllowed = spec?.enableSuperuserAccess === true;
  const superuser = isAllowed ? undefined : 'set enableSuperuserAccess: true of the Cluster';
  return [
    login(`${name}-superuser`, superuser ?? usingGiven(spec?.superuserSecret)),
    login(`${name}-app`, usingGiven((recovery ?? backup ?? initdb)?.secret)),
  ];
}

/** None with credentials from elsewhere. @see https://www.rabbitmq.com/kubernetes/operator/using-operator#vault-default-user */
function defaultUserOf(spec: any, name: string): Produced[] {
  const { externalSecret, vault } = spec?.secretBackend ?? {};
  if (!externalSecret?.name && !vault?.defaultUserPath) return secret(name);
  return [withheldSecret(name, `remove secretBackend, or use the Secret that it names`)];
}

/** Neither CloudNativePG nor the operator of Zalando lets one choose it: pkg/specs/services.go and pkg/cluster/k8sres.go. */
const POSTGRES = [5432];

/** Of AMQP, the management and metrics; others with TLS and plugins: internal/resource/service.go of the operator. */
function rabbitService(spec: any, name: string): Produced[] {
  const { tls, rabbitmq, override } = Object(spec);
  const isPlain = tls === undefined && rabbitmq?.additionalPlugins === undefined && override === undefined;
  return isPlain ? servicesWith([5672, 15672, 15692], name) : services(name);
}

/** What operators of databases, brokers and storage create, by group and kind of the object that they create it for. */
export const DATABASE_PRODUCERS: Readonly<Record<string, Producer>> = {
  'postgresql.cnpg.io/Cluster': ({ spec }, name) => [
    ...servicesWith(POSTGRES, ...['rw', 'ro', 'r'].map((suffix) => `${name}-${suffix}`)),
    // Only on request of the operator.
    ...services(new RegExp(`^${escaped(name)}-any$`)),
    ...customList(spec?.managed?.services?.additional).flatMap((additional) => {
      const named = additional?.serviceTemplate?.metadata?.name;
      return typeof named === 'string' ? services(named) : [];
    }),
    ...loginsOf(spec, name),
    ...['ca', 'server', 'replication'].flatMap((suffix) => secret(`${name}-${suffix}`)),
    { kind: 'ServiceAccount', name },
    { kind: 'PersistentVolumeClaim', name: new RegExp(`^${escaped(name)}-\\d`) },
    ...['primary', 'replica'].map((role) =>
      pods({
        ...{ 'cnpg.io/cluster': name, postgresql: name, role },
        ...{ 'cnpg.io/instanceRole': role, 'cnpg.io/podRole': 'instance' },
      }),
    ),
    // pkg/specs/jobs.go of the operator.
    ...['import', 'initdb', 'pgbasebackup', 'full-recovery', 'snapshot-recovery', 'join', 'major-upgrade'].map((role) =>
      pods({ 'cnpg.io/jobRole': role }),
    ),
  ],
  'postgresql.cnpg.io/Pooler': (object, name) => [
    ...services(name),
    ...namedAfter(object, name),
    pods({ 'cnpg.io/poolerName': name, 'cnpg.io/podRole': 'pooler' }),
  ],
  'acid.zalan.do/postgresql': ({ spec }, name) => [
    ...servicesWith(POSTGRES, name, `${name}-repl`),
    ...services(`${name}-pooler`),
    // Of its own users, and of those of its databases; names of Secrets have no underscores.
    ...['postgres', 'standby', ...Object.keys(Object(spec?.users))].flatMap((user) =>
      secret(`${user.replaceAll('_', '-')}.${name}.credentials.postgresql.acid.zalan.do`),
    ),
    { kind: 'Secret', name: new RegExp(`\\.${escaped(name)}\\.credentials\\.postgresql\\.acid\\.zalan\\.do$`) },
    // pkg/cluster/{types,connection_pooler,k8sres}.go of the operator.
    ...['spilo', 'db-connection-pooler', 'spilo-logical-backup'].flatMap((application) =>
      ['master', 'replica'].map((role) => pods({ 'cluster-name': name, application, 'spilo-role': role })),
    ),
  ],
  // internal/naming/labels.go of the operator; Patroni 4 calls the master primary.
  'postgres-operator.crunchydata.com/PostgresCluster': (object, name) => [
    ...namedAfter(object, name).filter(({ kind }) => kind !== 'Pod'),
    ...['master', 'primary', 'replica', 'pgbouncer', 'pgadmin'].map((role) =>
      pods({ 'postgres-operator.crunchydata.com/cluster': name, 'postgres-operator.crunchydata.com/role': role }),
    ),
  ],
  'rabbitmq.com/RabbitmqCluster': ({ spec }, name) => [
    ...services(`${name}-nodes`),
    ...rabbitService(spec, name),
    ...defaultUserOf(spec, `${name}-default-user`),
    pods({ 'app.kubernetes.io/name': name }),
  ],
  'elasticsearch.k8s.elastic.co/Elasticsearch': (object, name) => [
    ...namedAfter(object, name),
    ...(object.spec?.auth?.disableElasticUser === true
      ? [withheldSecret(`${name}-es-elastic-user`, 'remove auth.disableElasticUser of the Elasticsearch')]
      : []),
  ],
  // Names of the Secrets that CSI drivers read are fixed: pkg/operator/ceph/csi/secrets.go of Rook.
  'ceph.rook.io/CephCluster': (object, name) => [
    ...namedAfter(object, name),
    // `ceph-rgw`: pkg/operator/k8sutil/labels.go of Rook.
    pods({ '': 'ceph' }),
    ...(['Secret', 'ConfigMap', 'Service', 'ServiceAccount'] as const).map((kind) => ({ kind, name: /^rook-/ })),
  ],
  // A StorageClass names it by an identity of its own in place of the namespace.
  'ceph.rook.io/CephBlockPoolRadosNamespace': ({ spec }) => [
    { kind: 'CephBlockPool', name: String(spec?.blockPoolName), everywhere: true },
  ],
  'ceph.rook.io/CephFilesystemSubVolumeGroup': ({ spec }) => [
    { kind: 'CephFilesystem', name: String(spec?.filesystemName), everywhere: true },
  ],
};
