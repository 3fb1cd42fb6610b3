import type { Cluster } from '../input/cluster';
import { namespaceOf, type Workload } from '../input/placed';
import { variablesOfHosts } from './service-addresses';
import { type WaitedHost, withoutOwn } from './waited-hosts';

/** The part of a server that a Service leads to: `db-rw` and `db-ro` of `db`. */
const PART = /^(?:rw|ro|r|primary|replicas?|repl|master|leader|pooler)$/;

/**
 * Hosts of variables (`DB_HOST`) that are the name of a database without the part that its operator adds to the names of its Services: no
 * Service has them.
 */
export function hostsOfFamilies(workload: Workload, cluster: Cluster): WaitedHost[] {
  const namespace = namespaceOf(workload.object);
  const created = cluster.produced
    .all('Service', namespace)
    .flatMap(({ name }) => (typeof name === 'string' ? name : []));
  if (created.length === 0) return [];
  const hosts = variablesOfHosts(workload, cluster).map(({ value, ...one }) => ({ ...one, host: value }));
  return withoutOwn([workload.pod.spec], hosts).flatMap(({ field, host, origin }) => {
    const parts = created.filter((name) => name.startsWith(`${host}-`) && PART.test(name.slice(host.length + 1)));
    const names = [...new Set(parts)].map((name) => JSON.stringify(name));
    if (names.length === 0) return [];
    const hint = `did you mean ${names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`}?`;
    return [{ field, name: host, namespace, origin, hint }];
  });
}
