import {
  type Address,
  addressText,
  compareQuantities,
  contains,
  hasLeadingZeros,
  isIpv4,
  isMapped,
  isWholeQuantity,
  parseAddress,
  parseQuantity,
  parseRange,
  type Quantity,
  rangeText,
  signOfQuantity,
} from '../../values';
import { type Library, type LibraryFunction, typed } from './library';
import {
  AuthorizerValue,
  CidrValue,
  DecisionValue,
  FormatNamespace,
  FormatValue,
  GroupCheckValue,
  IpNamespace,
  IpValue,
  JsonPatchNamespace,
  PathCheckValue,
  QuantityValue,
  ResourceCheckValue,
  SemverValue,
} from './types';

/** Libraries of `k8s.io/apiserver/pkg/cel/library`. */

function quantityOf(text: string): Quantity {
  const quantity = parseQuantity(text);
  if (quantity === undefined) throw new Error('quantity parse failed');
  return quantity;
}

const compare = ({ quantity }: QuantityValue, other: QuantityValue) => compareQuantities(quantity, other.quantity);

export const quantities: Library = {
  since: 29,
  types: { 'kubernetes.Quantity': QuantityValue },
  functions: [
    { signature: 'quantity(string): kubernetes.Quantity', handler: (text) => new QuantityValue(quantityOf(text)) },
    { signature: 'isQuantity(string): bool', handler: (text) => parseQuantity(text) !== undefined },
    {
      signature: 'kubernetes.Quantity.sign(): int',
      handler: ({ quantity }: QuantityValue) => BigInt(signOfQuantity(quantity)),
    },
    { signature: 'kubernetes.Quantity.isInteger(): bool', handler: (value) => isWholeQuantity(value.quantity) },
    { signature: 'kubernetes.Quantity.isGreaterThan(kubernetes.Quantity): bool', handler: (a, b) => compare(a, b) > 0 },
    { signature: 'kubernetes.Quantity.isLessThan(kubernetes.Quantity): bool', handler: (a, b) => compare(a, b) < 0 },
    {
      signature: 'kubernetes.Quantity.compareTo(kubernetes.Quantity): int',
      handler: (a, b) => BigInt(compare(a, b)),
    },
    ...typed(
      'kubernetes.Quantity.asInteger(): int',
      'kubernetes.Quantity.asApproximateFloat(): double',
      'kubernetes.Quantity.add(kubernetes.Quantity): kubernetes.Quantity',
      'kubernetes.Quantity.add(int): kubernetes.Quantity',
      'kubernetes.Quantity.sub(kubernetes.Quantity): kubernetes.Quantity',
      'kubernetes.Quantity.sub(int): kubernetes.Quantity',
    ),
  ],
};

function addressOf(text: string): Address | undefined {
  const address = parseAddress(text);
  return address === undefined || hasLeadingZeros(text) || isMapped(text, address) ? undefined : address;
}

function ip(text: string): IpValue {
  const address = addressOf(text);
  if (address === undefined) throw new Error('IP address parse failed');
  return new IpValue(address);
}

/** Each asks for the first bytes of an IPv4 address or of an IPv6 one. */
const of = (name: string, ipv4: (bytes: Address) => boolean, ipv6: (bytes: Address) => boolean): LibraryFunction => ({
  signature: `net.IP.${name}(): bool`,
  handler: ({ address }: IpValue) => (isIpv4(address) ? ipv4(address.slice(12)) : ipv6(address)),
});
const isZero = (bytes: Address): boolean => bytes.every((byte) => byte === 0);
const isLinkLocal = ([first = 0, second = 0]: Address): boolean => first === 0xfe && (second & 0xc0) === 0x80;
const isIpv6Loopback = (bytes: Address): boolean => isZero(bytes.slice(0, 15)) && bytes[15] === 1;

const addressKinds: readonly LibraryFunction[] = [
  of('isUnspecified', isZero, isZero),
  of('isLoopback', ([first]) => first === 127, isIpv6Loopback),
  of(
    'isLinkLocalMulticast',
    ([first, second, third]) => first === 224 && second === 0 && third === 0,
    ([first, second = 0]) => first === 0xff && (second & 0x0f) === 2,
  ),
  of('isLinkLocalUnicast', ([first, second]) => first === 169 && second === 254, isLinkLocal),
  of(
    'isGlobalUnicast',
    (bytes) => {
      const [first = 0, second] = bytes;
      const special = first === 127 || (first >= 224 && first < 240) || (first === 169 && second === 254);
      return !special && !isZero(bytes) && !bytes.every((byte) => byte === 255);
    },
    (bytes) => !isZero(bytes) && !isIpv6Loopback(bytes) && bytes[0] !== 0xff && !isLinkLocal(bytes),
  ),
];

