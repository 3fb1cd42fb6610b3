import { checkReferences } from '../../../src/references';

interface Path {
  readonly host?: string;
  readonly path?: string;
  readonly pathType?: string;
  readonly to?: string;
}

const ingress = (name: string, paths: Path[], metadata: object = {}, spec: object = {}) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name, ...metadata },
  spec: {
    rules: paths.map(({ host, path = '/', pathType = 'Prefix', to = name }) => ({
      ...(host !== undefined && { host }),
      http: { paths: [{ path, pathType, backend: { service: { name: to, port: { number: 80 } } } }] },
    })),
    ...spec,
  },
});
const found = (...objects: object[]) =>
  checkReferences(objects)
    .filter(({ rule }) => rule === 'ingress-path-twice')
    .map(({ severity, name, path, message }) => `${severity} ${name} ${path}: ${message}`);
const SHOP = { host: 'shop.example.com' };

test('the second rule with a host and path', () => {
  expect(found(ingress('a', [SHOP]), ingress('b', [SHOP]))).toEqual([
    'warning b spec.rules[0].http.paths[0]: "shop.example.com/" is already routed by Ingress "a"',
  ]);
  expect(found(ingress('a', [{ path: '/x' }]), ingress('b', [{ path: '/x/' }]))).toEqual([
    'warning b spec.rules[0].http.paths[0]: "/x/" is already routed by Ingress "a"',
  ]);
  expect(found(ingress('a', [SHOP], { namespace: 'one' }), ingress('b', [SHOP], { namespace: 'two' }))).toEqual([
    'warning b spec.rules[0].http.paths[0]: "shop.example.com/" is already routed by Ingress "a" in namespace one',
  ]);
  expect(found(ingress('a', [SHOP, { ...SHOP, to: 'b' }]))).toEqual([
    'warning a spec.rules[1].http.paths[0]: "shop.example.com/" is already routed by spec.rules[0].http.paths[0]',
  ]);
});

test('rules that differ, or do the same', () => {
  expect(found(ingress('a', [SHOP]), ingress('b', [{ host: 'blog.example.com' }]))).toEqual([]);
  expect(found(ingress('a', [SHOP]), ingress('b', [{ ...SHOP, path: '/b' }]))).toEqual([]);
  expect(found(ingress('a', [SHOP]), ingress('b', [{ ...SHOP, pathType: 'Exact' }]))).toEqual([]);
  expect(found(ingress('a', [SHOP]), ingress('b', [{ ...SHOP, to: 'a' }]))).toEqual([]);
});

test('Ingresses of other controllers', () => {
  const inner = { ingressClassName: 'internal' };
  expect(found(ingress('a', [SHOP]), ingress('b', [SHOP], {}, inner))).toEqual([]);
  expect(found(ingress('a', [SHOP], {}, inner), ingress('b', [SHOP], {}, inner))).toHaveLength(1);
  const annotations = { 'kubernetes.io/ingress.class': 'internal' };
  expect(found(ingress('a', [SHOP], { annotations }), ingress('b', [SHOP], {}, inner))).toHaveLength(1);
});

test('releases that share a path on purpose', () => {
  const annotations = { 'nginx.ingress.kubernetes.io/canary': 'true' };
  expect(found(ingress('a', [SHOP]), ingress('b', [SHOP], { annotations }))).toEqual([]);
  expect(found(ingress('a', [SHOP], { annotations }), ingress('b', [SHOP]))).toEqual([]);
});
