import type { Cluster } from '../input/cluster';
import { namespaceNamed } from '../input/placed';
import { missingObject } from '../rule/missing';
import type { Dangling } from '../rule/reference-rule';
import type { Host } from './service-addresses';

/** `db-0.db`, `db-0.db.data.svc.cluster.local`: a pod of a StatefulSet below its governing Service. */
const POD = /^([a-z0-9-]+)-(\d+)\.([a-z0-9-]+)(?:\.([a-z0-9-]+)\.svc(?:\.cluster\.local)?\.?)?$/;
/** Domains of a network, which are no Services. */
const DOMAINS = new Set(['local', 'localdomain', 'internal', 'lan', 'home', 'test']);

/** Names of pods that a StatefulSet of the input does not have. */
export function unknownPodAddresses(hosts: readonly Host[], own: string, cluster: Cluster): Dangling[] {
  const reported = new Set<string>();
  return hosts.flatMap(({ field, host, origin }): Dangling[] => {
    const [, set = '', ordinal = '', service = '', given] = POD.exec(host) ?? [];
    const namespace = namespaceNamed(given ?? own);
    const owner = cluster.find('apps/StatefulSet', namespace, set);
    const key = `${field} ${host}`;
    if (reported.has(key) || owner === undefined || (given === undefined && DOMAINS.has(service))) return [];
    reported.add(key);
    const likely = (message: string, hint: string): Dangling[] => [
      { field, message: `${message}${origin}`, hint, certainty: 'likely' },
    ];
    if (cluster.find('/Service', namespace, service) === undefined) {
      const missing = missingObject({ field, kind: '/Service', name: service, namespace }, cluster);
      return missing === undefined ? [] : [missing];
    }
    const named = `StatefulSet ${JSON.stringify(set)}`;
    const { serviceName } = owner.spec ?? {};
    if (typeof serviceName === 'string' && serviceName !== '' && serviceName !== service) {
      const message = `the pods of ${named} have no names below Service ${JSON.stringify(service)}`;
      return likely(message, `its serviceName is ${JSON.stringify(serviceName)}: use ${set}-${ordinal}.${serviceName}`);
    }
    const known = cluster.scaledSets.ordinalsOf(owner);
    if (known === undefined || cluster.scaledSets.mayHave(owner, ordinal)) return [];
    const last = `${set}-${known.first + known.count - 1}`;
    return likely(`${named} has no pod "${set}-${ordinal}"`, `its pods are ${set}-${known.first} to ${last}`);
  });
}
