import { type Address, isIpv4, parseAddress } from './addresses';

/** `ValidateEndpointIP`: addresses that stand for one host of the network, not for the host itself or its link. */
export function endpointAddress(value: string): string[] {
  const address = parseAddress(value);
  if (address === undefined) return ['must be a valid IP address'];
  const problems: string[] = [];
  if (isUnspecified(address)) problems.push(`may not be unspecified (${value})`);
  if (isLoopback(address)) problems.push('may not be in the loopback range (127.0.0.0/8, ::1/128)');
  if (isLinkLocal(address)) problems.push('may not be in the link-local range (169.254.0.0/16, fe80::/10)');
  if (isLinkLocalMulticast(address)) {
    problems.push('may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)');
  }
  return problems;
}

function isUnspecified(address: Address): boolean {
  const bytes = isIpv4(address) ? address.slice(12) : address;
  return bytes.every((byte) => byte === 0);
}

function isLoopback(address: Address): boolean {
  if (isIpv4(address)) return address[12] === 127;
  return address.every((byte, index) => byte === (index === 15 ? 1 : 0));
}

function isLinkLocal(address: Address): boolean {
  if (isIpv4(address)) return address[12] === 169 && address[13] === 254;
  return address[0] === 0xfe && (address[1]! & 0xc0) === 0x80;
}

function isLinkLocalMulticast(address: Address): boolean {
  if (isIpv4(address)) return address[12] === 224 && address[13] === 0 && address[14] === 0;
  return address[0] === 0xff && (address[1]! & 0x0f) === 0x02;
}
