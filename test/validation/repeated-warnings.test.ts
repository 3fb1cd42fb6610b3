import { checkManifests } from '../../src/check';

const rulesAt = (object: object, path: string) =>
  checkManifests([object])
    .filter((finding) => finding.path === path)
    .map(({ rule }) => rule);
const pod = (metadata: object) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata,
  spec: { containers: [{ name: 'shop', image: 'ghcr.io/acme/shop:1.4.2' }] },
});

// The server warns of what it accepts only.
test.each([
  ['no name', pod({}), 'metadata.name', ['metadata-name-required']],
  ['a name that is no subdomain', pod({ name: 'Web' }), 'metadata.name', ['metadata-name']],
  ['a name that is no label', pod({ name: 'web.example' }), 'metadata.name', ['pod-name-dns-label']],
  [
    'a range that is not in the canonical form',
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'a' },
      spec: { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.5/8x' } }] }] },
    },
    'spec.ingress[0].from[0].ipBlock.cidr',
    ['ip-block-cidr'],
  ],
])('%s is reported once', (_, object, path, rules) => {
  expect(rulesAt(object, path)).toEqual(rules);
});

test('the kind is named when it is an array', () => {
  expect(checkManifests([{ apiVersion: 'v1', kind: ['a'] }])[0]!.message).toBe('cannot unmarshal array into a string');
});
