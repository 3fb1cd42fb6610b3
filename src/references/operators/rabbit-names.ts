import { didYouMean } from '../../values';
import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { namespaceNamed, namespaceOf } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';

const GROUP = 'rabbitmq.com';

/** Kinds whose objects name what a broker has. */
export const BROKER_KINDS: readonly string[] = [
  ...['Binding', 'Exchange', 'Federation', 'OperatorPolicy', 'Permission', 'Policy', 'Queue', 'Shovel', 'SuperStream'],
  'TopicPermission',
].map((kind) => `${GROUP}/${kind}`);

/** What a broker has without an object: the virtual host of all objects that name none, and its own exchanges. */
const BUILT_IN = /^$|^\/$|^amq\./;

/** Fields that name what another object defines, the kind of that, and what it is called. */
const FIELDS = [
  ['spec.vhost', 'Vhost', 'virtual host'],
  ['spec.source', 'Exchange', 'exchange'],
  ['spec.destination', '', ''],
  ['spec.permissions.exchange', 'Exchange', 'exchange'],
] as const;

/**
 * Virtual hosts, exchanges and queues that no object defines for the cluster of one that names them, where others of it are defined.
 *
 * @see https://www.rabbitmq.com/kubernetes/operator/using-topology-operator
 */
export function unknownInBroker(object: any, cluster: Cluster): Dangling[] {
  return FIELDS.flatMap(([path, kind, called]) =>
    valuesAt(object, path).flatMap(({ value, field }): Dangling[] => {
      const isQueue = object.spec.destinationType === 'queue';
      const [wanted, shown] = kind === '' ? (isQueue ? ['Queue', 'queue'] : ['Exchange', 'exchange']) : [kind, called];
      if (typeof value !== 'string' || BUILT_IN.test(value) || /[${]/.test(value)) return [];
      const names = namesOf(wanted, object, cluster);
      if (names.length === 0 || names.includes(value) || isOfStream(wanted, value, object, cluster)) return [];
      const message = `no ${wanted} of this cluster of RabbitMQ is for the ${shown} ${JSON.stringify(value)}`;
      const hint = didYouMean(value, names) ?? `use the name in the spec of one: ${names.slice(0, 3).join(', ')}`;
      return [{ field, message, hint, certainty: 'likely' }];
    }),
  );
}

/** Names of what objects of a kind define, in the virtual host of an object unless they are virtual hosts. */
function namesOf(kind: string, object: any, cluster: Cluster): string[] {
  return beside(kind, object, cluster).flatMap(({ spec }) => (typeof spec?.name === 'string' ? [spec.name] : []));
}

/** The exchange and the queues of a SuperStream: internal/managedresource of the operator. */
function isOfStream(kind: string, name: string, object: any, cluster: Cluster): boolean {
  return beside('SuperStream', object, cluster).some(({ metadata, spec }) =>
    kind === 'Queue' ? name.startsWith(`${metadata?.name}-`) : name === spec?.name,
  );
}

function beside(kind: string, object: any, cluster: Cluster): any[] {
  const [broker, host] = [brokerOf(object), hostOf(object)];
  return cluster
    .all(`${GROUP}/${kind}`)
    .map((one) => one.object)
    .filter((one) => brokerOf(one) === broker && (kind === 'Vhost' || hostOf(one) === host));
}

const hostOf = ({ spec }: any): unknown => spec?.vhost || '/';

/** What tells one broker from another: the namespace and name of its cluster, or the Secret with its address. */
function brokerOf(object: any): string {
  const { name, namespace, connectionSecret } = Object(object.spec?.rabbitmqClusterReference);
  const where = typeof namespace === 'string' ? namespaceNamed(namespace) : namespaceOf(object);
  return name ? `${where}/${name}` : `${namespaceOf(object)} ${connectionSecret?.name}`;
}
