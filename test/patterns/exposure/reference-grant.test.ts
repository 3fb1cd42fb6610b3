import { App, Chart } from 'cdk8s';
import { HttpRoute, Probes, Qos, WebApp } from '../../../src';
import { Manifest } from '../../../src/testing';

const web = {
  image: 'ghcr.io/acme/shop:1.4.2',
  port: 8080,
  qos: Qos.bestEffort(),
  probes: Probes.http('/healthz'),
};

/** A route in namespace `gateway` to two Services of namespace `store` and one of its own. */
function route(referenceGrants?: boolean): { readonly gateway: Chart; readonly httpRoute: HttpRoute } {
  const app = new App();
  const gateway = new Chart(app, 'gateway', { namespace: 'gateway' });
  const store = new Chart(app, 'store', { namespace: 'store' });
  const httpRoute = new HttpRoute(gateway, 'route', {
    gateway: 'public',
    rules: [
      { paths: ['/shop'], to: new WebApp(store, 'shop', web) },
      { paths: ['/blog'], to: new WebApp(store, 'blog', web) },
      { to: new WebApp(gateway, 'home', web) },
    ],
    ...(referenceGrants !== undefined && { referenceGrants }),
  });
  return { gateway, httpRoute };
}

/** @see https://gateway-api.sigs.k8s.io/api-types/referencegrant/ */
test('a grant in the namespace of the Services permits the route', () => {
  const { gateway } = route(true);
  expect(Manifest.fromChart(gateway).find('ReferenceGrant' as never)).toEqual([
    expect.objectContaining({
      apiVersion: 'gateway.networking.k8s.io/v1beta1',
      metadata: expect.objectContaining({ name: 'route-from-gateway', namespace: 'store' }),
      spec: {
        from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'gateway' }],
        to: [
          { group: '', kind: 'Service', name: 'shop' },
          { group: '', kind: 'Service', name: 'blog' },
        ],
      },
    }),
  ]);
});

test('the namespace is written where it is another one', () => {
  for (const referenceGrants of [true, false]) {
    const { httpRoute } = route(referenceGrants);
    const backends = httpRoute.httpRoute.toJson().spec.rules.map(({ backendRefs }: any) => backendRefs[0]);
    expect(backends).toEqual([
      { name: 'shop', namespace: 'store', port: 80 },
      { name: 'blog', namespace: 'store', port: 80 },
      { name: 'home', port: 80 },
    ]);
  }
});

test('without the prop, a target of another namespace is refused', () => {
  expect(() => route()).toThrow(
    'rules[0].to: store/shop/Service is in namespace "store", and gateway/route in namespace "gateway" cannot refer to it (set referenceGrants: true to permit it with a ReferenceGrant, or false when there is one)',
  );
});
