import { containersOf, safeSysctls } from '../../facts';
import type { PodSecurityRule, PolicyPod, ReportPolicy } from '../policy-rule';
import { DEFAULT_CAPABILITIES, seLinuxTypes } from './allowed';
import { podWith } from './examples';

const SOURCE =
  'Pod Security Standards, Baseline: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline';

/** Calls back for the security context of the pod and of each container that has one. */
export function eachSecurityContext(pod: PolicyPod, visit: (context: any, field: string) => void): void {
  if (pod.spec.securityContext) {
    visit(pod.spec.securityContext, 'securityContext');
  }
  for (const { container, field } of pod.containers) {
    if (container.securityContext) {
      visit(container.securityContext, `${field}.securityContext`);
    }
  }
}

const HANDLERS = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop'];

function checkHostOfProbes(pod: PolicyPod, report: ReportPolicy): void {
  for (const { container, field } of pod.minor >= 34 ? pod.containers : []) {
    for (const handler of HANDLERS) {
      const value = handler.split('.').reduce((parent: any, key) => parent?.[key], container);
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
    why: 'A pod in the network, process or IPC namespace of its node sees and reaches what other pods and the node itself do there.',
    hint: 'remove it, or give the pod a namespace of its own at the privileged level',
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
    why: 'A privileged container can do nearly everything that a root process on the node can do.',
    hint: 'remove privileged and add the single capability that is needed',
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
    why: 'Capabilities beyond those that container runtimes grant by default give parts of the power of root.',
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
    why: 'A hostPath volume gives the pod files of the node, which can be used to take the node over.',
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
    why: 'A host port opens a port of the node, past Services and network policies.',
    hint: 'expose the pod by a Service',
    source: SOURCE,
    refused: podWith({}, { ports: [{ containerPort: 80, hostPort: 80 }] }),
    accepted: podWith({}, { ports: [{ containerPort: 80 }] }),
    check: (pod, report) => {
      for (const { container, field } of pod.containers) {
        for (const [index, port] of (container.ports ?? []).entries()) {
          if (port?.hostPort) {
            report(`${field}.ports[${index}].hostPort`, { port: port.hostPort });
          }
        }
      }
    },
  },
  {
    id: 'pod-security-host-probe',
    level: 'baseline',
    message: 'must not send the probe to the host {host}',
    why: 'The kubelet sends probes from the network of the node, so a host lets a pod make the node call any address. Checked since 1.34.',
    hint: 'remove host; the address of the pod is the default',
    source: SOURCE,
    refused: podWith({}, { livenessProbe: { tcpSocket: { host: '10.0.0.1', port: 80 } } }),
    accepted: podWith({}, { livenessProbe: { tcpSocket: { port: 80 } } }),
    check: checkHostOfProbes,
  },
  {
    id: 'pod-security-host-process',
    level: 'baseline',
    message: 'windowsOptions.hostProcess must not be true',
    why: 'A HostProcess container runs on the Windows node itself.',
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
    why: 'Without a profile of AppArmor the kernel does not hold back what the container may do on the node.',
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
    id: 'pod-security-se-linux',
    level: 'baseline',
    message: 'seLinuxOptions must not set {setting}',
    why: 'A user, role or unusual type of SELinux may take the container out of its confinement.',
    hint: 'leave user and role out, and take container_t as type',
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
    why: 'An unmasked /proc shows and changes the kernel of the node, unless the pod has a user namespace of its own.',
    hint: 'remove procMount',
    source: SOURCE,
    refused: podWith({}, { securityContext: { procMount: 'Unmasked' } }),
    accepted: podWith({}, { securityContext: { procMount: 'Default' } }),
    check: (pod, report) =>
      eachSecurityContext(pod, (context, field) => {
        // The server drops the field before 1.33, where it belongs to a feature that is off.
        const relaxed = pod.minor < 33 || (pod.minor >= 35 && pod.userNamespace);
        if (context.procMount !== undefined && context.procMount !== 'Default' && !relaxed) {
          report(`${field}.procMount`);
        }
      }),
  },
  {
    id: 'pod-security-seccomp-unconfined',
    level: 'baseline',
    message: 'seccompProfile.type must not be Unconfined',
    why: 'Without seccomp the container may call every system call of the kernel of the node.',
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
    why: 'Only sysctls that are isolated between pods are safe; the others change the node for everybody on it.',
    hint: 'remove it, or have the administrator allow it on the nodes and use a namespace at the privileged level',
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

/** Prepares what every control asks for. */
export function policyPodOf(
  template: { metadata: any; spec: any; path: string; specPath: string },
  minor: number,
): PolicyPod {
  return {
    ...template,
    containers: containersOf(template.spec),
    minor,
    windows: template.spec.os?.name === 'windows',
    userNamespace: template.spec.hostUsers === false,
  };
}