export const addresses: Library = {
  since: 31,
  types: { 'net.IP': IpValue, 'net.CIDR': CidrValue },
  namespaces: { ip: IpNamespace },
  functions: [
    { signature: 'ip(string): net.IP', handler: ip },
    { signature: 'isIP(string): bool', handler: (text) => addressOf(text) !== undefined },
    {
      signature: 'IpNamespace.isCanonical(string): bool',
      handler: (_, text) => addressText(ip(text).address) === text,
    },
    { signature: 'net.IP.family(): int', handler: ({ address }: IpValue) => (isIpv4(address) ? 4n : 6n) },
    { signature: 'string(net.IP): string', handler: ({ address }: IpValue) => addressText(address) },
    ...addressKinds,
    { signature: 'cidr(string): net.CIDR', handler: cidr },
    { signature: 'isCIDR(string): bool', handler: (text) => parseRange(text) !== undefined },
    {
      signature: 'net.CIDR.containsIP(net.IP): bool',
      handler: ({ range }: CidrValue, { address }: IpValue) => contains(range, address),
    },
    {
      signature: 'net.CIDR.containsIP(string): bool',
      handler: ({ range }: CidrValue, text: string) => contains(range, ip(text).address),
    },
    { signature: 'net.CIDR.containsCIDR(net.CIDR): bool', handler: (outer, inner) => within(outer, inner) },
    { signature: 'net.CIDR.containsCIDR(string): bool', handler: (outer, inner) => within(outer, cidr(inner)) },
    { signature: 'net.CIDR.ip(): net.IP', handler: ({ range }: CidrValue) => new IpValue(range.address) },
    { signature: 'net.CIDR.prefixLength(): int', handler: ({ range }: CidrValue) => BigInt(range.length) },
    {
      signature: 'net.CIDR.masked(): net.CIDR',
      handler: ({ range }: CidrValue) => new CidrValue({ ...range, address: range.network }),
    },
    { signature: 'string(net.CIDR): string', handler: ({ range }: CidrValue) => rangeText(range) },
  ],
};

function cidr(text: string): CidrValue {
  const range = parseRange(text);
  if (range === undefined) throw new Error('network address parse failed');
  return new CidrValue(range);
}

function within(outer: CidrValue, inner: CidrValue): boolean {
  return contains(outer.range, inner.range.network) && outer.range.length <= inner.range.length;
}

const FORMATS = [
  'dns1123Label',
  'dns1123Subdomain',
  'dns1035Label',
  'qualifiedName',
  'dns1123LabelPrefix',
  'dns1123SubdomainPrefix',
  'dns1035LabelPrefix',
  'labelValue',
  'uri',
  'uuid',
  'byte',
  'date',
  'datetime',
];

export const formats: Library = {
  since: 32,
  types: { 'kubernetes.NamedFormat': FormatValue },
  namespaces: { format: FormatNamespace },
  functions: typed(
    ...FORMATS.map((name) => `FormatNamespace.${name}(): kubernetes.NamedFormat`),
    'FormatNamespace.named(string): optional<kubernetes.NamedFormat>',
    'kubernetes.NamedFormat.validate(string): optional<list<string>>',
  ),
};

export const semver: Library = {
  since: 34,
  types: { 'kubernetes.Semver': SemverValue },
  functions: typed(
    'semver(string): kubernetes.Semver',
    'semver(string, bool): kubernetes.Semver',
    'isSemver(string): bool',
    'isSemver(string, bool): bool',
    'kubernetes.Semver.major(): int',
    'kubernetes.Semver.minor(): int',
    'kubernetes.Semver.patch(): int',
    'kubernetes.Semver.compareTo(kubernetes.Semver): int',
    'kubernetes.Semver.isGreaterThan(kubernetes.Semver): bool',
    'kubernetes.Semver.isLessThan(kubernetes.Semver): bool',
  ),
};

export const AUTHORIZER = 'kubernetes.authorization.Authorizer';
const RESOURCE_CHECK = 'kubernetes.authorization.ResourceCheck';

export const authorizer: Library = {
  since: 28,
  types: {
    'kubernetes.authorization.PathCheck': PathCheckValue,
    'kubernetes.authorization.GroupCheck': GroupCheckValue,
    [RESOURCE_CHECK]: ResourceCheckValue,
    'kubernetes.authorization.Decision': DecisionValue,
    [AUTHORIZER]: { ctor: AuthorizerValue, fields: { requestResource: RESOURCE_CHECK } },
  },
  functions: typed(
    `${AUTHORIZER}.path(string): kubernetes.authorization.PathCheck`,
    `${AUTHORIZER}.group(string): kubernetes.authorization.GroupCheck`,
    `${AUTHORIZER}.serviceAccount(string, string): ${AUTHORIZER}`,
    `kubernetes.authorization.PathCheck.check(string): kubernetes.authorization.Decision`,
    `kubernetes.authorization.GroupCheck.resource(string): ${RESOURCE_CHECK}`,
    ...['subresource', 'namespace', 'name'].map((name) => `${RESOURCE_CHECK}.${name}(string): ${RESOURCE_CHECK}`),
    `${RESOURCE_CHECK}.check(string): kubernetes.authorization.Decision`,
    'kubernetes.authorization.Decision.errored(): bool',
    'kubernetes.authorization.Decision.error(): string',
    'kubernetes.authorization.Decision.allowed(): bool',
    'kubernetes.authorization.Decision.reason(): string',
  ),
};

/** Feature AuthorizeWithSelectors. */
export const authorizerSelectors: Library = {
  since: 32,
  functions: typed(
    `${RESOURCE_CHECK}.fieldSelector(string): ${RESOURCE_CHECK}`,
    `${RESOURCE_CHECK}.labelSelector(string): ${RESOURCE_CHECK}`,
  ),
};

export const jsonPatch: Library = {
  since: 36,
  namespaces: { jsonpatch: JsonPatchNamespace },
  functions: typed('JsonPatchNamespace.escapeKey(string): string'),
};
