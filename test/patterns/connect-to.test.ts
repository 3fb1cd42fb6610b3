import { App, Chart } from 'cdk8s';
import { Scaling, WebApp } from '../../src/patterns';
import { Probes, Qos } from '../../src/pod';
import { PropsError } from '../../src/props/props-error';
import { Manifest } from '../../src/testing';

function shop(): { readonly chart: Chart; readonly app: WebApp } {
  const chart = new Chart(new App(), 'test');
  const app = new WebApp(chart, 'shop', {
    image: 'ghcr.io/acme/shop:1.4.2',
    port: 8080,
    qos: Qos.guaranteed({ cpu: '100m', memory: '64Mi' }),
    probes: Probes.http('/'),
    scaling: Scaling.fixed(2),
  });
  return { chart, app };
}

test('a connection can be waited for, in an init container with the resources of the app', () => {
  const { chart, app } = shop();
  app.connectTo({ address: { host: 'db.shop.svc', port: 3306 }, env: { DB_HOST: 'db.shop.svc' } }, { waitFor: true });
  const [deployment] = Manifest.fromChart(chart).find('Deployment');
  const [container] = deployment?.spec?.template.spec?.initContainers ?? [];
  expect(container?.name).toBe('wait-for-db');
  expect(JSON.stringify(container?.command)).toContain('nc -z -w 2 db.shop.svc 3306');
  expect(container?.resources?.limits).toEqual({ cpu: '100m', memory: '64Mi' });
  expect(app.qosClass).toBe('Guaranteed');
});

test('without an address there is nothing to wait for', () => {
  expect(() => shop().app.connectTo({ env: {} }, { waitFor: true })).toThrow(PropsError);
});

test('it does not wait unless asked to', () => {
  const { chart, app } = shop();
  app.connectTo({ address: { host: 'db', port: 3306 } });
  Manifest.fromChart(chart).hasNo('Deployment', {
    spec: { template: { spec: { initContainers: expect.anything() } } },
  });
});

test('the container that waits can have an image and resources of its own, for clusters with a registry mirror', () => {
  const { chart, app } = shop();
  const qos = Qos.guaranteed({ cpu: '10m', memory: '16Mi' });
  const waitFor = { image: 'mirror.example.com/busybox:1.37.0', imagePullPolicy: 'Never', qos } as const;
  app.connectTo({ address: { host: 'db', port: 3306 } }, { waitFor });
  const [deployment] = Manifest.fromChart(chart).find('Deployment');
  expect(deployment?.spec?.template.spec?.initContainers).toMatchObject([
    {
      name: 'wait-for-db',
      image: 'mirror.example.com/busybox:1.37.0',
      imagePullPolicy: 'Never',
      resources: { limits: { cpu: '10m', memory: '16Mi' } },
    },
  ]);
});
