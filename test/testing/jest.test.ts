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
});

test('a failure is the message of the assertion', () => {
  expect(() => expect(chart()).toHaveResource('Pod', { spec: { hostNetwork: true } })).toThrow(
    '/spec/hostNetwork: expected true, got nothing',
  );
  expect(() => expect(chart()).not.toPassPolicy('baseline')).toThrow(
    'expected it to break the policy baseline, and it passes',
  );
});

test('one snapshot for each object', () => {
  expect(chart()).toMatchManifestSnapshot();
});
