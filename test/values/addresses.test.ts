import {
  canonicalCidr,
  canonicalIp,
  cidr,
  cidrWarnings,
  interfaceAddress,
  ip,
  ipWarnings,
} from '../../src/values/address-fields';
import { addressText, contains, parseAddress, parseRange, rangeText } from '../../src/values/addresses';

// Verdicts of k8s.io/utils/net.ParseIPSloppy and Go's netip.
describe('parseAddress', () => {
  test.each([
    ['10.9.8.7', '10.9.8.7'],
    ['010.009.000000008.7', '10.9.8.7'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['2001:db8::ffff', '2001:db8::ffff'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['::1.2.3.4', '::102:304'],
    ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:102:304'],
    ['000001::2', '1::2'],
  ])('%s is %s', (text, canonical) => {
    expect(addressText(parseAddress(text) ?? [])).toBe(canonical);
  });

  test.each([
    '',
    'a',
    '1',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '1.2.3.-4',
    '1.2.3.+4',
    ' 1.2.3.4',
    '1::2::3',
    ':::',
    ':1',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8:9',
    'fe80::1%eth0',
    '12345::',
    '1.2.3.4::',
    '::1.2.3.4:5',
    'g::',
  ])('%j is not an address', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
});

describe('parseRange', () => {
  test.each([
    ['10.9.8.7/8', '10.0.0.0/8'],
    ['10.9.8.7/32', '10.9.8.7/32'],
    ['10.9.8.7/0', '0.0.0.0/0'],
    ['2001:db8::1/33', '2001:db8::/33'],
    ['::ffff:1.2.3.4/120', '1.2.3.0/24'],
    ['10.0.0.0/008', '10.0.0.0/8'],
  ])('%s is %s', (text, canonical) => {
    const range = parseRange(text);
    expect(range && rangeText(range)).toBe(canonical);
  });

  test.each(['10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/-1', '::/129', '10.0.0/8', '10.0.0.0/8/8', '/8'])(
    '%j is not a range',
    (text) => {
      expect(parseRange(text)).toBeUndefined();
    },
  );

  test('a range of one family holds no address of the other', () => {
    const all = parseRange('::/0');
    const address = parseAddress('1.2.3.4');
    expect(all && address && contains(all, address)).toBe(false);
  });
});

describe('fields', () => {
  const mapped = 'must not be an IPv4-mapped IPv6 address';
  test.each([
    ['1.2.3.4', []],
    ['1.2.3.04', ['must not have leading 0s']],
    ['1.2.3.0', []],
    ['10.0.0.10', []],
    ['::ffff:1.2.3.4', [mapped]],
    ['::FFFF:1', []],
    ['x', ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)']],
  ])('ip %s from 1.36 on', (value, messages) => {
    expect(ip(value, 36)).toEqual(messages);
  });

  test('ip takes leading zeros before 1.36', () => {
    expect(ip('1.2.3.04', 35)).toEqual([]);
  });

  test('canonical forms', () => {
    expect(canonicalIp('2001:DB8::1')).toEqual(['must be in canonical form ("2001:db8::1")']);
    expect(canonicalCidr('2001:DB8::/32')).toEqual(['must be in canonical form ("2001:db8::/32")']);
    expect(interfaceAddress('010.0.0.1/8')).toEqual(['must be in canonical form ("10.0.0.1/8")']);
    expect(interfaceAddress('10.0.0.1/8')).toEqual([]);
  });

  test('cidr', () => {
    expect(cidr('10.0.0.1/8', 35)).toEqual([]);
    expect(cidr('10.0.0.1/8', 36)).toEqual(['must not have bits set beyond the prefix length']);
    expect(cidr('10.0.0.0/08', 36)).toEqual(['must not have leading 0s in IP or prefix length']);
  });

  test('warnings', () => {
    const future = 'will be considered invalid in a future Kubernetes release';
    expect(ipWarnings('1.2.3.04', 36)).toEqual(['non-standard IP address "1.2.3.04" is invalid: use "1.2.3.4"']);
    expect(ipWarnings('1.2.3.04', 35)).toEqual([`non-standard IP address "1.2.3.04" ${future}: use "1.2.3.4"`]);
    expect(cidrWarnings('10.0.0.0/08', 36)).toEqual([
      'non-standard CIDR value "10.0.0.0/08" is invalid: use "10.0.0.0/8"',
    ]);
    expect(cidrWarnings('10.0.0.0/08', 35)).toEqual([
      `non-standard CIDR value "10.0.0.0/08" ${future}: use "10.0.0.0/8"`,
    ]);
    expect(ipWarnings('2001:0db8::1', 36)).toEqual([
      'IPv6 address "2001:0db8::1" should be in RFC 5952 canonical format ("2001:db8::1")',
    ]);
    expect(cidrWarnings('10.0.0.1/8', 36)).toEqual([
      'CIDR value "10.0.0.1/8" is ambiguous in this context (should be "10.0.0.0/8" or "10.0.0.1/32"?)',
    ]);
  });
});
