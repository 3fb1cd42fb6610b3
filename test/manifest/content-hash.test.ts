import { identityKey, identityOf } from '../../src/facts';
import { canonicalJson, contentHash, joinName, nameByContent } from '../../src/manifest';

test('contentHash does not depend on the order of keys, nor on absent fields', () => {
  expect(contentHash({ b: [1, { d: 'x', c: null }], a: undefined })).toBe(contentHash({ b: [1, { d: 'x' }] }));
  expect(contentHash({ a: 1 })).not.toBe(contentHash({ a: '1' }));
  // printf '{"a":1}' | sha256sum
  expect(contentHash({ a: 1 })).toBe('015abd7f5c');
  expect(canonicalJson({ 2: 'x', 10: [undefined] })).toBe('{"10":[null],"2":"x"}');
});

test('nameByContent and joinName make names from their parts alone', () => {
  expect(joinName('shop', undefined, '', 'config')).toBe('shop-config');
  expect(nameByContent('shop', { a: 1 })).toBe('shop-015abd7f5c');
});

test('identityOf tells objects apart as the server does', () => {
  const hpa = (version: string) => ({
    apiVersion: `autoscaling/${version}`,
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'a', namespace: 'n' },
  });
  expect(identityKey(identityOf(hpa('v1')))).toBe(identityKey(identityOf(hpa('v2'))));
  expect(identityOf({ apiVersion: 'v1', kind: 'Pod', metadata: { generateName: 'x-' } })).toEqual({
    group: '',
    kind: 'Pod',
  });
  expect(identityOf(null)).toEqual({ group: '', kind: '' });
});
