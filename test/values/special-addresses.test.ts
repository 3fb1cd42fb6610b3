import { endpointAddress } from '../../src/values/special-addresses';

test.each(['10.0.0.1', '8.8.8.8', '2001:db8::1', '224.0.1.1', '169.253.0.1'])(
  '%s is the address of a host',
  (address) => {
    expect(endpointAddress(address)).toEqual([]);
  },
);

test.each([
  ['0.0.0.0', 'may not be unspecified (0.0.0.0)'],
  ['::', 'may not be unspecified (::)'],
  ['127.1.2.3', 'may not be in the loopback range (127.0.0.0/8, ::1/128)'],
  ['::1', 'may not be in the loopback range (127.0.0.0/8, ::1/128)'],
  ['169.254.169.254', 'may not be in the link-local range (169.254.0.0/16, fe80::/10)'],
  ['fe80::1', 'may not be in the link-local range (169.254.0.0/16, fe80::/10)'],
  ['224.0.0.1', 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)'],
  ['ff02::1', 'may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)'],
  ['host', 'must be a valid IP address'],
])('%s is not', (address, problem) => {
  expect(endpointAddress(address)).toEqual([problem]);
});
