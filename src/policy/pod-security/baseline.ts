import { gatesOf, hasChange, safeSysctls } from '../../facts';
import { METADATA, type PodSecurityRule, type PolicyPod, type ReportPolicy } from '../policy-rule';
import { DEFAULT_CAPABILITIES, seLinuxTypes } from './allowed';
import { podWith } from './examples';

const SOURCE =
  'Pod Security Standards, Baseline: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline';

/** Calls back for the security context of the pod and of each container that has one. */
export function eachSecurityContext(pod: PolicyPod, visit: (context: any, field: string) => void): void {
  for (const { context, field } of pod.securityContexts) visit(context, field);
}

/** Prefix of the annotations that set the AppArmor profile of the container whose name follows. */
const APP_ARMOR_PREFIX = 'container.apparmor.security.beta.kubernetes.io/';

const withAnnotation = (profile: string) => {
  const pod = podWith({}) as { metadata: object };
  return { ...pod, metadata: { ...pod.metadata, annotations: { [`${APP_ARMOR_PREFIX}shop`]: profile } } };
};

/** Whether a container sees the whole of /proc; unset is `Default`. */
export function isUnmasked(procMount: unknown): boolean {
  return procMount !== undefined && procMount !== 'Default';
}

const HANDLERS = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop'].map(
  (handler) => ({ handler, steps: handler.split('.') }),
);

function checkHostOfProbes(pod: PolicyPod, report: ReportPolicy): void {
  for (const { container, field } of hasChange(pod.minor, 'HostOfProbes') ? pod.containers : []) {
    for (const { handler, steps } of HANDLERS) {
      const value = steps.reduce((parent: any, key) => parent?.[key], container);
      for (const action of ['httpGet', 'tcpSocket']) {
        const host = value?.[action]?.host;
        if (host) {
          report(`${field}.${handler}.${action}.host`, { host });
        }
      }
    }
  }
}

