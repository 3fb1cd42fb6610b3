import { ApiObject, App, Chart } from 'cdk8s';
import { Probes, Qos, WebApp } from '../../src';
import { Manifest, Match, manifestMatchers } from '../../src/testing';

expect.extend(manifestMatchers as never);

const chart = new Chart(new App(), 'c', { namespace: 'shop' });
new WebApp(chart, 'shop', {
  image: 'ghcr.io/acme/shop:1.0.0',
  port: 8080,
  qos: Qos.bestEffort(),
  probes: Probes.http('/'),
});
new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'raw' }, dta: { a: 'b' } });
const manifest = Manifest.fromChart(chart);

describe.each<[string, string, object, string]>([
  [
    'a field',
    'Deployment',
    { spec: { replica: 2 } },
    'spec.replica, so that the pattern tells nothing; did you mean "replicas"?',
  ],
  ['one that is not there', 'Deployment', { spec: { replica: Match.absent() } }, 'spec.replica'],
  ['one in a list', 'Service', { spec: { ports: [{ prt: 80 }] } }, 'spec.ports[0].prt'],
  [
    'one in a matcher',
    'Deployment',
    { spec: { template: { spec: { containers: Match.byName({ shop: { imagee: 'x' } }) } } } },
    'imagee',
  ],
  ['one in another matcher', 'Service', { spec: Match.objectLike({ portz: Match.arrayWith([]) }) }, 'spec.portz'],
  ['one in an exact object', 'Service', { spec: Match.exactly({ portz: [] }) }, 'spec.portz'],
])('a pattern with %s that the kind does not have', (_, kind, pattern, message) => {
  test.each<[string, () => unknown]>([
    ['not.toHaveResource', () => (expect(chart) as any).not.toHaveResource(kind, pattern)],
    ['not.toHaveResource by name', () => (expect(chart) as any).not.toHaveResource(kind, 'shop', pattern)],
    ['toHaveResource', () => (expect(chart) as any).toHaveResource(kind, pattern)],
    ['hasNo', () => manifest.hasNo(kind as never, pattern as never)],
    ['count', () => manifest.count(kind as never, 0, pattern as never)],
    ['find', () => manifest.find(kind as never, pattern as never)],
    ['all', () => manifest.all(kind as never, pattern as never)],
    ['one', () => manifest.one(kind as never, pattern as never)],
  ])('is incorrect use of %s', (__, assert) => {
    expect(assert).toThrow(`${kind} has no field `);
    expect(assert).toThrow(message);
    expect(assert).toThrow(expect.objectContaining({ name: 'BadUseError' }));
  });
});

test.each<[string, string | object, object]>([
  ['fields of maps', 'Deployment', { metadata: { labels: { any: 'x' }, annotations: { 'a/b': 'c' } } }],
  [
    'fields that another version of the API has',
    'HorizontalPodAutoscaler',
    { spec: { targetCPUUtilizationPercentage: 1 } },
  ],
  ['custom resources that nobody knows', { apiVersion: 'acme.example/v1', kind: 'Shop' }, { spec: { any: 1 } }],
  ['matchers', 'Service', { spec: Match.not({ type: 'NodePort' }), metadata: { name: Match.stringLike('x*') } }],
  ['what jest matches', 'Service', { spec: expect.objectContaining({ type: 'x' }) }],
])('%s are no mistakes', (_, kind, pattern) => {
  expect(() => manifest.find(kind as never, pattern as never)).not.toThrow();
});

test('fields of another kind of that name are no mistakes', () => {
  const service = { apiVersion: 'serving.knative.dev/v1', kind: 'Service', metadata: { name: 'knative' } };
  Manifest.fromObjects([service]).hasNo('Service', { spec: { template: {} } } as never);
});

test('a field that an object has, although a server would refuse it, can be found', () => {
  manifest.hasResource('ConfigMap', { dta: { a: 'b' } } as never);
  (expect(chart) as any).not.toHaveResource('ConfigMap', { dta: { a: 'c' } });
});

test.each<[unknown, string]>([
  [1.36, 'versions: expected "1.36", or an array of versions, received 1.36'],
  [1.3, 'versions: expected "1.30", or an array of versions, received 1.3'],
  ['v1.36', 'unsupported Kubernetes version "v1.36" (supported: 1.28-1.36); use "1.36"'],
  [['1.36.2'], 'unsupported Kubernetes version "1.36.2" (supported: 1.28-1.36); use "1.36"'],
  ['1.99', 'unsupported Kubernetes version "1.99" (supported: 1.28-1.36)'],
  [{ kubernetesVersion: '1.36' }, 'versions: expected a version of Kubernetes such as "1.36", or an array of versions'],
])('version %j', (version, message) => {
  expect(() => (expect(chart) as any).not.toBeValidKubernetes(version)).toThrow(message);
});
