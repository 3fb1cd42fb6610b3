import { App, Chart } from 'cdk8s';
import * as patterns from '../../src';
import { CheckedApp, CheckFailed, Qos, Worker } from '../../src';
import { callNames, callShape } from '../../src/props/shapes';

const props = { image: 'ghcr.io/acme/worker:1.0.0', qos: Qos.guaranteed({ cpu: '100m', memory: '128Mi' }) };

/** Every construct of the package: what takes a scope and an id. */
const constructs = callNames().filter(
  (name) => !/[.#]/.test(name) && callShape(name)![0]?.name === 'scope' && callShape(name)![1]?.name === 'id',
);

test('the constructs of the package are known', () => {
  expect(constructs).toEqual(expect.arrayContaining(['Worker', 'WebApp', 'TenantNamespace', 'Ingress', 'MySql']));
});

test.each(constructs)('%s in an app says that its scope must be in a Chart', (name) => {
  const type = (patterns as unknown as Record<string, new (...args: unknown[]) => unknown>)[name]!;
  expect(() => new type(new App(), 'it', {})).toThrow(/^\w+ "it":\s+scope: must be a Chart, or a construct in a Chart/);
});

test('an app that collects errors reports it with the line', () => {
  const app = new CheckedApp({ kubernetesVersion: '1.36' });
  new Worker(app, 'first', props);
  new Worker(app, 'second', props);
  let failed: unknown;
  try {
    app.synthYaml();
  } catch (error) {
    failed = error;
  }
  expect(failed).toBeInstanceOf(CheckFailed);
  const { findings } = failed as CheckFailed;
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('must be a Chart, or a construct in a Chart'),
    expect.stringContaining('must be a Chart, or a construct in a Chart'),
  ]);
  expect(findings.map(({ file }) => file)).toEqual([__filename, __filename]);
});

test('a construct in a chart is accepted', () => {
  expect(() => new Worker(new Chart(new App(), 'shop'), 'worker', props)).not.toThrow();
});
