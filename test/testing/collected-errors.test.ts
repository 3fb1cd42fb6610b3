import { Chart } from 'cdk8s';
import { CheckedApp, ConfigMap, Content } from '../../src';
import { Manifest } from '../../src/testing';

test.each([
  ['a chart', (app: CheckedApp, chart: Chart) => Manifest.fromChart(chart) && app],
  ['an app', (app: CheckedApp) => Manifest.fromApp(app)],
])('the manifest of %s throws the invalid props that its app has collected', (_, manifestOf) => {
  const app = new CheckedApp();
  const chart = new Chart(app, 'shop');
  new ConfigMap(chart, 'one', { from: [Content.literals({ a: 'b' })], nme: 'x' } as never);
  expect(() => manifestOf(app, chart)).toThrow(/nme: unknown prop/);
});

test('several errors are thrown together, those of other charts are not', () => {
  const app = new CheckedApp();
  const [first, second, third] = ['a', 'b', 'c'].map((id) => new Chart(app, id)) as [Chart, Chart, Chart];
  for (const id of ['one', 'two']) new ConfigMap(first, id, { from: [], [`${id}x`]: 1 } as never);
  new ConfigMap(second, 'three', { from: [], threex: 1 } as never);
  expect(() => Manifest.fromChart(first)).toThrow(/onex: unknown prop.*twox: unknown prop/s);
  expect(() => Manifest.fromChart(third)).not.toThrow();
});
