import { type Address, contains, didYouMean, parseAddress, parseRange } from '../../values';
import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { kindKey } from '../input/placed';
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

/** Addresses that a Service asks for and no pool has, and pools that do not exist. */
export function outsideOfPools(object: any, cluster: Cluster): Dangling[] {
  if (kindKey(object?.apiVersion, object?.kind) !== '/Service' || object.spec?.type !== 'LoadBalancer') return [];
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

/** Whether `a-b`, a CIDR, or an object with either has an address; undefined when it is none of these. */
function includes(range: any, address: Address): boolean | undefined {
  if (typeof range === 'object' && range !== null) return includes(rangeText(range), address);
  const cidr = parseRange(String(range));
  if (cidr !== undefined) return contains(cidr, address);
  const [first, last, ...others] = String(range)
    .split('-')
    .map((one) => parseAddress(one.trim()));
  if (first === undefined || last === undefined || others.length > 0) return undefined;
  return compared(first, address) <= 0 && compared(address, last) <= 0;
}

function rangeText(range: any): string {
  const { cidr, start, stop = start } = Object(range);
  return typeof range === 'string' ? range : (cidr ?? `${start}-${stop}`);
}

function compared(one: Address, other: Address): number {
  const index = one.findIndex((byte, at) => byte !== other[at]);
  return index < 0 ? 0 : one[index]! - other[index]!;
}
