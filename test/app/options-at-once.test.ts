import { Chart } from 'cdk8s';
import { AdapterMetrics, CheckedApp, CheckFailed, Ingress, Probes, Qos, WebApp } from '../../src';
import { formatText } from '../../src/report';

// Programs without type checks pass anything.
const any = (value: unknown): never => value as never;
const web = { image: 'ghcr.io/acme/shop:1.4.2', qos: Qos.bestEffort(), probes: Probes.none() };

function findingsOf(app: CheckedApp) {
  try {
    app.synth();
  } catch (error) {
    expect(error).toBeInstanceOf(CheckFailed);
    return (error as CheckFailed).findings;
  }
  return [];
}
const lines = (app: CheckedApp) => findingsOf(app).map(({ path, message }) => `${path}: ${message}`);

test('all options that cannot be used are reported together', () => {
  const options = {
    crds: false,
    kubernetesVersion: '1.99',
    images: ['nowhere.yaml'],
    nodes: [{ cpu: 'much' }],
    cluster: 'nowhere.yaml',
    external: ['nowhere.yaml'],
    podSecurity: 'strict',
  };
  expect(lines(new CheckedApp(any(options)))).toEqual([
    'podSecurity: expected "privileged" or "baseline" or "restricted", received "strict"',
    'kubernetesVersion: unsupported Kubernetes version "1.99" (supported: 1.28-1.36)',
    'external: nowhere.yaml: there is no such file',
    'cluster: nowhere.yaml: there is no such file',
    'images: nowhere.yaml: there is no such file',
    'nodes.cpu: must be a quantity such as "2", got "much"',
  ]);
});

test('invalid props are invalid for every version', () => {
  const app = new CheckedApp({ crds: false, kubernetesVersion: '1.30' });
  const chart = new Chart(app, 'c', { namespace: 'store' });
  new WebApp(chart, 'shop', any({ ...web, port: '8080' }));
  const [finding] = findingsOf(app);
  expect(finding?.kubernetesVersions).toEqual([]);
  expect(formatText([finding!])).toMatch(/at c\/shop \(.*options-at-once\.test\.ts:\d+:\d+\)\n {2}hint/);
  expect(
    formatText([
      { ...finding!, constructPath: undefined, file: undefined, line: undefined, column: undefined } as never,
    ]),
  ).toMatch(/got a string\n {2}hint/);
});

test('the name of a container port is reported once, at the port', () => {
  const app = new CheckedApp({ crds: false });
  const chart = new Chart(app, 'c', { namespace: 'store' });
  new WebApp(chart, 'shop', { ...web, ports: [{ name: 'HTTP_main', port: 8080 }] });
  expect(findingsOf(app).map(({ path }) => path)).toEqual(['ports[0].name']);
});

test('a name that only the Service has is reported there', () => {
  const app = new CheckedApp({ crds: false });
  const chart = new Chart(app, 'c', { namespace: 'store' });
  new WebApp(chart, 'shop', {
    ...web,
    port: 8080,
    service: { ports: [{ name: 'HTTP_main', port: 80, targetPort: 8080 }] },
  });
  expect(findingsOf(app).map(({ path }) => path)).toEqual(['service.ports[0].name']);
});

test('tls of a wrong type does not hide an invalid rule', () => {
  const app = new CheckedApp({ crds: false });
  const chart = new Chart(app, 'c', { namespace: 'store' });
  const rules = [{ host: 'shop_x.example.com', path: 'cart', to: { name: 'shop', port: 80 } }];
  new Ingress(chart, 'shop', any({ tls: 5, rules }));
  expect(findingsOf(app).map(({ path, hint }) => `${path}: ${hint}`)).toEqual([
    'tls: use { name: "shop" }, for example, or false',
    'rules[0].host: try "shop-x.example.com"',
    'rules[0].path: try "/cart"',
  ]);
});

test('what AdapterMetrics reads from the Adapter is set there', () => {
  const app = new CheckedApp({ crds: false });
  const chart = new Chart(app, 'c', { namespace: 'store' });
  new AdapterMetrics(chart, 'metrics', any({ of: chart, port: 9100 }));
  expect(findingsOf(app).find(({ path }) => path === 'port')?.hint).toBe(
    'it is a prop of the Adapter: new Adapter("name", { port, path, … })',
  );
});
