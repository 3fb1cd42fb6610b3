import { fieldChecks, rules, sortedValues } from '../../../rule';
import { podTexts } from './examples';
import { podSpecOf } from './pod-ancestors';
import { profileRules } from './profiles';
import { securityContextRules, userOrGroupId } from './security-context';

const context = podTexts('validatePodSpecSecurityContext');
const sysctls = podTexts('validateSysctls');
const CONTEXT = 'spec.securityContext';
const sysctl = (name: string) => ({ [`${CONTEXT}.sysctls`]: [{ name, value: '1' }] });
const LONGEST_NAME = 253;
const SEGMENT = '[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const NAME = `^(${SEGMENT}[\\./])*${SEGMENT}$`;
const NAME_PATTERN = new RegExp(NAME);

/** Security settings of the whole pod. */
export const podSecurityContextRules = rules(
  'io.k8s.api.core.v1.PodSecurityContext',
  {
    ...profileRules.texts,
    'security-id': securityContextRules.texts['security-id']!,
    'security-share-process-namespace': context.invalid(
      'ShareProcessNamespace and HostPID cannot both be enabled',
      'Containers see the processes of the pod or those of the node, not both.',
      { 'spec.shareProcessNamespace': true },
      { with: { 'spec.hostPID': true, 'spec.securityContext': {} } },
    ),
    'security-policy': context.notSupported(
      'supported values: {supported}',
      'The policy is one of the supported values; case matters.',
      { [`${CONTEXT}.fsGroupChangePolicy`]: 'Never' },
      { accepts: { [`${CONTEXT}.fsGroupChangePolicy`]: 'OnRootMismatch' } },
    ),
    'sysctl-name-required': sysctls.required(
      '',
      'A kernel setting has a name, such as net.core.somaxconn.',
      sysctl(''),
    ),
    'sysctl-name-format': sysctls.invalid(
      '{detail}',
      'The name of a kernel setting is lowercase words joined by dots or slashes.',
      sysctl('net..core'),
      { accepts: sysctl('net.core.somaxconn') },
    ),
    'sysctl-name-duplicate': sysctls.duplicate(
      '',
      'Each kernel setting is set once; the second value would silently win or lose.',
      { [`${CONTEXT}.sysctls[1]`]: { name: 'net.core.somaxconn', value: '2' } },
      { with: sysctl('net.core.somaxconn') },
    ),
    'sysctl-of-host': podTexts('ValidateHostSysctl').invalid(
      "may not be specified when '{namespace}' is true",
      'The setting belongs to a namespace that this pod shares with the node, so it would change the node.',
      { 'spec.hostNetwork': true },
      { with: sysctl('net.core.somaxconn'), since: '1.29' },
    ),
  },
  (node, report) => {
    const { required, format, each } = fieldChecks(report);
    const { fsGroup, runAsUser, runAsGroup, supplementalGroups = [] } = node.value;
    for (const [field, id] of Object.entries({ fsGroup, runAsUser, runAsGroup })) {
      if (id === undefined) continue;
      format('security-id', field, id, userOrGroupId);
    }
    each('supplementalGroups', supplementalGroups, (id: number, at) => format('security-id', at, id, userOrGroupId));
    const spec = podSpecOf(node);
    const oneOf = (
      field: 'fsGroupChangePolicy' | 'supplementalGroupsPolicy' | 'seLinuxChangePolicy',
      allowed: readonly string[],
    ): void => {
      const value = node.value[field];
      if (value === undefined || allowed.includes(value)) return;
      report('security-policy', field, { value, supported: sortedValues(allowed) });
    };
    oneOf('fsGroupChangePolicy', ['Always', 'OnRootMismatch']);
    oneOf('supplementalGroupsPolicy', ['Merge', 'Strict']);
    // Gate SELinuxMount, off in every version so far, would allow MountOption.
    oneOf('seLinuxChangePolicy', ['Recursive']);
    profileRules.check(node.value, '', node.minor, report);
    if (spec.shareProcessNamespace === true && spec.hostPID === true) {
      report('security-share-process-namespace', 'shareProcessNamespace', { value: true });
    }
    checkSysctls(node.value.sysctls ?? [], spec);

    function checkSysctls(list: readonly any[], { hostNetwork, hostIPC }: any): void {
      const names = new Set<string>();
      list.forEach(({ name = '' }: any, index: number) => {
        const field = `sysctls[${index}].name`;
        if (required('sysctl-name-required', field, name)) {
          if (name.length > LONGEST_NAME || !NAME_PATTERN.test(name)) {
            const detail = `must have at most ${LONGEST_NAME} characters and match regex ${NAME}`;
            report('sysctl-name-format', field, { value: name, detail });
          } else if (names.has(name)) report('sysctl-name-duplicate', field, { value: name });
        }
        names.add(name);
        const namespace = namespaceOf(name);
        if (hostNetwork && namespace === 'net')
          report('sysctl-of-host', field, { value: name, namespace: 'hostNetwork' });
        if (hostIPC && namespace === 'ipc') report('sysctl-of-host', field, { value: name, namespace: 'hostIPC' });
      });
    }
  },
);

/** Namespace of the kernel to which a setting belongs (`utilsysctl.GetNamespace`). */
function namespaceOf(sysctl: string): 'ipc' | 'net' | undefined {
  const slash = sysctl.search(/[./]/);
  const name =
    slash >= 0 && sysctl[slash] === '/' ? sysctl.replace(/[./]/g, (mark) => (mark === '/' ? '.' : '/')) : sysctl;
  if (name.startsWith('net.')) return 'net';
  if (name.startsWith('fs.mqueue.') || /^kernel\.(?:sem|shm_rmid_forced)$/.test(name)) return 'ipc';
  return /^kernel\.(?:shm|msg)/.test(name) ? 'ipc' : undefined;
}
