import { expect, test } from 'vitest';
import { charts, kit } from './kit.mjs';

expect.extend(kit.manifestMatchers);
expect.addSnapshotSerializer(kit.manifestSnapshotSerializer);

test('the matchers and the serializer', () => {
  for (const chart of charts()) {
    expect(chart).toHaveResource('Pod', 'web', { spec: { automountServiceAccountToken: expect.any(Boolean) } });
    expect(chart).not.toHaveResource('Service');
    expect(chart).toBeValidKubernetes(['1.28', '1.36']);
    expect(chart).toPassPolicy('restricted');
    expect(chart).toReferenceOnlyKnownObjects();
    expect(chart).toBeUpgradeSafeFrom(chart);
    expect(() => expect(chart).not.toBeUpgradeSafeFrom([])).toThrow('no previous objects to check');
    const [snapshot] = kit.manifestSnapshots(chart);
    expect(snapshot).toMatchSnapshot(snapshot.name);
  }
});
