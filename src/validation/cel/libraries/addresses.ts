import { hasChange } from '../../../facts';
import {
  type Address,
  addressText,
  contains,
  hasLeadingZeros,
  isIpv4,
  isMapped,
  parseAddress,
  parseRange,
  type Range,
} from '../../../values';
import { functionOf, methodOf, type Overload } from '../check/declarations';
import { EvaluationError } from '../values/errors';
import { ObjectValue } from '../values/values';
import type { Library } from './library';

export class IpValue extends ObjectValue {
  public readonly typeName = 'net.IP';

  public constructor(public readonly address: Address) {
    super();
  }

  public override equals(other: IpValue): boolean {
    return isSame(this.address, other.address);
  }
}

export class CidrValue extends ObjectValue {
  public readonly typeName = 'net.CIDR';

  public constructor(public readonly range: Range) {
    super();
  }

  public override equals(other: CidrValue): boolean {
    return isSame(this.range.address, other.range.address) && this.range.length === other.range.length;
  }
}

function isSame(left: Address, right: Address): boolean {
  return left.every((byte, index) => byte === right[index]);
}

function parseIp(text: string): Address | undefined {
  const address = parseAddress(text);
  return address === undefined || hasLeadingZeros(text) || isMapped(text, address) ? undefined : address;
}

function ip(text: string): IpValue {
  const address = parseIp(text);
  if (address === undefined) {
    throw new EvaluationError(`IP Address ${JSON.stringify(text)} parse error during conversion from string`);
  }
  return new IpValue(address);
}

function parseCidr(text: string): Range | undefined {
  const [address = '', length = ''] = text.split('/');
  const range = parseRange(text);
  if (range === undefined || parseIp(address) === undefined || /^0\d/.test(length)) return undefined;
  return range;
}

function cidr(text: string): CidrValue {
  const range = parseCidr(text);
  if (range === undefined) throw new EvaluationError('network address parse error during conversion from string');
  return new CidrValue(range);
}

function containsIp({ range }: CidrValue, { address }: IpValue): boolean {
  return contains(range, address);
}

function containsCidr(minor: number) {
  return ({ range: outer }: CidrValue, { range: inner }: CidrValue): boolean => {
    if (outer.bits !== inner.bits || outer.length > inner.length) return false;
    return hasChange(minor, 'CelAllRanges') ? contains(outer, inner.address) : isSame(outer.network, inner.address);
  };
}

/** A question about the first bytes of an IPv4 address, or about those of an IPv6 one. */
function question(
  id: string,
  name: string,
  ipv4: (bytes: Address) => boolean,
  ipv6: (bytes: Address) => boolean,
): Overload {
  return methodOf(id, `${name}(net.IP): bool`, ({ address }: IpValue) =>
    isIpv4(address) ? ipv4(address.slice(12)) : ipv6(address),
  );
}

const isZero = (bytes: Address): boolean => bytes.every((byte) => byte === 0);
const isLinkLocal = ([first = 0, second = 0]: Address): boolean => first === 0xfe && (second & 0xc0) === 0x80;
const isIpv6Loopback = (bytes: Address): boolean => isZero(bytes.slice(0, 15)) && bytes[15] === 1;

function isGlobalIpv4(bytes: Address): boolean {
  const [first = 0, second] = bytes;
  const isSpecial = first === 127 || (first >= 224 && first < 240) || (first === 169 && second === 254);
  return !isSpecial && !isZero(bytes) && !bytes.every((byte) => byte === 255);
}

const questions: readonly Overload[] = [
  question('ip_is_unspecified', 'isUnspecified', isZero, isZero),
  question('ip_is_loopback', 'isLoopback', ([first]) => first === 127, isIpv6Loopback),
  question(
    'ip_is_link_local_multicast',
    'isLinkLocalMulticast',
    ([first, second, third]) => first === 224 && second === 0 && third === 0,
    ([first, second = 0]) => first === 0xff && (second & 0x0f) === 2,
  ),
  question(
    'ip_is_link_local_unicast',
    'isLinkLocalUnicast',
    ([first, second]) => first === 169 && second === 254,
    isLinkLocal,
  ),
  question(
    'ip_is_global_unicast',
    'isGlobalUnicast',
    isGlobalIpv4,
    (bytes) => !isZero(bytes) && !isIpv6Loopback(bytes) && bytes[0] !== 0xff && !isLinkLocal(bytes),
  ),
];

/** `k8s.io/apiserver/pkg/cel/library`: IP and CIDR. */
export function addresses(minor: number): Library {
  const within = containsCidr(minor);
  return {
    introduced: 30,
    types: ['net.IP', 'net.CIDR'],
    functions: [
      functionOf('string_to_ip', 'ip(string): net.IP', ip),
      methodOf('ip_family', 'family(net.IP): int', ({ address }: IpValue) => (isIpv4(address) ? 4n : 6n)),
      functionOf('ip_is_canonical', 'ip.isCanonical(string): bool', (text) => addressText(ip(text).address) === text),
      ...questions,
      functionOf('is_ip', 'isIP(string): bool', (text) => parseIp(text) !== undefined),
      functionOf('ip_to_string', 'string(net.IP): string', ({ address }: IpValue) => addressText(address)),
      functionOf('string_to_cidr', 'cidr(string): net.CIDR', cidr),
      methodOf('cidr_contains_ip_string', 'containsIP(net.CIDR, string): bool', (range, text) =>
        containsIp(range, ip(text)),
      ),
      methodOf('cidr_contains_ip_ip', 'containsIP(net.CIDR, net.IP): bool', containsIp),
      methodOf('cidr_contains_cidr_string', 'containsCIDR(net.CIDR, string): bool', (range, text) =>
        within(range, cidr(text)),
      ),
      methodOf('cidr_contains_cidr', 'containsCIDR(net.CIDR, net.CIDR): bool', within),
      methodOf('cidr_ip', 'ip(net.CIDR): net.IP', ({ range }: CidrValue) => new IpValue(range.address)),
      methodOf('cidr_prefix_length', 'prefixLength(net.CIDR): int', ({ range }: CidrValue) => BigInt(range.length)),
      methodOf(
        'cidr_masked',
        'masked(net.CIDR): net.CIDR',
        ({ range }: CidrValue) => new CidrValue({ ...range, address: range.network }),
      ),
      functionOf('is_cidr', 'isCIDR(string): bool', (text) => parseCidr(text) !== undefined),
      functionOf(
        'cidr_to_string',
        'string(net.CIDR): string',
        ({ range }: CidrValue) => `${addressText(range.address)}/${range.length}`,
      ),
    ],
  };
}
