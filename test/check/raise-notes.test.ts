import { ApiObject, Chart } from 'cdk8s';
import { acknowledge, CheckedApp } from '../../src';
import { checkManifests } from '../../src/check';

/** A server that is asked without the unknown field (`--validate=false`) refuses the name. */
const pod = (annotations: object, spec: object) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p', annotations },
  spec: { containers: [{ name: 'A_b', image: 'acme/web:1' }], ...spec },
});
const annotation = (rule: string) => ({ [`acknowledge.cdk8s-patterns.dev/${rule}`]: 'applied without validation' });
const severities = (object: object) =>
  checkManifests([object], { kubernetesVersion: '1.36', runtime: false }).map(
    ({ severity, rule }) => `${severity} ${rule}`,
  );

test('what is wrong beside an unknown field is a note', () => {
  expect(severities(pod({}, { contaners: [] }))).toEqual(['error unknown-field', 'note container-name-format']);
});

test('it is an error when the unknown field is acknowledged', () => {
  expect(severities(pod(annotation('unknown-field'), { contaners: [] }))).toEqual(['error container-name-format']);
});

test('it stays a note when something else stops the server', () => {
  expect(severities(pod(annotation('unknown-field'), { contaners: [], hostNetwork: 'yes' }))).toEqual([
    'error wrong-type',
    'note container-name-format',
  ]);
});

test('an acknowledgement in a program lets no other refusal pass', () => {
  const app = new CheckedApp();
  const chart = new Chart(app, 'shop');
  const { metadata, ...others } = pod({}, { contaners: [] });
  const object = new ApiObject(chart, 'web', { ...others, metadata: { name: metadata.name } });
  acknowledge(object, 'unknown-field', 'applied without validation');
  expect(() => app.synthYaml()).toThrow(/error \[container-name-format\]/);
});
