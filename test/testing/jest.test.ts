import '../../src/testing/jest';
import { ApiObject, App, Chart } from 'cdk8s';

function chart(image = 'web:1'): Chart {
  const scope = new Chart(new App(), 'shop');
  const spec = { containers: [{ name: 'web', image }] };
  new ApiObject(scope, 'web', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec });
  return scope;
}

test('the matchers of expect', () => {
  expect(chart()).toHaveResource('Pod', 'web', { spec: { containers: [{ image: 'web:1' }] } });
  expect(chart()).not.toHaveResource('Pod', { spec: { hostNetwork: true } });
  expect(chart()).toBeValidKubernetes('1.28');
  expect(chart('')).not.toBeValidKubernetes();
  expect(chart()).toPassPolicy('baseline');
  expect(chart()).not.toPassPolicy('restricted');
  expect(chart()).toReferenceOnlyKnownObjects();
  expect(() => chart()).toSynthesizeDeterministically();
  expect(chart()).toBeUpgradeSafeFrom(chart());
  expect(chart()).toPassPolicy('baseline', ['1.28', '1.36']);
  expect(chart()).toReferenceOnlyKnownObjects('1.28');
  expect(chart()).toBeUpgradeSafeFrom(chart(), ['1.28', '1.36']);
});

test('a failure is the message of the assertion', () => {
  expect(() => expect(chart()).toHaveResource('Pod', { spec: { hostNetwork: true } })).toThrow(
    '/spec/hostNetwork: expected true, received nothing',
  );
  expect(() => expect(chart()).not.toPassPolicy('baseline')).toThrow(
    'expected a violation of the Pod Security level baseline, found none',
  );
});

test('nothing to check fails with not too', () => {
  const nothing = new Chart(new App(), 'empty');
  expect(() => expect(nothing).toBeValidKubernetes()).toThrow('no objects to check');
  expect(() => expect(nothing).not.toBeValidKubernetes()).toThrow('no objects to check');
  expect(() => expect(chart()).not.toBeUpgradeSafeFrom([])).toThrow('no previous objects to check');
});

test('one snapshot for each object', () => {
  expect(chart()).toMatchManifestSnapshot();
});
