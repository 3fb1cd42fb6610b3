import { gatesOf } from '../../facts';
import type { PodSecurityRule, PolicyPod, ReportPolicy } from '../policy-rule';
import { RESTRICTED_VOLUMES } from './allowed';
import { eachSecurityContext, isUnmasked } from './baseline';
import { podWith } from './examples';

const SOURCE =
  'Pod Security Standards, Restricted: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted';

/** Reports containers that neither set it nor inherit it from the pod, and pods or containers that set the opposite. */
function inherited(
  pod: PolicyPod,
  report: ReportPolicy,
  field: string,
  read: (context: any) => unknown,
  fine: (value: unknown) => boolean,
): void {
  const ofPod = read(pod.spec.securityContext);
  eachSecurityContext(pod, (context, path) => {
    const value = read(context);
    if (value !== undefined && !fine(value)) {
      report(`${path}.${field}`);
    }
  });
  if (ofPod !== undefined && fine(ofPod)) {
    return;
  }
  for (const { container, field: path } of pod.containers) {
    if (read(container.securityContext) === undefined) {
      report(`${path}.securityContext.${field}`);
    }
  }
}

/** Controls that the Restricted level adds to those of Baseline. */
export const RESTRICTED: readonly PodSecurityRule[] = [
  {
    id: 'pod-security-privilege-escalation',
    level: 'restricted',
    standardsSince: 8,
    message: 'allowPrivilegeEscalation must be false',
    why: 'Otherwise a process can gain more privileges than its parent, for example with a setuid program.',
    hint: 'set securityContext.allowPrivilegeEscalation to false on every container',
    source: SOURCE,
    refused: podWith({}, { securityContext: { allowPrivilegeEscalation: true } }),
    accepted: podWith({}),
    check: (pod, report) => {
      for (const { container, field } of pod.windows ? [] : pod.containers) {
        if (container.securityContext?.allowPrivilegeEscalation !== false) {
          report(`${field}.securityContext.allowPrivilegeEscalation`);
        }
      }
    },
  },
  {
    id: 'pod-security-drop-all',
    level: 'restricted',
    standardsSince: 22,
    message: 'capabilities.drop must include ALL',
    why: 'A non-root process needs none of the capabilities that runtimes grant by default.',
    hint: 'set securityContext.capabilities.drop to ["ALL"]',
    source: SOURCE,
    refused: podWith({}, { securityContext: { capabilities: { drop: ['CHOWN'] } } }),
    accepted: podWith({}),
    check: (pod, report) => {
      for (const { container, field } of pod.windows ? [] : pod.containers) {
        if (!container.securityContext?.capabilities?.drop?.includes('ALL')) {
          report(`${field}.securityContext.capabilities.drop`);
        }
      }
    },
  },
  {
    id: 'pod-security-add-capability',
    level: 'restricted',
    standardsSince: 22,
    message: 'must not add the capability {capability}',
    why: 'Only NET_BIND_SERVICE, to listen on ports below 1024, is allowed.',
    hint: 'remove it from capabilities.add',
    source: SOURCE,
    refused: podWith({}, { securityContext: { capabilities: { drop: ['ALL'], add: ['CHOWN'] } } }),
    accepted: podWith({}, { securityContext: { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } } }),
    check: (pod, report) => {
      for (const { container, field } of pod.windows ? [] : pod.containers) {
        for (const [index, capability] of (container.securityContext?.capabilities?.add ?? []).entries()) {
          if (capability !== 'NET_BIND_SERVICE') {
            report(`${field}.securityContext.capabilities.add[${index}]`, { capability });
          }
        }
      }
    },
  },
  {
    id: 'pod-security-run-as-non-root',
    level: 'restricted',
    message: 'runAsNonRoot must be true on the pod or on every container',
    why: 'The kubelet then refuses to start a container whose image runs as root.',
    hint: 'set securityContext.runAsNonRoot to true, and runAsUser when the image starts as root',
    source: SOURCE,
    refused: podWith({ securityContext: { runAsNonRoot: undefined } }),
    accepted: podWith({}),
    check: (pod, report) => {
      if (!pod.userNamespace) {
        inherited(
          pod,
          report,
          'runAsNonRoot',
          (context) => context?.runAsNonRoot,
          (value) => value === true,
        );
      }
    },
  },
  {
    id: 'pod-security-run-as-user',
    level: 'restricted',
    standardsSince: 23,
    message: 'runAsUser must not be 0',
    why: 'User ID 0 is root.',
    hint: 'set a user ID above 0; 10000 and above does not conflict with users of the node',
    source: SOURCE,
    refused: podWith({ securityContext: { runAsUser: 0 } }),
    accepted: podWith({ securityContext: { runAsUser: 10001 } }),
    check: (pod, report) =>
      eachSecurityContext(pod, (context, field) => {
        if (context.runAsUser === 0 && !pod.userNamespace) {
          report(`${field}.runAsUser`);
        }
      }),
  },
  {
    id: 'pod-security-seccomp',
    level: 'restricted',
    standardsSince: 19,
    message: 'seccompProfile.type must be RuntimeDefault or Localhost on the pod or on every container',
    why: 'Seccomp blocks system calls that containers do not need and that exploits use.',
    hint: 'set securityContext.seccompProfile.type to RuntimeDefault',
    source: SOURCE,
    refused: podWith({ securityContext: { seccompProfile: undefined } }),
    accepted: podWith({}),
    check: (pod, report) => {
      if (!pod.windows) {
        const fine = (type: unknown) => type === 'RuntimeDefault' || type === 'Localhost';
        inherited(pod, report, 'seccompProfile.type', (context) => context?.seccompProfile?.type, fine);
      }
    },
  },
  {
    id: 'pod-security-volume-types',
    level: 'restricted',
    message: 'volume {name} must not be of type {type}',
    why: 'Only volumes for configuration, scratch space and claims are allowed.',
    hint: 'use a persistentVolumeClaim for storage',
    source: SOURCE,
    refused: podWith({ volumes: [{ name: 'share', nfs: { server: 'nfs.internal', path: '/share' } }] }),
    accepted: podWith({ volumes: [{ name: 'share', persistentVolumeClaim: { claimName: 'share' } }] }),
    check: (pod, report) => {
      for (const [index, volume] of (pod.spec.volumes ?? []).entries()) {
        const type = Object.keys(volume ?? {}).find((key) => key !== 'name' && volume[key] !== undefined);
        if (type !== undefined && !RESTRICTED_VOLUMES.has(type)) {
          report(`volumes[${index}].${type}`, { name: volume.name, type });
        }
      }
    },
  },
  {
    id: 'pod-security-proc-mount-restricted',
    level: 'restricted',
    message: 'procMount must be Default, in a user namespace too',
    why: 'Baseline allows an unmasked /proc to pods in a user namespace of their own since 1.35; Restricted does not.',
    hint: 'remove procMount',
    source: SOURCE,
    refused: podWith({ hostUsers: false }, { securityContext: { procMount: 'Unmasked' } }),
    accepted: podWith({ hostUsers: false }, { securityContext: { procMount: 'Default' } }),
    check: (pod, report) =>
      eachSecurityContext(pod, (context, field) => {
        const isAllowedByBaseline = pod.userNamespace && gatesOf(pod.serverMinor).has('ProcMountType');
        if (isAllowedByBaseline && isUnmasked(context.procMount)) {
          report(`${field}.procMount`);
        }
      }),
  },
];
