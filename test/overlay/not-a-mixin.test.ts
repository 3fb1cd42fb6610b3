import { App, Chart } from 'cdk8s';
import { CheckedApp, Overlay, Probes, Qos, Scaling, WebApp } from '../../src';
import { checkApp } from '../../src/app/check-app';

const qos = Qos.guaranteed({ cpu: '100m', memory: '64Mi' });
const web = { image: 'ghcr.io/acme/shop:1.0.0', qos, port: 8080, probes: Probes.http('/') };

test.each<[string, unknown, string]>([
  ['an object', {}, 'an object'],
  ['a partial manifest', { spec: { replicas: 2 } }, 'an object'],
  ['a string', 'sidecar', 'a string'],
  ['nothing', undefined, 'undefined'],
  ['a class', Overlay, 'a function'],
])('%s is not a mixin of a construct or a chart', (_, given, got) => {
  const chart = new Chart(new App(), 'c');
  const shop = new WebApp(chart, 'shop', web);
  for (const construct of [shop, chart]) {
    expect(() => construct.with(given as never)).toThrow(
      `${construct.node.path}: with: expected a mixin, got ${got} (use new Sidecar("name", { image, qos })`,
    );
  }
});

test('what is not a mixin is reported with everything else', () => {
  const app = new CheckedApp();
  const chart = new Chart(app, 'c');
  const shop = new WebApp(chart, 'shop', web);
  shop.with({} as never, new Overlay({ kind: 'Deployment', spec: { revisionHistoryLimit: 3 } }));
  const { findings, objects } = checkApp(app, {});
  expect(findings.map(({ path, message }) => `${path}: ${message}`)).toEqual(['with: expected a mixin, got an object']);
  // The other mixin is applied.
  expect(objects.map(({ manifest }) => (manifest as any).spec?.revisionHistoryLimit)).toContain(3);
});

describe('an overlay of what an invalid construct would have', () => {
  const findingsOf = (partial: object, scaling: object = { min: 2, max: 4, percnt: 80 }) => {
    const app = new CheckedApp();
    const chart = new Chart(app, 'c');
    new WebApp(chart, 'shop', { ...web, scaling: Scaling.onCpu(scaling as never) });
    chart.with(new Overlay({ kind: 'Deployment', ...partial } as never));
    return checkApp(app, {}).findings.flatMap(({ rule, message }) =>
      rule === 'construct-validation' ? [message] : [],
    );
  };

  test('has its own unknown fields reported', () => {
    const pod = { terminationGracePeriodSecond: 3, containers: [{ name: 'shop', tti: true }] };
    expect(findingsOf({ spec: { template: { spec: pod } } })).toEqual([
      expect.stringMatching(
        /^Overlay of Deployment at .*: spec\.template\.spec\.terminationGracePeriodSecond: unknown field \(did you mean "terminationGracePeriodSeconds"\?\)$/,
      ),
      expect.stringMatching(/: spec\.template\.spec\.containers\[0\]\.tti: unknown field \(did you mean "tty"\?\)$/),
    ]);
  });

  test('is otherwise not reported again', () => {
    const known = {
      metadata: { labels: { 'any.example.com/key': 'a' } },
      spec: { strategy: { $patch: 'delete' }, template: { metadata: { annotations: { any: 'b' } } } },
    };
    expect(findingsOf(known)).toEqual([]);
  });
});
