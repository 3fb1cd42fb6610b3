import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { customList, namespaceOf } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';

const GROUP = 'kafka.strimzi.io';

/**
 * What a KafkaUser needs of its Kafka: an authorization that has rules of the server, and a listener with its authentication.
 *
 * @see https://github.com/strimzi/strimzi-kafka-operator/blob/main/user-operator/src/main/java/io/strimzi/operator/user/model/KafkaUserModel.java fromCrd
 * @see https://strimzi.io/docs/operators/latest/configuring.html#con-configuring-client-access-str
 */
export function unsupportedUser(object: any, cluster: Cluster): Dangling[] {
  const name = object.metadata?.labels?.['strimzi.io/cluster'];
  const kafka = cluster.find(`${GROUP}/Kafka`, namespaceOf(object), name);
  // Without it, another operator takes the user, whose settings are not known.
  if (kafka === undefined || typeof kafka.spec?.entityOperator?.userOperator !== 'object') return [];
  const shown = `Kafka ${JSON.stringify(name)}`;
  const found: Dangling[] = [];
  if (object.spec?.authorization?.type === 'simple' && !hasRules(kafka.spec.kafka?.authorization)) {
    found.push({
      field: 'spec.authorization',
      message: `${shown} has no authorization with rules of users`,
      hint: 'set spec.kafka.authorization of the Kafka to {type: simple}, or remove the rules',
      certainty: 'wrong',
    });
  }
  const wanted = String(object.spec?.authentication?.type).replace('tls-external', 'tls');
  const types = customList(kafka.spec.kafka?.listeners).flatMap((one) => one?.authentication?.type ?? []);
  if (['tls', 'scram-sha-512'].includes(wanted) && !types.some((type) => type === wanted || type === 'custom')) {
    const [{ field } = { field: '' }] = valuesAt(object, 'spec.authentication.type');
    found.push({
      field,
      message: `no listener of ${shown} has authentication of the type ${wanted}`,
      hint:
        types.length === 0
          ? `set authentication: {type: ${wanted}} of a listener`
          : `its listeners have ${types.join(', ')}`,
      certainty: 'likely',
    });
  }
  return found;
}

/** Whether the authorizer of the brokers reads the rules that the user operator writes. */
function hasRules(authorization: any): boolean {
  const { type, supportsAdminApi, delegateToKafkaAcls } = Object(authorization);
  return type === 'simple' || supportsAdminApi === true || delegateToKafkaAcls === true;
}
