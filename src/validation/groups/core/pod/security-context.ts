import { fieldChecks, rules, sortedValues } from '../../../rule';
import { podTexts } from './examples';
import { podSpecOf } from './pod-ancestors';
import { profileRules } from './profiles';

const context = podTexts('ValidateSecurityContext');
const CONTEXT = 'spec.containers[0].securityContext';
export const LARGEST_ID = 2147483647;
const PROC_MOUNTS = ['Default', 'Unmasked'];

/** What the server has against the number of a user or group. */
export function userOrGroupId(id: number): string[] {
  return id >= 0 && id <= LARGEST_ID ? [] : [`must be between 0 and ${LARGEST_ID}, inclusive`];
}

/** Security settings of one container. */
export const securityContextRules = rules(
  'io.k8s.api.core.v1.SecurityContext',
  {
    ...profileRules.texts,
    'security-id': context.invalid(
      '{detail}',
      'Users and groups are numbers from 0 to 2147483647.',
      { [`${CONTEXT}.runAsUser`]: -1 },
      { accepts: { [`${CONTEXT}.runAsUser`]: 1000 } },
    ),
    'security-proc-mount': context.notSupported(
      'supported values: {supported}',
      'The /proc of a container is mounted Default or Unmasked.',
      { [`${CONTEXT}.procMount`]: 'Open' },
      { with: { 'spec.hostUsers': false }, accepts: { [`${CONTEXT}.procMount`]: 'Unmasked' }, since: '1.33' },
    ),
    'security-proc-mount-host-users': context.invalid(
      '`hostUsers` must be false to use `Unmasked`',
      'An unmasked /proc shows the kernel to the container, so the pod must live in a user namespace of its own.',
      { 'spec.hostUsers': true },
      { with: { 'spec.hostUsers': false, [`${CONTEXT}.procMount`]: 'Unmasked' }, since: '1.33' },
    ),
    'security-escalation': context.invalid(
      'cannot set `allowPrivilegeEscalation` to false and {detail}',
      'A privileged container, or one with CAP_SYS_ADMIN, can always gain more privileges, so forbidding it means nothing. Drop one of the two.',
      { [`${CONTEXT}.privileged`]: true },
      { with: { [`${CONTEXT}.allowPrivilegeEscalation`]: false } },
    ),
  },
  (node, report) => {
    const { format } = fieldChecks(report);
    const { runAsUser, runAsGroup, procMount, allowPrivilegeEscalation, privileged, capabilities } = node.value;
    for (const [field, id] of Object.entries({ runAsUser, runAsGroup })) {
      if (id === undefined) continue;
      format('security-id', field, id, userOrGroupId);
    }
    if (procMount !== undefined) {
      if (!PROC_MOUNTS.includes(procMount)) {
        report('security-proc-mount', 'procMount', { value: procMount, supported: sortedValues(PROC_MOUNTS) });
      }
      // Servers that allow it elsewhere clear the field.
      if (procMount === 'Unmasked' && podSpecOf(node).hostUsers !== false) {
        report('security-proc-mount-host-users', 'procMount', { value: procMount });
      }
    }
    profileRules.check(node.value, '', node.minor, report);
    if (allowPrivilegeEscalation !== false) return;
    if (privileged === true) report('security-escalation', '', { detail: '`privileged` to true' });
    if ((capabilities?.add ?? []).includes('CAP_SYS_ADMIN')) {
      report('security-escalation', '', { detail: '`capabilities.Add` CAP_SYS_ADMIN' });
    }
  },
);
