import type { Finding } from '../../src/findings';

/** The controls by the names that the admission plugin gives them. */
const CONTROLS: Readonly<Record<string, readonly string[]>> = {
  'host namespaces': ['pod-security-host-namespaces'],
  privileged: ['pod-security-privileged'],
  'non-default capabilities': ['pod-security-capabilities'],
  'hostPath volumes': ['pod-security-host-path'],
  hostPort: ['pod-security-host-port'],
  'probe or lifecycle host': ['pod-security-host-probe'],
  hostProcess: ['pod-security-host-process'],
  'forbidden AppArmor profile': ['pod-security-app-armor', 'pod-security-app-armor-annotation'],
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

/** The controls that the answer of a server lists. */
export function controlsIn(answer: string): string[] {
  const withoutDetails = answer === 'allowed' ? '' : answer.replace(/\((?:[^()"]|"[^"]*")*\)/g, '');
  return withoutDetails
    .split(',')
    .map((name) => name.trim().replace('AppArmor profiles', 'AppArmor profile'))
    .filter((name) => name !== '')
    .sort();
}

/** Controls of `restricted` in whose place the plugin does not list those of `baseline`. */
const OVERRIDDEN: Readonly<Record<string, string>> = {
  'restricted volume types': 'hostPath volumes',
  'unrestricted capabilities': 'non-default capabilities',
};

/** The controls that findings are about, as the plugin would list them. */
export function controlsOf(findings: readonly Pick<Finding, 'rule'>[]): string[] {
  const found = [...new Set(findings.map(({ rule }) => nameOf(rule)))];
  const overridden = found.map((name) => OVERRIDDEN[name]);
  return found.filter((name) => !overridden.includes(name)).sort();
}

function nameOf(rule: string): string {
  return Object.keys(CONTROLS).find((name) => CONTROLS[name]!.includes(rule)) ?? rule;
}
