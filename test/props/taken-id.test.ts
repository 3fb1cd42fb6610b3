import { App, Chart } from 'cdk8s';
import { CheckedApp, Probes, PropsError, Qos, WebApp } from '../../src';

const web = { image: 'ghcr.io/acme/shop:1.4.2', port: 8080, qos: Qos.bestEffort(), probes: Probes.none() };

function errorOf(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

test('an id that another construct has is an error of the line that repeats it, and names the line of the other', () => {
  const chart = new Chart(new App(), 'shop');
  new WebApp(chart, 'web', web);
  const error = errorOf(() => new WebApp(chart, 'web', { ...web, image: 'not an image' })) as PropsError;
  expect(error).toBeInstanceOf(PropsError);
  expect(error.issues.map(({ prop }) => prop)).toEqual(['id', 'image']);
  expect(error.issues[0]!.message).toMatch(
    /^"web" is the id of another construct in the same scope, created at .*taken-id\.test\.ts:17$/,
  );
  expect(error.origin?.line).toBe(18);
  // The first one stays.
  expect(chart.node.children.map(({ node }) => node.id)).toEqual(['web']);
});

test('each one is reported beside the errors of other constructs', () => {
  const app = new CheckedApp();
  const chart = new Chart(app, 'shop');
  new WebApp(chart, 'web', web);
  new WebApp(chart, 'web', web);
  new WebApp(chart, 'web', web);
  new WebApp(chart, 'other', { ...web, port: 0 });
  const { message } = errorOf(() => app.synth());
  expect(message.match(/"web" is the id of another construct/g)).toHaveLength(2);
  expect(message).toContain('port');
});
