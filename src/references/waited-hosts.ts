import { containersOf } from '../facts';
import { namespaceOf, type Workload } from './placed';

/** The host that a container waits for, where it can be nothing but a Service. */
export interface WaitedHost {
  readonly field: string;
  readonly name: string;
  readonly namespace: string;
}

/** A loop that ends when a host answers: `until nc -z -w 2 db 3306; do …`, as `InitContainers.waitForTcp` and manuals write it. */
const LOOP =
  /\buntil\s+(?:nc\s+(?:-\w+(?:\s+\d+)?\s+)*([\w.-]+)\s+\d+|(?:wget|curl)\s[^;]*?https?:\/\/([\w.-]+)[^;]*|nslookup\s+([\w.-]+)[^;]*)\s*;\s*do\b/g;
/** `db`, or `db.data.svc` with or without the domain of the cluster: names of two and more labels may be of other domains. */
const SERVICE = /^([a-z]([a-z0-9-]*[a-z0-9])?)(?:\.([a-z0-9-]+)\.svc(?:\.cluster\.local)?)?$/;
/** Kinds of DNS with the search domains of the node, or of the pod itself. */
const OTHER_DNS = new Set(['Default', 'None']);

/** The Services that scripts of a pod wait for, without those that only the pod or its node can resolve. */
export function waitedHosts({ object, pod }: Workload): WaitedHost[] {
  const { spec } = pod as { spec: any };
  const isOfNode = spec?.hostNetwork === true && spec?.dnsPolicy !== 'ClusterFirstWithHostNet';
  if (isOfNode || OTHER_DNS.has(spec?.dnsPolicy) || spec?.dnsConfig?.searches !== undefined) return [];
  const aliases = new Set<unknown>(
    Array.isArray(spec?.hostAliases) ? spec.hostAliases.flatMap((alias: any) => alias?.hostnames ?? []) : [],
  );
  return containersOf(pod.spec).flatMap(({ container, field }) =>
    ['command', 'args'].flatMap((list) => {
      const words: readonly unknown[] = Array.isArray(container[list]) ? container[list] : [];
      return words.flatMap((word, index) =>
        [...String(word).matchAll(LOOP)].flatMap(([, ofTcp, ofUrl, ofName]): WaitedHost[] => {
          const host = ofTcp ?? ofUrl ?? ofName ?? '';
          const [, name, , namespace] = SERVICE.exec(host) ?? [];
          if (name === undefined || host === 'localhost' || aliases.has(host) || host === spec?.hostname) return [];
          const at = `${pod.specPath}.${field}.${list}[${index}]`;
          return [{ field: at, name, namespace: namespace ?? namespaceOf(object) }];
        }),
      );
    }),
  );
}
