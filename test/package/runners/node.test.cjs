const assert = require('node:assert/strict');
const { test } = require('node:test');
const { App, Chart } = require('cdk8s');
const { Pod, Qos } = require('cdk8s-patterns');
const kit = require('cdk8s-patterns/testing');

test('the assertions, from CommonJS', async () => {
  const chart = new Chart(new App(), 'shop');
  new Pod(chart, 'web', { image: 'web:1.0', qos: Qos.bestEffort() });
  kit.assertValidKubernetes(chart, ['1.28', '1.36']);
  kit.assertPassesPolicy(chart, 'restricted');
  assert.throws(() => kit.Manifest.fromChart(chart).hasResource('Service'), kit.ManifestAssertionError);
  // The classes are the same for `import`.
  const imported = await import('cdk8s-patterns/testing');
  assert.throws(() => imported.assertValidKubernetes([]), kit.BadUseError);
});
