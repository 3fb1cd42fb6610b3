import { ApiObject, Chart } from 'cdk8s';
import { CheckedApp, type CheckFailed, overlay, Probes, Qos, Sidecar, WebApp } from '../../src';

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
