import { ApiObject, Chart } from 'cdk8s';
import { Adapter, CheckedApp, type CheckFailed, overlay, Probes, Qos, Sidecar, WebApp } from '../../src';

const qos = Qos.guaranteed({ cpu: '500m', memory: '256Mi' });
const web = { image: 'ghcr.io/acme/shop:1.4.2', port: 8080, qos, probes: Probes.http('/healthz') };

function findingsOf(program: (app: CheckedApp) => void): CheckFailed['findings'] {
  const app = new CheckedApp();
  program(app);
  try {
    app.synthYaml();
  } catch (error) {
    return (error as CheckFailed).findings;
  }
  return [];
}

test.each([
  ['https://shop.example.com/', 'shop.example.com'],
  ['http://Shop.example.com:8080/cart', 'shop.example.com'],
  ['shop.example.com:8080', 'shop.example.com'],
  ['shop_x.example.com', 'shop-x.example.com'],
  ['Shop.Example.com', 'shop.example.com'],
])('the host %s: try %s', (host, meant) => {
  const [finding] = findingsOf((app) => {
    new WebApp(new Chart(app, 'shop'), 'shop', { ...web, ingress: { host } });
  });
  expect(finding).toMatchObject({ path: 'ingress.host', hint: `try "${meant}"` });
});

test('an invalid namespace of a chart is reported once, at the chart', () => {
  const findings = findingsOf((app) => {
    const chart = new Chart(app, 'shop', { namespace: 'My_NS' });
    new WebApp(chart, 'a', web);
    new WebApp(chart, 'b', web);
  });
  expect(findings).toMatchObject([
    { rule: 'metadata-namespace', kind: 'Chart', constructPath: 'shop', path: 'namespace', hint: 'try "my-ns"' },
  ]);
});

test('a sidecar that changes the QoS class is named with its line and the fix', () => {
  const findings = findingsOf((app) => {
    const shop = new WebApp(new Chart(app, 'shop'), 'shop', web);
    shop.with(new Sidecar('side', { image: 'a:1', qos: Qos.bestEffort(), mode: 'classic' }));
  });
  expect(findings).toHaveLength(1);
  expect(findings[0]?.message).toMatch(
    /because of "side", added at .*hints\.test\.ts:\d+:\d+ \(use Qos\.guaranteed for it too/,
  );
});

test('an overlay is not blamed for what the object itself says', () => {
  let line = 0;
  const [finding] = findingsOf((app) => {
    line = Number(/hints\.test\.ts:(\d+)/.exec(new Error().stack!)![1]) + 1;
    const raw = new ApiObject(new Chart(app, 'shop'), 'raw', {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'raw' },
      spec: {
        selector: { matchLabels: { a: 'b' } },
        template: {
          metadata: { labels: { a: 'b' } },
          spec: { containers: [{ name: 'web', image: 'a:1', port: [80] }] },
        },
      },
    } as never);
    overlay(raw, { kind: 'Deployment', spec: { replicas: 3 } } as never);
  });
  expect(finding).toMatchObject({ rule: 'unknown-field', path: 'spec.template.spec.containers[0].port', line });
});

test.each([
  ['shopp', 'without the overlay the pod has no container "shopp", it has "shop"; did you mean "shop"?'],
  ['proxy', 'without the overlay the pod has no container "proxy", it has "shop"'],
])('an overlay on an unknown container %s names the ones that there are', (name, hint) => {
  let line = 0;
  const [finding] = findingsOf((app) => {
    const shop = new WebApp(new Chart(app, 'shop'), 'shop', web);
    line = Number(/hints\.test\.ts:(\d+)/.exec(new Error().stack!)![1]) + 1;
    overlay(shop, { spec: { template: { spec: { containers: [{ name, tty: true }] } } } });
  });
  expect(finding).toMatchObject({ rule: 'container-image-required', hint, line });
});

test.each([
  [{ port: 70000 }, 'port', 'must be an integer, between 1 and 65535, got 70000'],
  [{ port: 9113, portName: 'Bad Name' }, 'portName', '"Bad Name": must contain only alpha-numeric characters'],
  [{ port: 9113, ports: [{ name: 'x', port: 0 }] }, 'ports[0].port', 'must be an integer, between 1 and 65535, got 0'],
])('an adapter with %j is reported at %s', (props, path, message) => {
  const findings = findingsOf((app) => {
    const adapter = new Adapter('metrics', { image: 'a:1', qos, ...props });
    new WebApp(new Chart(app, 'shop'), 'shop', web).with(adapter);
  });
  expect(findings).toMatchObject([{ rule: 'invalid-props', path, message: expect.stringContaining(message) }]);
});

test('an adapter whose name is invalid is reported once', () => {
  const findings = findingsOf((app) => {
    new WebApp(new Chart(app, 'shop'), 'shop', web).with(new Adapter('Metrics', { image: 'a:1', qos, port: 9113 }));
  });
  expect(findings.map(({ path }) => path)).toEqual(['name']);
});
