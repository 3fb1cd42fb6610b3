import { checkReferences } from '../../../src/references';
import { deployment, service } from '../../../src/references/rule/examples';

const route = (name: string, spec: object, namespace?: string) => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name, ...(namespace !== undefined && { namespace }) },
  spec: { parentRefs: [{ name: 'web', namespace: 'infra' }], hostnames: ['shop.example.com'], ...spec },
});
const to = (name: string) => ({ backendRefs: [{ name, port: 80 }] });
const at = (value: string, rest: object = {}) => ({ matches: [{ path: { type: 'PathPrefix', value }, ...rest }] });
const found = (...objects: object[]) =>
  checkReferences([deployment(), service(), ...objects])
    .filter(({ rule }) => rule === 'route-match-twice')
    .map(({ name, path, message }) => `${name} ${path}: ${message}`);

test('the same host, path and Gateway for another backend', () => {
  const first = route('a', { rules: [{ ...at('/'), ...to('shop') }] });
  const expected = (field: string) => [`b ${field}: "shop.example.com/" is already routed by HTTPRoute "a"`];
  expect(found(first, route('b', { rules: [{ ...at('/'), ...to('blog') }] }))).toEqual(
    expected('spec.rules[0].matches[0]'),
  );
  // A rule without matches is for all paths.
  expect(found(first, route('b', { rules: [to('blog')] }))).toEqual(expected('spec.rules[0]'));
  expect(found(first, route('b', { rules: [{ ...at('/'), ...to('shop') }] }, 'other'))).toEqual([
    'b spec.rules[0].matches[0]: "shop.example.com/" is already routed by HTTPRoute "a" in namespace default',
  ]);
});

test('what tells requests apart is not the same', () => {
  const first = route('a', { rules: [{ ...at('/'), ...to('shop') }] });
  for (const spec of [
    { rules: [{ ...at('/blog'), ...to('blog') }] },
    { rules: [{ ...at('/', { method: 'POST' }), ...to('blog') }] },
    { rules: [{ ...at('/', { headers: [{ name: 'canary', value: 'yes' }] }), ...to('blog') }] },
    { hostnames: ['blog.example.com'], rules: [{ ...at('/'), ...to('blog') }] },
    { parentRefs: [{ name: 'internal', namespace: 'infra' }], rules: [{ ...at('/'), ...to('blog') }] },
    { parentRefs: [{ name: 'web', namespace: 'infra', sectionName: 'https' }], rules: [{ ...at('/'), ...to('blog') }] },
    // The same backend: nothing is lost.
    { rules: [{ ...at('/'), ...to('shop') }] },
  ]) {
    expect(found(first, route('b', spec))).toEqual([]);
  }
});

test('fields of any type are tolerated', () => {
  const first = route('a', { rules: [{ ...at('/'), ...to('shop') }] });
  for (const spec of [
    { rules: 5 },
    { rules: [null] },
    { hostnames: {}, parentRefs: 'x' },
    { rules: [{ matches: [1] }] },
  ])
    expect(found(first, route('b', spec))).toEqual([]);
});
