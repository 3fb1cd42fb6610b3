import { gatesOf } from '../facts';
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
  rangeText,
} from './addresses';

/** Fields that hold an address, as apimachinery's `pkg/util/validation/ip.go` judges them. */

const NO_ADDRESS = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';
const NO_RANGE = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';

/** Gate StrictIPCIDRValidation, on by default from 1.36 on. */
function isStrict(minor: number): boolean {
  return gatesOf(minor).has('StrictIPCIDRValidation');
}

/**
 * `IsValidIPForLegacyField`: fields that once took any address that the loose parser takes, and from 1.36 on neither
 * leading zeros nor IPv4-mapped IPv6.
 */
export function ip(value: string, minor: number): string[] {
  const address = parseAddress(value);
  if (address === undefined) return [NO_ADDRESS];
  return isStrict(minor) ? strictProblems(value, address) : [];
}

/** `IsValidIP` of newer fields: strict in every version, and in canonical form. */
export function canonicalIp(value: string): string[] {
  const address = parseAddress(value);
  if (address === undefined) return [NO_ADDRESS];
  const problems = strictProblems(value, address);
  if (problems.length > 0 || value === addressText(address)) return problems;
  return [notCanonical(addressText(address))];
}

function strictProblems(value: string, address: Address): string[] {
  if (hasLeadingZeros(value)) return ['must not have leading 0s'];
  return isMapped(value, address) ? ['must not be an IPv4-mapped IPv6 address'] : [];
}

/** `IsValidCIDRForLegacyField`. */
export function cidr(value: string, minor: number): string[] {
  const range = parseRange(value);
  if (range === undefined) return [NO_RANGE];
  return isStrict(minor) ? strictRangeProblems(value, range) : [];
}

/** `IsValidCIDR` of newer fields. */
export function canonicalCidr(value: string): string[] {
  const range = parseRange(value);
  if (range === undefined) return [NO_RANGE];
  const problems = strictRangeProblems(value, range);
  if (problems.length > 0 || value === rangeText(range)) return problems;
  return [notCanonical(rangeText(range))];
}

function strictRangeProblems(value: string, range: Range): string[] {
  if (rangeHasLeadingZeros(value)) return ['must not have leading 0s in IP or prefix length'];
  if (isMapped(value, range.address)) return ['must not have an IPv4-mapped IPv6 address'];
  return same(range.address, range.network) ? [] : ['must not have bits set beyond the prefix length'];
}

function rangeHasLeadingZeros(value: string): boolean {
  const slash = value.indexOf('/');
  return hasLeadingZeros(value.slice(0, slash)) || /^0[0-9]/.test(value.slice(slash + 1));
}

function notCanonical(canonical: string): string {
  return `must be in canonical form (${JSON.stringify(canonical)})`;
}

function same(left: Address, right: Address): boolean {
  return left.every((byte, index) => byte === right[index]);
}

/** `IsValidInterfaceAddress`: an address with the length of its network, in canonical form. */
export function interfaceAddress(value: string): string[] {
  const range = parseRange(value);
  if (range === undefined) {
    return ['must be a valid address in CIDR form, (e.g. 10.9.8.7/24 or 2001:db8::1/64)'];
  }
  const length = isIpv4(range.address) && range.length > 32 ? range.length - 96 : range.length;
  const canonical = `${addressText(range.address)}/${length}`;
  return value === canonical ? [] : [notCanonical(canonical)];
}

/** Warnings of `GetWarningsForIP` about an address that the loose parser takes, without the field path. */
export function ipWarnings(value: string, minor: number): string[] {
  const address = parseAddress(value);
  if (address === undefined) return [];
  const canonical = addressText(address);
  if (hasLeadingZeros(value) || isMapped(value, address)) {
    return [`non-standard IP address "${value}" ${verdictOnNonStandard(minor)}: use "${canonical}"`];
  }
  return value.includes(':') && canonical !== value
    ? [`IPv6 address "${value}" should be in RFC 5952 canonical format ("${canonical}")`]
    : [];
}

function verdictOnNonStandard(minor: number): string {
  return gatesOf(minor).has('StrictIPCIDRValidation')
    ? 'is invalid'
    : 'will be considered invalid in a future Kubernetes release';
}

/** Warnings of `GetWarningsForCIDR`, without the field path. */
export function cidrWarnings(value: string, minor: number): string[] {
  const range = parseRange(value);
  if (range === undefined) return [];
  const canonical = rangeText(range);
  const warnings: string[] = [];
  if (!same(range.address, range.network)) {
    const single = `${addressText(range.address)}/${range.bits}`;
    warnings.push(`CIDR value "${value}" is ambiguous in this context (should be "${canonical}" or "${single}"?)`);
  }
  if (rangeHasLeadingZeros(value) || isMapped(value, range.address)) {
    warnings.push(`non-standard CIDR value "${value}" ${verdictOnNonStandard(minor)}: use "${canonical}"`);
  }
  if (warnings.length > 0 || !value.includes(':')) return warnings;
  const rfc5952 = `${addressText(range.address)}/${range.length}`;
  return rfc5952 === value ? [] : [`IPv6 CIDR value "${value}" should be in RFC 5952 canonical format ("${rfc5952}")`];
}

/** The range holds the whole of the other and is larger. */
export function isStrictlyWithin(outer: Range, inner: Range): boolean {
  return contains(outer, inner.network) && outer.length < inner.length;
}