/** Controls of the Baseline level, as the PodSecurity admission of each version applies them. */
export const BASELINE: readonly PodSecurityRule[] = [
  {
    id: 'pod-security-host-namespaces',
    level: 'baseline',
    message: '{field} must not be true',
    why: 'A pod in the network, process or IPC namespace of its node can access the node and its other pods.',
    hint: 'remove it, or run the pod in a namespace with the privileged level',
    source: SOURCE,
    refused: podWith({ hostNetwork: true }),
    accepted: podWith({ hostNetwork: false }),
    check: (pod, report) => {
      for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
        if (pod.spec[field] === true) {
          report(field, { field });
        }
      }
    },
  },
  {
    id: 'pod-security-privileged',
    level: 'baseline',
    message: 'privileged must not be true',
    why: 'A privileged container has nearly all privileges of root on the node.',
    hint: 'remove privileged, and add only the capabilities that are needed',
    source: SOURCE,
    refused: podWith({}, { securityContext: { privileged: true } }),
    accepted: podWith({}, { securityContext: { privileged: false } }),
    check: (pod, report) =>
      eachSecurityContext(pod, (context, field) => {
        if (context.privileged === true) {
          report(`${field}.privileged`);
        }
      }),
  },
  {
    id: 'pod-security-capabilities',
    level: 'baseline',
    message: 'must not add the capability {capability}',
    why: 'Capabilities beyond the default set of container runtimes grant privileges of root.',
    hint: 'remove it from capabilities.add',
    source: SOURCE,
    refused: podWith({}, { securityContext: { capabilities: { add: ['NET_ADMIN'] } } }),
    accepted: podWith({}, { securityContext: { capabilities: { add: ['CHOWN'] } } }),
    check: (pod, report) =>
      eachSecurityContext(pod, (context, field) => {
        for (const [index, capability] of (context.capabilities?.add ?? []).entries()) {
          if (!DEFAULT_CAPABILITIES.has(capability)) {
            report(`${field}.capabilities.add[${index}]`, { capability });
          }
        }
      }),
  },
  {
    id: 'pod-security-host-path',
    level: 'baseline',
    message: 'volume {name} must not be a hostPath',
    why: 'A hostPath volume exposes files of the node, which can be used to compromise it.',
    hint: 'use a persistentVolumeClaim, configMap, secret or emptyDir',
    source: SOURCE,
    refused: podWith({ volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] }),
    accepted: podWith({ volumes: [{ name: 'logs', emptyDir: {} }] }),
    check: (pod, report) => {
      for (const [index, volume] of (pod.spec.volumes ?? []).entries()) {
        if (volume?.hostPath) {
          report(`volumes[${index}].hostPath`, { name: volume.name });
        }
      }
    },
  },
  {
    id: 'pod-security-host-port',
    level: 'baseline',
    message: 'must not use the host port {port}',
    why: 'A host port exposes a port of the node, bypassing Services and network policies.',
    hint: 'expose the pod with a Service',
    source: SOURCE,
    refused: podWith({}, { ports: [{ containerPort: 80, hostPort: 80 }] }),
    accepted: podWith({}, { ports: [{ containerPort: 80 }] }),
    check: (pod, report) => {
      for (const { container, field } of pod.containers) {
        for (const [index, port] of (container.ports ?? []).entries()) {
          if (port?.hostPort) {
            report(`${field}.ports[${index}].hostPort`, { port: port.hostPort });
          } else if (pod.spec.hostNetwork === true && port?.containerPort && !field.startsWith('ephemeral')) {
            // The server copies the port of a container in the network of the node.
            report(`${field}.ports[${index}].containerPort`, { port: port.containerPort });
          }
        }
      }
    },
  },
  {
    id: 'pod-security-host-probe',
    level: 'baseline',
    message: 'must not send the probe to the host {host}',
    why: 'The kubelet sends probes from the node network, so host lets a pod send requests from the node to any address. Enforced since 1.34.',
    hint: 'remove host; the default is the pod IP',
    source: SOURCE,
    refused: podWith({}, { livenessProbe: { tcpSocket: { host: '10.0.0.1', port: 80 } } }),
    accepted: podWith({}, { livenessProbe: { tcpSocket: { port: 80 } } }),
    check: checkHostOfProbes,
  },
  {
    id: 'pod-security-host-process',
    level: 'baseline',
    message: 'windowsOptions.hostProcess must not be true',
    why: 'A HostProcess container runs directly on the Windows node.',
    hint: 'remove hostProcess',
    source: SOURCE,
    refused: podWith({ securityContext: { windowsOptions: { hostProcess: true } } }),
    accepted: podWith({ securityContext: { windowsOptions: { hostProcess: false } } }),
    check: (pod, report) =>
      eachSecurityContext(pod, (context, field) => {
        if (context.windowsOptions?.hostProcess === true) {
          report(`${field}.windowsOptions.hostProcess`);
        }
      }),
  },
  {
    id: 'pod-security-app-armor',
    level: 'baseline',
    message: 'appArmorProfile.type must be RuntimeDefault or Localhost',
    why: 'Without an AppArmor profile the kernel does not confine the container.',
    hint: 'set RuntimeDefault',
    source: SOURCE,
    refused: podWith({ securityContext: { appArmorProfile: { type: 'Unconfined' } } }),
    accepted: podWith({ securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } }),
    check: (pod, report) =>
      eachSecurityContext(pod, (context, field) => {
        if (context.appArmorProfile && !['RuntimeDefault', 'Localhost'].includes(context.appArmorProfile.type)) {
          report(`${field}.appArmorProfile.type`);
        }
      }),
  },
  {
    id: 'pod-security-app-armor-annotation',
    level: 'baseline',
    message: 'the AppArmor profile {profile} is not allowed; must be runtime/default or localhost/…',
    why: 'Annotations set the AppArmor profile of a container as the field does, and without a profile the kernel does not confine the container.',
    hint: 'remove the annotation; from 1.30 on, use securityContext.appArmorProfile',
    source: SOURCE,
    refused: withAnnotation('unconfined'),
    accepted: withAnnotation('runtime/default'),
    check: (pod, report) => {
      for (const [key, profile] of Object.entries<string>(pod.metadata?.annotations ?? {})) {
        const isAllowed = profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/');
        if (key.startsWith(APP_ARMOR_PREFIX) && !isAllowed) {
          report(`${METADATA}annotations[${key}]`, { profile: JSON.stringify(profile) });
        }
      }
    },
  },
  {
    id: 'pod-security-se-linux',
    level: 'baseline',
    message: 'seLinuxOptions must not set {setting}',
    why: 'A custom SELinux user, role or type can break the confinement of the container.',
    hint: 'remove user and role, and use type container_t',
    source: SOURCE,
    refused: podWith({ securityContext: { seLinuxOptions: { user: 'root' } } }),
    accepted: podWith({ securityContext: { seLinuxOptions: { type: 'container_t' } } }),
    check: (pod, report) =>
      eachSecurityContext(pod, (context, field) => {
        const options = context.seLinuxOptions;
        if (options?.type && !seLinuxTypes(pod.minor).has(options.type)) {
          report(`${field}.seLinuxOptions.type`, { setting: `the type ${options.type}` });
        }
        for (const setting of ['user', 'role']) {
          if (options?.[setting]) {
            report(`${field}.seLinuxOptions.${setting}`, { setting: `a ${setting}` });
          }
        }
      }),
  },
  {
    id: 'pod-security-proc-mount',
    level: 'baseline',
    message: 'procMount must be Default',
    why: 'An unmasked /proc exposes the kernel of the node, unless the pod has its own user namespace.',
    hint: 'remove procMount',
    source: SOURCE,
    refused: podWith({}, { securityContext: { procMount: 'Unmasked' } }),
    accepted: podWith({}, { securityContext: { procMount: 'Default' } }),
    check: (pod, report) =>
      eachSecurityContext(pod, (context, field) => {
        // The server drops the field before 1.33, where it belongs to a feature that is off.
        const relaxed = !gatesOf(pod.serverMinor).has('ProcMountType') || pod.userNamespace;
        if (isUnmasked(context.procMount) && !relaxed) {
          report(`${field}.procMount`);
        }
      }),
  },
  {
    id: 'pod-security-seccomp-unconfined',
    level: 'baseline',
    standardsSince: 19,
    message: 'seccompProfile.type must not be Unconfined',
    why: 'Without seccomp the container can use every system call of the kernel.',
    hint: 'set RuntimeDefault',
    source: SOURCE,
    refused: podWith({ securityContext: { seccompProfile: { type: 'Unconfined' } } }),
    accepted: podWith({ securityContext: { seccompProfile: { type: 'RuntimeDefault' } } }),
    check: (pod, report) =>
      eachSecurityContext(pod, (context, field) => {
        if (context.seccompProfile && !['RuntimeDefault', 'Localhost'].includes(context.seccompProfile.type)) {
          report(`${field}.seccompProfile.type`);
        }
      }),
  },
  {
    id: 'pod-security-sysctls',
    level: 'baseline',
    message: 'must not set the sysctl {name}',
    why: 'Only namespaced sysctls are safe; others affect the node and all its pods.',
    hint: 'remove it, or allow it in the kubelet configuration and use a namespace with the privileged level',
    source: SOURCE,
    refused: podWith({ securityContext: { sysctls: [{ name: 'kernel.msgmax', value: '65536' }] } }),
    accepted: podWith({ securityContext: { sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }] } }),
    check: (pod, report) => {
      for (const [index, sysctl] of (pod.spec.securityContext?.sysctls ?? []).entries()) {
        if (!safeSysctls(pod.minor).has(sysctl?.name)) {
          report(`securityContext.sysctls[${index}].name`, { name: sysctl?.name });
        }
      }
    },
  },
];
