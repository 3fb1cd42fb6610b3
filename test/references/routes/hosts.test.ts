import { covers, hostsMeet } from '../../../src/references/routes/hosts';

// The table of https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards
test.each([
  ['*.foo.com', 'bar.foo.com', true],
  ['*.foo.com', 'baz.bar.foo.com', false],
  ['*.foo.com', 'foo.com', false],
  ['foo.com', 'foo.com', true],
  ['foo.com', 'bar.com', false],
])('%s of an Ingress covers %s: %s', (pattern, host, expected) => {
  expect(covers(pattern, host)).toBe(expected);
});

// Examples of Matches in pkg/config/host/name.go of Istio, and of the hostnames of a listener in the Gateway API.
test.each([
  ['foo.com', 'foo.com', true],
  ['foo.com', 'bar.com', false],
  ['*.com', 'foo.com', true],
  ['bar.com', '*.com', true],
  ['*.foo.com', 'foo.com', false],
  ['*', 'foo.com', true],
  ['*', '*.com', true],
  ['*.example.com', '*.example.com', true],
  ['*.example.com', 'test.example.com', true],
  ['*.example.com', 'foo.test.example.com', true],
  ['*.example.com', 'example.com', false],
  ['test.example.com', '*.example.com', true],
  ['*.test.example.com', '*.example.com', true],
  ['*.one.com', '*.two.com', false],
])('%s and %s of a gateway have requests in common: %s', (one, other, expected) => {
  expect(hostsMeet(one, other)).toBe(expected);
});
