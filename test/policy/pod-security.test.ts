import { KUBERNETES_VERSIONS } from '../../src/facts/versions';
import { checkPolicy } from '../../src/policy';
import { POLICY_CASES } from './pods';

describe.each(POLICY_CASES)('$title', ({ pod, baseline, restricted = [], versions = KUBERNETES_VERSIONS }) => {
  test.each(['baseline', 'restricted'] as const)('at the level %s', (podSecurity) => {
    const expected = podSecurity === 'baseline' ? baseline : [...baseline, ...restricted];
    for (const kubernetesVersion of versions) {
      const found = checkPolicy([pod], { podSecurity, kubernetesVersion }).map(
        ({ rule, path }) => `${rule} ${path.replace(/^spec\./, '')}`,
      );
      expect({ kubernetesVersion, found: found.sort() }).toEqual({ kubernetesVersion, found: [...expected].sort() });
    }
  });
});
