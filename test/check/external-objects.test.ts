import { CheckedApp, external } from '../../src';

test('external objects may have any field of their manifest', () => {
  const objects = [external.secret('db', { keys: ['password'] }), external.service('db', { ports: [3306] })];
  expect(() => new CheckedApp({ external: objects })).not.toThrow();
});
