import {
  assertDoesNotReach,
  assertReaches,
  BadUseError,
  ManifestAssertionError,
  manifestMatchers,
} from '../../src/testing';

expect.extend(manifestMatchers as never);

const deployment = (name: string, namespace = 'shop') => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name, image: `${name}:1`, ports: [{ name: 'http', containerPort: 8080 }] }] },
    },
  },
});
const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'api', namespace: 'shop' },
  spec: { selector: { app: 'api' }, ports: [{ name: 'web', port: 80, targetPort: 'http' }] },
};
const policy = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'api', namespace: 'shop' },
  spec: {
    podSelector: { matchLabels: { app: 'api' } },
    ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 8080 }] }],
  },
};
const objects = [deployment('web'), deployment('api'), deployment('job'), service, policy];

test('a port of a Service leads to the port of the pods', () => {
  expect(() => assertReaches(objects, 'web', 'api', 80)).not.toThrow();
  expect(() => assertReaches(objects, 'web', 'Service/api', 'web')).not.toThrow();
  expect(() => assertReaches(objects, 'shop/web', 'shop/Deployment/api', 8080)).not.toThrow();
  expect(() => assertReaches(objects, { name: 'web' }, { name: 'api', namespace: 'shop' }, 'http')).not.toThrow();
  // The pods do not listen on the port of the Service.
  expect(() => assertReaches(objects, 'web', 'Deployment/api', 80)).toThrow(ManifestAssertionError);
});

test('the policies that deny are named', () => {
  expect(() => assertReaches(objects, 'job', 'api', 80)).toThrow(
    'the connection from Deployment shop/job to Deployment shop/api on TCP 8080 is denied: NetworkPolicy api (ingress)',
  );
  expect(() => assertDoesNotReach(objects, 'web', 'api', 80)).toThrow(
    'the connection from Deployment shop/web to Deployment shop/api on TCP 8080 is allowed: NetworkPolicy api',
  );
  expect(() => assertDoesNotReach(objects, 'api', 'job', 8080)).toThrow('is allowed: no NetworkPolicy restricts it');
});

test('addresses are ends too', () => {
  expect(() => assertReaches(objects, 'web', '203.0.113.7', 443)).not.toThrow();
  expect(() => assertDoesNotReach(objects, '10.0.0.0/8', 'api', 80)).not.toThrow();
  expect(() => assertReaches(objects, '10.0.0.1', 'job', 8080, { protocol: 'UDP' })).not.toThrow();
});

test('a Service of several workloads is reached when all of its pods are', () => {
  const canary = deployment('canary');
  canary.spec.template.metadata.labels = { app: 'api', track: 'canary' } as never;
  const closed = {
    ...policy,
    metadata: { name: 'canary', namespace: 'shop' },
    spec: { podSelector: { matchLabels: { app: 'api' } } },
  };
  const some = [
    deployment('web'),
    deployment('api'),
    service,
    { ...closed, spec: { podSelector: { matchLabels: { track: 'canary' } } } },
    canary,
  ];
  expect(() => assertReaches(some, 'web', 'api', 80)).toThrow('Deployment shop/canary');
  expect(() => assertDoesNotReach(some, 'web', 'api', 80)).toThrow('Deployment shop/api');
});

test.each<[string, string, number | string, string]>([
  ['wep', 'api', 80, 'nothing with pods is named "wep"; there are Deployment shop/web, '],
  ['web', 'Service/api', 81, '"Service/api" has no port 81 that leads to pods'],
  ['web', 'Deployment/api', 'sql', '"Deployment/api" has no port "sql" that leads to pods'],
  ['web', '203.0.113.7', 'https', 'an address has no named ports'],
])('%s to %s on %s cannot be asked', (from, to, port, message) => {
  expect(() => assertReaches(objects, from, to, port)).toThrow(BadUseError);
  expect(() => assertDoesNotReach(objects, from, to, port)).toThrow(message);
});

test('one name in two namespaces needs one of them', () => {
  const two = [...objects, deployment('web', 'other')];
  expect(() => assertReaches(two, 'web', 'api', 80)).toThrow('several namespaces have "web": shop, other');
  expect(() => assertDoesNotReach(two, 'other/web', 'api', 80)).not.toThrow();
});

test('as matchers', () => {
  const matchers = expect as unknown as (value: unknown) => {
    toReach(...args: unknown[]): void;
    not: { toReach(...args: unknown[]): void };
  };
  matchers(objects).toReach('web', 'api', 80);
  matchers(objects).not.toReach('job', 'api', 80);
  expect(() => matchers(objects).not.toReach('web', 'api', 80)).toThrow('is allowed: NetworkPolicy api');
  expect(() => matchers(objects).toReach('job', 'api', 80)).toThrow('is denied: NetworkPolicy api (ingress)');
});

test('a port that neither the Service nor its pods have is a wrong question', () => {
  const check = (port: number | string, options = {}) => {
    for (const assert of [assertReaches, assertDoesNotReach]) {
      expect(() => assert([deployment('web'), deployment('api'), service], 'web', 'api', port, options)).toThrow(
        BadUseError,
      );
    }
  };
  check(81);
  check('metrics');
  check(80, { protocol: 'UDP' });
  for (const port of [0, 70_000, Number.NaN, 80.5, '']) check(port);
  check(80, { protocol: 'tcp' });
  expect(() => assertReaches(objects, 'web', 'api', 81)).toThrow(
    '"api" has no port 81 that leads to pods; its ports are TCP 80, TCP 8080',
  );
  // Pods may listen on ports that they do not declare.
  expect(() =>
    assertReaches([deployment('web'), deployment('api'), service], 'web', 'Deployment/api', 9100),
  ).not.toThrow();
  expect(() => assertReaches([deployment('web'), deployment('api')], 'web', 'api', 9100)).not.toThrow();
});
