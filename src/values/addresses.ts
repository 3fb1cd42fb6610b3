/**
 * IP addresses and CIDR ranges as the server reads them: loosely (`ParseIPSloppy`, where an IPv4 octet may have leading
 * zeros) for old fields and strictly (`netip`) for new ones. An address is always 16 bytes; IPv4 is `::ffff:a.b.c.d`, as in
 * Go's net package.
 */

/** 16 bytes. */
export type Address = readonly number[];

export interface Range {
  /** The address as written, with the bits beyond the prefix. */
  readonly address: Address;
  /** The address with the bits beyond the prefix cleared. */
  readonly network: Address;
  /** Length of the prefix as written. */
  readonly length: number;
  /** 32, or 128 for an address written as IPv6 (even one that maps an IPv4 address). */
  readonly bits: 32 | 128;
}

const MAPPED_PREFIX = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

/** Go's `ParseIPSloppy`; undefined when it is not an address. A zone (`%eth0`) is rejected. */
export function parseAddress(text: string): Address | undefined {
  const first = /[.:]/.exec(text)?.[0];
  if (first === undefined) return undefined;
  return first === '.' ? parseIpv4(text) : parseIpv6(text);
}

function parseIpv4(text: string): Address | undefined {
  const octets = text.split('.');
  if (octets.length !== 4) return undefined;
  const bytes = octets.map((octet) => (/^[0-9]+$/.test(octet) ? Number(octet) : 256));
  return bytes.every((byte) => byte <= 255) ? [...MAPPED_PREFIX, ...bytes] : undefined;
}

function parseIpv6(text: string): Address | undefined {
  // At most one "::", which stands for at least one group of zeros.
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const groups = halves.map((half, index) => parseGroups(half, index === halves.length - 1));
  const [head, tail] = groups;
  if (head === undefined || groups.some((half) => half === undefined)) return undefined;
  if (halves.length === 1) return head.length === 16 ? head : undefined;
  const missing = 16 - head.length - (tail as number[]).length;
  return missing >= 2 ? [...head, ...new Array<number>(missing).fill(0), ...(tail as number[])] : undefined;
}

function parseGroups(text: string, last: boolean): number[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  const bytes: number[] = [];
  for (const [index, group] of groups.entries()) {
    if (last && index === groups.length - 1 && group.includes('.')) {
      const ipv4 = parseIpv4(group);
      if (ipv4 === undefined) return undefined;
      bytes.push(...ipv4.slice(12));
    } else {
      const value = /^[0-9a-fA-F]+$/.test(group) ? Number.parseInt(group, 16) : 0x10000;
      if (value > 0xffff) return undefined;
      bytes.push(value >> 8, value & 0xff);
    }
  }
  return bytes;
}

/** Go's `ParseCIDRSloppy`; undefined when it is not a range. */
export function parseRange(text: string): Range | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const written = text.slice(0, slash);
  const mask = text.slice(slash + 1);
  const ipv4 = parseIpv4(written);
  const address = ipv4 ?? (written.includes(':') ? parseIpv6(written) : undefined);
  const bits = ipv4 === undefined ? 128 : 32;
  if (address === undefined || !/^[0-9]+$/.test(mask)) return undefined;
  const length = Number(mask);
  if (length > bits) return undefined;
  const kept = 128 - bits + length;
  const network = address.map((byte, index) => byte & prefixByte(kept - index * 8));
  return { address, network, length, bits };
}

function prefixByte(bits: number): number {
  if (bits >= 8) return 0xff;
  return bits <= 0 ? 0 : (0xff << (8 - bits)) & 0xff;
}

/** Go's `IP.To4() != nil`: IPv4, also when written as an IPv4-mapped IPv6 address. */
export function isIpv4(address: Address): boolean {
  return MAPPED_PREFIX.every((byte, index) => address[index] === byte);
}

export function isIpv6(address: Address): boolean {
  return !isIpv4(address);
}

/** Go's `IP.String()`: RFC 5952, and IPv4-mapped addresses as IPv4. */
export function addressText(address: Address): string {
  return isIpv4(address) ? address.slice(12).join('.') : ipv6Text(address);
}

function ipv6Text(address: Address): string {
  const groups = Array.from({ length: 8 }, (_, index) => address[2 * index] * 256 + address[2 * index + 1]);
  let start = -1;
  let run = 1;
  for (let index = 0; index < 8; index++) {
    let end = index;
    while (end < 8 && groups[end] === 0) end++;
    if (end - index > run) {
      start = index;
      run = end - index;
    }
  }
  const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  return start < 0 ? text(groups) : `${text(groups.slice(0, start))}::${text(groups.slice(start + run))}`;
}

/** Go's `IPNet.String()`: the network; one that maps IPv4 addresses is printed as IPv4. */
export function rangeText(range: Range): string {
  const length = range.bits === 128 && isIpv4(range.network) ? range.length - 96 : range.length;
  return `${addressText(range.network)}/${length}`;
}

/** Whether the address lies in the range (Go's `IPNet.Contains`: of the same family). */
export function contains(range: Range, address: Address): boolean {
  if (isIpv4(range.network) !== isIpv4(address)) return false;
  const kept = 128 - range.bits + range.length;
  return range.network.every((byte, index) => byte === (address[index] & prefixByte(kept - index * 8)));
}

/** What `netip.ParseAddr` refuses and the loose parser takes: zeros before the digits. */
export function hasLeadingZeros(text: string): boolean {
  return /(^|[.:])0[0-9]*[0-9]\./.test(text) || /\.0[0-9]+$/.test(text) || /[0-9a-fA-F]{5,}/.test(text);
}

/** Written as IPv6 but standing for IPv4. */
export function isMapped(text: string, address: Address): boolean {
  return text.includes(':') && isIpv4(address);
}
