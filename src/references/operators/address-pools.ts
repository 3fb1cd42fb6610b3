import { type Address, didYouMean, parseAddress, parseRange } from '../../values';
import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { kindKey, namespaceOf } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';

/** A controller of addresses of Services: its pools, and annotations with addresses and with the name of a pool. */
interface Pools {
  readonly kind: string;
  readonly ranges: readonly string[];
  readonly addresses: readonly string[];
  readonly pool?: readonly string[];
}

/**
 * @see https://metallb.universe.tf/usage/#requesting-specific-ips
 * @see https://docs.cilium.io/en/stable/network/lb-ipam/#requesting-ips
 */
const CONTROLLERS: readonly Pools[] = [
  {
    kind: 'metallb.io/IPAddressPool',
    ranges: ['spec.addresses[]'],
    addresses: ['metallb.io/loadBalancerIPs', 'metallb.universe.tf/loadBalancerIPs'],
    pool: ['metallb.io/address-pool', 'metallb.universe.tf/address-pool'],
  },
  {
    kind: 'cilium.io/CiliumLoadBalancerIPPool',
    ranges: ['spec.blocks[]', 'spec.cidrs[]'],
    addresses: ['lbipam.cilium.io/ips', 'io.cilium/lb-ipam-ips'],
  },
];

export const POOL_KINDS: readonly string[] = CONTROLLERS.map(({ kind }) => kind);

/** Addresses that a Service asks for and no pool has, and pools that do not exist. */
export function outsideOfPools(object: any, cluster: Cluster): Dangling[] {
  if (object.spec?.type !== 'LoadBalancer') return [];
  const annotations = object.metadata?.annotations ?? {};
  return CONTROLLERS.flatMap(({ kind, ranges, addresses, pool = [] }): Dangling[] => {
    const all = cluster.all(kind).map((one) => one.object);
    if (all.length === 0) return [];
    const shown = kind.slice(kind.indexOf('/') + 1);
    const wanted = pool.find((one) => annotations[one] !== undefined);
    const named = all.filter(({ metadata }) => wanted === undefined || metadata?.name === annotations[wanted]);
    if (wanted !== undefined && named.length === 0) {
      const names = all.map(({ metadata }) => String(metadata?.name));
      const message = `no ${shown} ${JSON.stringify(annotations[wanted])}; found ${names
        .slice(0, 3)
        .map((one) => JSON.stringify(one))
        .join(', ')}`;
      const hint = didYouMean(String(annotations[wanted]), names);
      return [{ field: `metadata.annotations[${wanted}]`, message, ...(hint && { hint }), certainty: 'likely' }];
    }
    const written = named.flatMap((one) => ranges.flatMap((path) => valuesAt(one, path).map(({ value }) => value)));
    const isKnown = written.every((one) => includes(one, ZERO) !== undefined);
    const field = addresses.find((one) => typeof annotations[one] === 'string');
    if (!isKnown || field === undefined) return [];
    const outside = String(annotations[field])
      .split(',')
      .map((text) => text.trim())
      .find((text) => {
        const address = parseAddress(text);
        return address !== undefined && !written.some((one) => includes(one, address));
      });
    if (outside === undefined) return [];
    const where =
      wanted === undefined
        ? `no ${shown} of the input has`
        : `${shown} ${JSON.stringify(annotations[wanted])} does not have`;
    const message = `${where} the address ${outside}`;
    const hint = `the addresses are ${written.map(rangeText).join(', ')}`;
    return [
      { field: `metadata.annotations[${field}]`, message, hint, certainty: wanted === undefined ? 'likely' : 'wrong' },
    ];
  });
}

const ZERO = parseAddress('0.0.0.0')!;

/**
 * A pool with addresses of an earlier one, or twice the same: the webhook of MetalLB refuses it, and Cilium takes none of its addresses.
 *
 * @see https://github.com/metallb/metallb/blob/main/internal/config/config.go poolsFor
 * @see https://docs.cilium.io/en/stable/network/lb-ipam/#pools
 */
export function overlappingPools(object: any, cluster: Cluster): Dangling[] {
  const key = kindKey(object?.apiVersion, object?.kind);
  const { kind, ranges } = CONTROLLERS.find((one) => one.kind === key) ?? {};
  if (kind === undefined || object.spec?.disabled === true) return [];
  const rangesOf = (pool: any) => ranges!.flatMap((path) => valuesAt(pool, path).map((one) => ({ ...one, pool })));
  const all = cluster.all(kind).map((one) => one.object);
  const earlier = all
    .slice(0, all.indexOf(object))
    .filter((one) => namespaceOf(one) === namespaceOf(object) && one.spec?.disabled !== true)
    .flatMap(rangesOf);
  return rangesOf(object).flatMap(({ value, field }, index, own): Dangling[] => {
    const bounds = boundsOf(value);
    const other = [...earlier, ...own.slice(0, index)].find((one) => overlap(bounds, boundsOf(one.value)));
    if (other === undefined || (other.pool !== object && other.pool.metadata?.name === object.metadata?.name))
      return [];
    const message = `${rangeText(value)} overlaps with ${rangeText(other.value)} of ${object.kind} ${JSON.stringify(other.pool.metadata?.name)}`;
    return [{ field, message, hint: 'give each pool addresses that no other has', certainty: 'wrong' }];
  });
}

type Bounds = readonly [first: Address, last: Address] | undefined;

function overlap(one: Bounds, other: Bounds): boolean {
  return one !== undefined && other !== undefined && compared(one[0], other[1]) <= 0 && compared(other[0], one[1]) <= 0;
}

/** IPv4 addresses in the notation of IPv6 are of one family for some versions of the controllers and of the other for others. */
const MAPPED = /^::ffff:/i;

/** The first and last address of `a-b`, a CIDR, or an object with either; undefined when it is none of these. */
function boundsOf(range: any): Bounds {
  const text = rangeText(range);
  if (MAPPED.test(text)) return undefined;
  const cidr = parseRange(text);
  if (cidr !== undefined) {
    const kept = 128 - cidr.bits + cidr.length;
    const last = cidr.network.map((byte, at) => byte | (0xff >> Math.min(8, Math.max(0, kept - at * 8))));
    return [cidr.network, last];
  }
  const [first, last, ...others] = text.split('-').map((one) => parseAddress(one.trim()));
  return first === undefined || last === undefined || others.length > 0 ? undefined : [first, last];
}

/** Whether a range has an address; undefined when it is none. */
function includes(range: any, address: Address): boolean | undefined {
  const bounds = boundsOf(range);
  return bounds && overlap(bounds, [address, address]);
}

function rangeText(range: any): string {
  const { cidr, start, stop = start } = Object(range);
  return typeof range === 'string' ? range : String(cidr ?? `${start}-${stop}`);
}

function compared(one: Address, other: Address): number {
  const index = one.findIndex((byte, at) => byte !== other[at]);
  return index < 0 ? 0 : one[index]! - other[index]!;
}
