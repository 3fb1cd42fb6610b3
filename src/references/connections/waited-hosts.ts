import { namespaceNamed, namespaceOf, type Workload } from '../input/placed';
import { clientCalls } from './client-calls';

/** The host that a container waits for, where it can be nothing but a Service. */
export interface WaitedHost {
  readonly field: string;
  readonly name: string;
  readonly namespace: string;
  /** Where it is from, when that is another object. */
  readonly origin?: string;
  readonly hint?: string;
}

/** `db`, or `db.data.svc` with or without the domain of the cluster: names of two and more labels may be of other domains. */
const SERVICE = /^([a-z]([a-z0-9-]*[a-z0-9])?)(?:\.([a-z0-9-]+)\.svc(?:\.cluster\.local)?)?$/;
/** Kinds of DNS with the search domains of the node, or of the pod itself. */
const OTHER_DNS = new Set(['Default', 'None']);

/** The Services that scripts of a pod wait for, without those that only the pod or its node can resolve. */
export function waitedHosts(workload: Workload): WaitedHost[] {
  const calls = clientCalls(workload).filter(({ isWaiting }) => isWaiting);
  return withoutOwn(workload, calls).flatMap(({ field, host }): WaitedHost[] => {
    const [, name, , namespace] = SERVICE.exec(host) ?? [];
    if (name === undefined) return [];
    return [{ field, name, namespace: namespaceNamed(namespace ?? namespaceOf(workload.object)) }];
  });
}

/** Hosts that neither the pod itself knows nor its node. */
export function withoutOwn<T extends { readonly host: string }>(workload: Workload, hosts: readonly T[]): T[] {
  const { spec } = workload.pod as { spec: any };
  const isOfNode = spec?.hostNetwork === true && spec?.dnsPolicy !== 'ClusterFirstWithHostNet';
  if (isOfNode || OTHER_DNS.has(spec?.dnsPolicy) || spec?.dnsConfig?.searches !== undefined) return [];
  const aliases = new Set<unknown>(
    Array.isArray(spec?.hostAliases) ? spec.hostAliases.flatMap((alias: any) => alias?.hostnames ?? []) : [],
  );
  return hosts.filter(({ host }) => host !== 'localhost' && !aliases.has(host) && host !== spec?.hostname);
}
