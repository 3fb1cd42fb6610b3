import { literalPattern as escaped, ownField } from '../../values';
import { customList } from './placed';
import {
  type Produced,
  type Producer,
  pods,
  secretOfVersion,
  services,
  servicesWith,
  startingWith,
  withheldSecret,
} from './produced-objects';

export const STRIMZI = 'kafka.strimzi.io';
const KAFKA_COMPONENTS = ['kafka', 'zookeeper', 'entity-operator', 'cruise-control', 'kafka-exporter'] as const;
/** Pods of an object of Strimzi, with some of their labels. */
export const kafkaPods = (kind: string, cluster: string, name?: string, component?: string) =>
  pods({
    ...{ 'strimzi.io/cluster': cluster, 'strimzi.io/kind': kind, 'app.kubernetes.io/instance': cluster },
    ...(name !== undefined && { 'strimzi.io/name': name }),
    ...(component !== undefined && { 'app.kubernetes.io/name': component }),
  });

/** The Service of all brokers for each listener, and that of one broker. @see https://strimzi.io/docs/operators/latest/deploying */
const bootstrapOf = (name: string) => new RegExp(`^${escaped(name)}-kafka(?:-[a-z0-9-]+)?-bootstrap$`);
const brokersOf = (name: string) => new RegExp(`^${escaped(name)}-[a-z0-9-]+-\\d+$`);

/** @see https://strimzi.io/docs/operators/latest/deploying#con-configuring-client-authentication-str */
const KAFKA_USER_KEYS: Readonly<Record<string, readonly string[]>> = {
  tls: ['ca.crt', 'user.crt', 'user.key', 'user.p12', 'user.password'],
  'scram-sha-512': ['password', 'sasl.jaas.config'],
};

/** What the names of all that is created for a client of Kafka begin with, after its own. @see https://strimzi.io/docs/operators/latest/deploying */
const CLIENTS: Readonly<Record<string, string>> = {
  KafkaConnect: 'connect',
  KafkaBridge: 'bridge',
  KafkaMirrorMaker: 'mirror-maker',
  KafkaMirrorMaker2: 'mirrormaker2',
};
const CLIENT_KINDS = ['Secret', 'Service', 'ServiceAccount', 'ConfigMap', 'Deployment'] as const;

/** Ports of internal listeners and of replication are of one Service, others have their own: KafkaCluster.java of Strimzi. */
function bootstrapServices(listeners: readonly any[], name: string): Produced[] {
  const ofKind = (isInternal: boolean) => listeners.filter((one) => (one?.type === 'internal') === isInternal);
  if (listeners.length === 0 || listeners.some((one) => typeof one?.port !== 'number')) return [];
  return [
    ...servicesWith([9091, ...ofKind(true).map(({ port }) => port)], `${name}-kafka-bootstrap`),
    ...ofKind(false).flatMap((one) => servicesWith([one.port], `${name}-kafka-${one.name}-bootstrap`)),
  ];
}

/** What the operators of Strimzi create. */
export const KAFKA_PRODUCERS: Readonly<Record<string, Producer>> = {
  'kafka.strimzi.io/Kafka': ({ spec }, name) => [
    ...bootstrapServices(customList(spec?.kafka?.listeners), name),
    ...services(bootstrapOf(name), brokersOf(name)),
    ...['kafka-brokers', 'zookeeper-client', 'zookeeper-nodes', 'cruise-control', 'kafka-exporter'].flatMap((suffix) =>
      services(`${name}-${suffix}`),
    ),
    ...(['cluster', 'clients'] as const).map((ca): Produced => {
      const own = `${name}-${ca}-ca-cert`;
      // One that is not generated has the keys that its owner gives it.
      const isGenerated = spec?.[`${ca}Ca`]?.generateCertificateAuthority !== false;
      return isGenerated ? secretOfVersion(own, ['ca.crt', 'ca.p12', 'ca.password']) : { kind: 'Secret', name: own };
    }),
    {
      kind: 'Secret',
      name: new RegExp(`^${escaped(name)}-(?!cl(?:uster|ients)-ca-cert$)(?:.*ca(?:-cert)?|.*-certs|.*-api|kafka-jmx)$`),
    },
    { kind: 'ServiceAccount', name: startingWith(`${name}-`) },
    { kind: 'ConfigMap', name: startingWith(`${name}-`) },
    // Those of its users.
    ...[spec?.entityOperator?.userOperator?.secretPrefix].flatMap((prefix): Produced[] =>
      typeof prefix === 'string' && prefix !== '' ? [{ kind: 'Secret', name: startingWith(prefix) }] : [],
    ),
    ...KAFKA_COMPONENTS.map((one) => kafkaPods('Kafka', name, `${name}-${one}`, one)),
    // Where a Kafka is, its operator is too.
    pods({ 'strimzi.io/kind': 'cluster-operator', name: 'strimzi-cluster-operator' }),
  ],
  'kafka.strimzi.io/KafkaUser': ({ spec }, name) => {
    const keys = ownField(KAFKA_USER_KEYS, String(spec?.authentication?.type));
    return [
      keys === undefined
        ? withheldSecret(name, `set spec.authentication.type to ${Object.keys(KAFKA_USER_KEYS).join(' or ')}`)
        : secretOfVersion(name, keys),
    ];
  },
  ...Object.fromEntries(
    Object.entries(CLIENTS).map(([kind, part]): [string, Producer] => [
      `${STRIMZI}/${kind}`,
      (_, name) => [
        ...CLIENT_KINDS.map((one): Produced => ({ kind: one, name: startingWith(`${name}-${part}`) })),
        kafkaPods(kind, name),
      ],
    ]),
  ),
  'kafka.strimzi.io/KafkaConnector': () => [],
  'kafka.strimzi.io/KafkaRebalance': () => [],
  // Topics are in the brokers; the pods of a pool are those of its cluster.
  'kafka.strimzi.io/KafkaTopic': () => [],
  'kafka.strimzi.io/KafkaNodePool': ({ metadata }) => {
    const cluster = metadata?.labels?.['strimzi.io/cluster'];
    return typeof cluster === 'string' ? [pods({ 'strimzi.io/cluster': cluster })] : [];
  },
};
