import assert from 'node:assert/strict';
import { test } from 'node:test';
import { charts, kit } from './kit.mjs';

test('the assertions, from an ES module', () => {
  for (const chart of charts()) {
    kit.assertValidKubernetes(chart, ['1.28', '1.36']);
    kit.assertPassesPolicy(chart, 'restricted', ['1.28', '1.36']);
    kit.assertReferencesOnlyKnownObjects(chart);
    kit.assertUpgradeSafeFrom(chart, kit.Manifest.fromChart(chart));
    assert.throws(() => kit.assertUpgradeSafeFrom(chart, []), kit.BadUseError);
    const name = kit.Match.capture();
    kit.Manifest.fromChart(chart).hasResource('Pod', { metadata: { name } });
    assert.equal(name.value, 'web');
    assert.throws(() => kit.Manifest.fromChart(chart).hasResource('Service'), kit.ManifestAssertionError);
  }
});
