import { checkReferences } from '../../../src/references';

const gateway = (gatewayClassName: string, spec: object = {}, annotations: object = {}) => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'Gateway',
  metadata: { name: 'edge', namespace: 'shop', annotations },
  spec: { gatewayClassName, listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }], ...spec },
});
const ingress = (name: string) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { defaultBackend: { service: { name, port: { number: 80 } } } },
});
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
  spec: { containers: [{ name: 'web', image: 'web:1' }] },
};
const isCreated = (object: object, service: string) =>
  checkReferences([object, pod, ingress(service)]).every(({ rule }) => rule !== 'ingress-backend-unknown');

/** From the sources of the implementations, which src/references/input/produced-by-gateways.ts names. */
test.each<[className: string, service: string]>([
  ['istio', 'edge-istio'],
  ['istio-waypoint', 'edge'],
  ['istio-east-west', 'edge'],
  ['nginx', 'edge-nginx'],
  ['cilium', 'cilium-gateway-edge'],
  ['contour', 'envoy-edge'],
  ['kgateway', 'edge'],
  ['openshift-default', 'edge-openshift-default'],
  ['eg', 'envoy-shop-edge-2f0c1a9b'],
])('a Gateway of class %s has the Service %s', (className, service) => {
  expect(isCreated(gateway(className), service)).toBe(true);
  expect(isCreated(gateway(className), 'other')).toBe(false);
});

test.each<[className: string, service: string]>([
  ['istio', 'edge'],
  ['istio', 'edge-nginx'],
  ['istio-waypoint', 'edge-istio-waypoint'],
  ['istio-remote', 'edge'],
  ['nginx', 'edge'],
  ['cilium', 'edge'],
])('a Gateway of class %s has no Service %s', (className, service) => {
  expect(isCreated(gateway(className), service)).toBe(false);
});

test('the name and the addresses of a Gateway of Istio', () => {
  const named = gateway('istio', {}, { 'gateway.istio.io/name-override': 'front' });
  expect([isCreated(named, 'front'), isCreated(named, 'edge-istio')]).toEqual([true, false]);
  const at = (...addresses: object[]) => gateway('istio', { addresses });
  expect(isCreated(at({ value: '192.0.2.1' }), 'edge-istio')).toBe(true);
  expect(isCreated(at({ type: 'IPAddress', value: '192.0.2.1' }), 'edge-istio')).toBe(true);
  expect(isCreated(at({ type: 'Hostname', value: 'front.shop.svc.cluster.local' }), 'edge-istio')).toBe(false);
  expect(isCreated(at({ value: '192.0.2.1' }, { value: '192.0.2.2' }), 'edge-istio')).toBe(false);
});

test.each<[controllerName: string, created: string, other: string]>([
  ['istio.io/gateway-controller', 'edge-public', 'edge'],
  ['gateway.nginx.org/nginx-gateway-controller', 'edge-public', 'edge'],
  ['io.cilium/gateway-controller', 'cilium-gateway-edge', 'edge-public'],
  ['example.com/gateway', 'edge', 'other'],
])('a class of the input has the controller %s', (controllerName, created, other) => {
  const gatewayClass = (name: string) => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'GatewayClass',
    metadata: { name },
    spec: { controllerName },
  });
  const found = (className: string, service: string) =>
    checkReferences([gatewayClass(className), gateway(className), pod, ingress(service)]).map(({ rule }) => rule);
  expect(found('public', created)).not.toContain('ingress-backend-unknown');
  expect(found('public', other)).toContain('ingress-backend-unknown');
});
