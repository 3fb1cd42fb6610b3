import {
  appliedNamespaceOf,
  customPodTemplate,
  factsOf,
  hasNoScale,
  isKind,
  type PodTemplate,
  podTemplateOf,
} from '../facts';
import { contains, parseAddress, parseRange, type Range, selectorMatches } from '../values';

/** The pods of one object, such as a Deployment. */
export interface PodPeer {
  readonly object: any;
  readonly pod: PodTemplate;
}

/** Addresses outside the cluster. */
export interface AddressPeer {
  readonly addresses: Range;
}

/** One end of a connection. */
export type Peer = PodPeer | AddressPeer;

/** The pods that an object creates; undefined for one that creates none. */
export function podPeer(object: any): PodPeer | undefined {
  const pod = isKind(object, 'PodTemplate') ? undefined : (podTemplateOf(object) ?? customPodTemplate(object));
  return pod && { object, pod };
}

/** The peer of an address (`10.1.2.3`) or a range (`10.1.0.0/16`); undefined when the text is neither. */
export function addressPeer(text: string): AddressPeer | undefined {
  const address = parseAddress(text);
  const addresses = address === undefined ? parseRange(text) : parseRange(`${text}/${text.includes(':') ? 128 : 32}`);
  return addresses && { addresses };
}

/** Whether pods are in the network of their node, where NetworkPolicies do not apply to them. */
export function isOnHost(peer: Peer): boolean {
  return 'pod' in peer && peer.pod.spec.hostNetwork === true;
}

/** Whether both ends are one pod, which can always connect to itself. */
export function isOnePod(from: Peer, to: Peer): boolean {
  if (!('pod' in from) || !('pod' in to) || from.object !== to.object) return false;
  const { object } = from;
  if (factsOf(object).pods === 'one') return true;
  if (factsOf(object).pods === 'parallelism') return (object.spec?.parallelism ?? 1) <= 1;
  return !hasNoScale(object) && (object.spec?.replicas ?? 1) <= 1;
}

/**
 * Whether `from` or `to` of a rule contains the other end. Labels select pods, and ranges select addresses outside the cluster;
 * pods in the network of their node have the address of the node, which only a range of all addresses is sure to contain.
 */
export function selects(
  peers: readonly any[] | undefined,
  policyNamespace: string,
  other: Peer,
  labelsOfNamespace: (name: string) => Readonly<Record<string, string>>,
): boolean {
  if (peers === undefined || peers === null || peers.length === 0) return true;
  return peers.some((peer) => {
    const { podSelector, namespaceSelector, ipBlock } = peer ?? {};
    if (isSet(ipBlock)) return blockContains(ipBlock, other);
    if (!('pod' in other) || isOnHost(other)) return false;
    const namespace = appliedNamespaceOf(other.object);
    const isInNamespace = isSet(namespaceSelector)
      ? selectorMatches(namespaceSelector, labelsOfNamespace(namespace))
      : namespace === policyNamespace;
    return isInNamespace && selectorMatches(podSelector ?? {}, other.pod.metadata?.labels ?? {});
  });
}

/** Fields that are null are not set. */
function isSet(field: unknown): boolean {
  return field !== undefined && field !== null;
}

function blockContains({ cidr, except }: any, other: Peer): boolean {
  const block = parseRange(String(cidr ?? ''));
  if (block === undefined) return false;
  const excepted: Range[] = (except ?? []).flatMap((one: unknown) => parseRange(String(one)) ?? []);
  if ('pod' in other) return isOnHost(other) && block.length === 0 && excepted.length === 0;
  const { addresses } = other;
  return covers(block, addresses) && !excepted.some((one) => covers(one, addresses) || covers(addresses, one));
}

/** Ranges for use inside a network, where the addresses of pods usually are. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].map((text) => parseRange(text)!);
/** Pods of a cluster have at least so many addresses. */
const LONGEST_PREFIX = { ipv4: 16, ipv6: 64 };

/**
 * Whether a range may contain the addresses of pods: one that covers a private range, or a large part of one. That ranges are for
 * addresses outside the cluster is the documentation's advice; most network plugins compare them with pods too.
 */
export function mayContainPods({ cidr, except }: any): boolean {
  const block = parseRange(String(cidr ?? ''));
  if (block === undefined) return false;
  const excepted: Range[] = (except ?? []).flatMap((one: unknown) => parseRange(String(one)) ?? []);
  const longest = block.bits === 32 ? LONGEST_PREFIX.ipv4 : LONGEST_PREFIX.ipv6;
  return PRIVATE.flatMap((range) =>
    covers(block, range) ? [range] : covers(range, block) && block.length <= longest ? [block] : [],
  ).some((part) => !excepted.some((one) => covers(one, part)));
}

function covers(outer: Range, inner: Range): boolean {
  return outer.bits === inner.bits && outer.length <= inner.length && contains(outer, inner.network);
}
