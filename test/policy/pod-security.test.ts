import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../src/facts/versions';
import { checkPolicy } from '../../src/policy';
import { controlsIn, controlsOf } from './controls';
import { POLICY_CASES } from './pods';
import answers from './recorded.json';

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

const { '//': _, ...recorded } = answers;

describe.each(Object.entries(recorded))('the admission plugin of %s', (version, byCase) => {
  test.each(Object.entries(byCase))('%s', (name, answer) => {
    const podSecurity = name.endsWith('baseline') ? 'baseline' : 'restricted';
    const { pod } = POLICY_CASES.find(
      ({ title, versions = KUBERNETES_VERSIONS }) =>
        name === `${title}, ${podSecurity}` && versions.includes(version as KubernetesVersion),
    )!;
    const ours = checkPolicy([pod], { podSecurity, kubernetesVersion: version as KubernetesVersion });
    expect(controlsOf(ours)).toEqual(controlsIn(answer));
  });
});
