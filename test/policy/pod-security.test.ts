import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../src/facts/versions';
import { checkPolicy } from '../../src/policy';
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

/** The controls by the names that the admission plugin gives them. */
const CONTROLS: Readonly<Record<string, readonly string[]>> = {
  'host namespaces': ['pod-security-host-namespaces'],
  privileged: ['pod-security-privileged'],
  'non-default capabilities': ['pod-security-capabilities'],
  'hostPath volumes': ['pod-security-host-path'],
  hostPort: ['pod-security-host-port'],
  'probe or lifecycle host': ['pod-security-host-probe'],
  hostProcess: ['pod-security-host-process'],
  'forbidden AppArmor profile': ['pod-security-app-armor'],
  seLinuxOptions: ['pod-security-se-linux'],
  procMount: ['pod-security-proc-mount', 'pod-security-proc-mount-restricted'],
  // One name for the controls of both levels.
  seccompProfile: ['pod-security-seccomp-unconfined', 'pod-security-seccomp'],
  'forbidden sysctls': ['pod-security-sysctls'],
  'allowPrivilegeEscalation != false': ['pod-security-privilege-escalation'],
  'unrestricted capabilities': ['pod-security-drop-all', 'pod-security-add-capability'],
  'runAsNonRoot != true': ['pod-security-run-as-non-root'],
  'runAsUser=0': ['pod-security-run-as-user'],
  'restricted volume types': ['pod-security-volume-types'],
};

function controlsIn(answer: string): string[] {
  const withoutDetails = answer === 'allowed' ? '' : answer.replace(/\((?:[^()"]|"[^"]*")*\)/g, '');
  return withoutDetails
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Controls of `restricted` in whose place the plugin does not list those of `baseline`. */
const OVERRIDDEN: Readonly<Record<string, string>> = {
  'restricted volume types': 'hostPath volumes',
  'unrestricted capabilities': 'non-default capabilities',
};

const { '//': _, ...recorded } = answers;

describe.each(Object.entries(recorded))('the admission plugin of %s', (version, byCase) => {
  test.each(Object.entries(byCase))('%s', (name, answer) => {
    const podSecurity = name.endsWith('baseline') ? 'baseline' : 'restricted';
    const { pod } = POLICY_CASES.find(
      ({ title, versions = KUBERNETES_VERSIONS }) =>
        name === `${title}, ${podSecurity}` && versions.includes(version as KubernetesVersion),
    )!;
    const ours = checkPolicy([pod], { podSecurity, kubernetesVersion: version as KubernetesVersion });
    const found = [...new Set(ours.map(({ rule }) => nameOf(rule)))];
    const overridden = found.map((name) => OVERRIDDEN[name]);
    expect(found.filter((name) => !overridden.includes(name)).sort()).toEqual(controlsIn(answer).sort());
  });
});

function nameOf(rule: string): string {
  return Object.keys(CONTROLS).find((name) => CONTROLS[name]!.includes(rule)) ?? rule;
}
