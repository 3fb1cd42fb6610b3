import { CheckedApp, external } from '../../src';
import { checkManifests } from '../../src/check';

test('external objects may have any field of their manifest', () => {
  const objects = [external.secret('db', { keys: ['password'] }), external.service('db', { ports: [3306] })];
  expect(() => new CheckedApp({ external: objects })).not.toThrow();
});

const claim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', labels: { app: 'web' }, generation: 1 },
  spec: { accessModes: ['ReadWriteOnce'] },
  immutable: true,
};

test('an external object can be a manifest of any kind', () => {
  expect(() => new CheckedApp({ external: claim })).not.toThrow();
  expect(() => checkManifests([], { external: [claim, claim] })).not.toThrow();
});

test.each([
  ['without a kind', { ...claim, kind: undefined }, /external(?:\[0\])?\.kind: /],
  ['without a name', { ...claim, metadata: {} }, /external(?:\[0\])?\.metadata\.name: /],
])('an external object %s is reported', (_, object, expected) => {
  expect(() => checkManifests([], { external: object as never })).toThrow(expected);
  expect(() => checkManifests([], { external: [object as never] })).toThrow(expected);
});

test('a name in place of a file is an error with what to use instead', () => {
  const check = (external: string) => () => checkManifests([], { external });
  expect(check('shop-tls')).toThrow(
    'external: shop-tls: there is no such file (for an object of that name use external.secret("shop-tls")',
  );
  expect(check('cluster/nowhere.yaml')).toThrow(/nowhere\.yaml: there is no such file$/);
});
