import { customList, namespaceNamed } from '../input/placed';
import type { ClientCall } from './client-calls';

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

/** The Services that scripts wait for, without those that only one of the pods that run them, or its node, can resolve. */
export function waitedHosts(calls: readonly ClientCall[], pods: readonly any[], own: string): WaitedHost[] {
  const waiting = calls.filter(({ isWaiting }) => isWaiting);
  return withoutOwn(pods, waiting).flatMap(({ field, host }): WaitedHost[] => {
    const [, name, , namespace] = SERVICE.exec(host) ?? [];
    return name === undefined ? [] : [{ field, name, namespace: namespaceNamed(namespace ?? own) }];
  });
}

/** Hosts that neither pods themselves know nor their nodes. */
export function withoutOwn<T extends { readonly host: string }>(pods: readonly any[], hosts: readonly T[]): T[] {
  const isOther = pods.some((spec) => {
    const isOfNode = spec?.hostNetwork === true && spec?.dnsPolicy !== 'ClusterFirstWithHostNet';
    return isOfNode || OTHER_DNS.has(spec?.dnsPolicy) || spec?.dnsConfig?.searches !== undefined;
  });
  if (isOther || pods.length === 0) return [];
  const aliases = new Set<unknown>(
    pods.flatMap((spec) => [
      spec?.hostname,
      ...customList(spec?.hostAliases).flatMap((alias: any) => alias?.hostnames ?? []),
    ]),
  );
  return hosts.filter(({ host }) => host !== 'localhost' && !aliases.has(host));
}
