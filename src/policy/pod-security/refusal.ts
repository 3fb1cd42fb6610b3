import { hasChange, type PodTemplate } from '../../facts';
import { goQuote } from '../../findings';
import { fieldValue } from '../../values';
import { METADATA, type PodSecurityLevel, type PolicyPod } from '../policy-rule';
import { BASELINE } from './baseline';
import { controlsIn, policyPodOf } from './policy-pod';
import { RESTRICTED } from './restricted';

/** A violation of one rule. */
interface Violation {
  readonly field: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A check of the admission plugin: its rules here, and how the plugin describes what violates it. */
interface Check {
  readonly rules: readonly string[];
  /** The level that has this check; Restricted replaces some checks of Baseline. @default both */
  readonly only?: PodSecurityLevel;
  /** The first minor version of the standards that replaces it. @default all */
  readonly replacedSince?: number;
  readonly reason: (found: readonly Violation[], pod: PolicyPod) => string;
  readonly detail: (found: readonly Violation[], pod: PolicyPod) => string;
}

/** The checks in the order of the plugin: by id, those of Baseline first. @see k8s.io/pod-security-admission/policy */
const CHECKS: readonly Check[] = [
  {
    rules: ['pod-security-app-armor', 'pod-security-app-armor-annotation'],
    reason: (found, pod) => plural(appArmorValues(found, pod).length, 'forbidden AppArmor profile'),
    detail: (found, pod) => {
      const annotations = annotationsOf(found, pod);
      if (!hasChange(pod.serverMinor, 'AppArmorMessages')) return annotations.join(', ');
      const setters = [
        ...settersOf(
          found.filter(({ field }) => !field.startsWith(METADATA)),
          pod,
        ),
        ...(annotations.length === 0 ? [] : [plural(annotations.length, 'annotation')]),
      ];
      return `${setters.join(' and ')} must not set AppArmor profile type to ${quoted(appArmorValues(found, pod))}`;
    },
  },
  {
    rules: ['pod-security-capabilities'],
    only: 'baseline',
    replacedSince: 22,
    reason: () => 'non-default capabilities',
    detail: (found, pod) => `${containers(found, pod)} must not include ${dataOf(found, 'capability')} in ${ADD}`,
  },
  {
    rules: ['pod-security-host-namespaces'],
    reason: () => 'host namespaces',
    detail: (found) => found.map(({ field }) => `${field}=true`).join(', '),
  },
  {
    rules: ['pod-security-host-path'],
    only: 'baseline',
    reason: () => 'hostPath volumes',
    detail: (found) => `${plural(found.length, 'volume')} ${quoted(found.map(({ data }) => String(data.name)))}`,
  },
  {
    rules: ['pod-security-host-port'],
    reason: () => 'hostPort',
    detail: (found, pod) => {
      const ports = distinct(found.map(({ data }) => String(data.port)));
      return `${containers(found, pod)} ${verb(found, pod)} ${plural(ports.length, 'hostPort')} ${ports.join(', ')}`;
    },
  },
  {
    rules: ['pod-security-host-probe'],
    reason: () => 'probe or lifecycle host',
    detail: (found, pod) => {
      const hosts = distinct(found.map(({ data }) => String(data.host)));
      const names = distinct(containerNames(found, pod));
      const subject = `${plural(names.length, 'container')} ${quoted(names)} ${names.length === 1 ? 'uses' : 'use'}`;
      return `${subject} ${plural(hosts.length, 'probe or lifecycle host')} ${quoted(hosts)}`;
    },
  },
  {
    rules: ['pod-security-privileged'],
    reason: () => 'privileged',
    detail: (found, pod) => `${containers(found, pod)} must not set securityContext.privileged=true`,
  },
  {
    rules: ['pod-security-proc-mount'],
    reason: () => 'procMount',
    detail: procMounts,
  },
  {
    rules: ['pod-security-se-linux'],
    reason: () => 'seLinuxOptions',
    detail: (found, pod) => {
      const types = distinct(
        found.filter(({ field }) => field.endsWith('.type')).map(({ field }) => String(fieldValue(pod.spec, field))),
      );
      const parts = [
        ...(types.length === 0 ? [] : [`${plural(types.length, 'type')} ${quoted(types)}`]),
        ...['user', 'role']
          .filter((setting) => found.some(({ field }) => field.endsWith(`.${setting}`)))
          .map((setting) => `${setting} may not be set`),
      ];
      return `${setters(found, pod)} set forbidden securityContext.seLinuxOptions: ${parts.join('; ')}`;
    },
  },
  {
    rules: ['pod-security-seccomp-unconfined'],
    only: 'baseline',
    reason: () => 'seccompProfile',
    detail: seccompProfiles,
  },
  {
    rules: ['pod-security-sysctls'],
    reason: () => 'forbidden sysctls',
    detail: (found) => found.map(({ data }) => String(data.name)).join(', '),
  },
  {
    rules: ['pod-security-host-process'],
    reason: () => 'hostProcess',
    detail: (found, pod) => `${setters(found, pod)} must not set securityContext.windowsOptions.hostProcess=true`,
  },
  {
    rules: ['pod-security-privilege-escalation'],
    reason: () => 'allowPrivilegeEscalation != false',
    detail: (found, pod) => `${containers(found, pod)} must set securityContext.allowPrivilegeEscalation=false`,
  },
  {
    rules: ['pod-security-drop-all', 'pod-security-add-capability'],
    reason: () => 'unrestricted capabilities',
    detail: (found, pod) => {
      const adding = found.filter(({ field }) => field.includes('.capabilities.add['));
      const keeping = found.filter((one) => !adding.includes(one));
      return [
        ...(keeping.length === 0
          ? []
          : [`${containers(keeping, pod)} must set securityContext.capabilities.drop=["ALL"]`]),
        ...(adding.length === 0
          ? []
          : [`${containers(adding, pod)} must not include ${dataOf(adding, 'capability')} in ${ADD}`]),
      ].join('; ');
    },
  },
  {
    rules: ['pod-security-proc-mount-restricted'],
    only: 'restricted',
    reason: () => 'procMount',
    detail: procMounts,
  },
  {
    rules: ['pod-security-volume-types'],
    reason: () => 'restricted volume types',
    detail: (found) => {
      const types = distinct(found.map(({ data }) => String(data.type)));
      const uses = found.length === 1 ? 'uses' : 'use';
      const volumes = `${plural(found.length, 'volume')} ${quoted(found.map(({ data }) => String(data.name)))}`;
      return `${volumes} ${uses} ${plural(types.length, 'restricted volume type')} ${quoted(types)}`;
    },
  },
  {
    rules: ['pod-security-run-as-non-root'],
    reason: () => 'runAsNonRoot != true',
    detail: (found, pod) => {
      const wrong = found.filter(({ field }) => fieldValue(pod.spec, field) !== undefined);
      return wrong.length > 0
        ? `${setters(wrong, pod)} must not set securityContext.runAsNonRoot=false`
        : `pod or ${containers(found, pod)} must set securityContext.runAsNonRoot=true`;
    },
  },
  {
    rules: ['pod-security-run-as-user'],
    reason: () => 'runAsUser=0',
    detail: (found, pod) => `${setters(found, pod)} must not set runAsUser=0`,
  },
  {
    rules: ['pod-security-seccomp'],
    reason: () => 'seccompProfile',
    detail: (found, pod) =>
      found.some(({ field }) => fieldValue(pod.spec, field) !== undefined)
        ? seccompProfiles(
            found.filter(({ field }) => fieldValue(pod.spec, field) !== undefined),
            pod,
          )
        : `pod or ${containers(found, pod)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
  },
];

const ALL_CONTROLS = [...BASELINE, ...RESTRICTED];

const ADD = 'securityContext.capabilities.add';
const ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

/** What the PodSecurity admission answers to a pod that it does not admit. */
export interface PodSecurityRefusal {
  /** The checks that the pod fails, with details. */
  readonly message: string;
  /** What violates them, relative to the spec; `metadata.` begins one of the metadata of the pod. */
  readonly fields: readonly string[];
}

/**
 * What the PodSecurity admission answers to a pod, or undefined when it is admitted.
 *
 * @param minor version of the standards: 36 for 1.36
 * @param serverMinor version of the server, which can apply the standards of an older one
 * @example
 * podSecurityRefusal(podTemplateOf(pod)!, 'baseline', 36, 36) // { message: 'host namespaces (hostNetwork=true)', … }
 */
export function podSecurityRefusal(
  template: PodTemplate,
  level: PodSecurityLevel,
  minor: number,
  serverMinor: number,
): PodSecurityRefusal | undefined {
  const pod = policyPodOf(template, minor, serverMinor);
  const found = new Map<string, Violation[]>();
  for (const { id, check } of controlsIn(level === 'baseline' ? BASELINE : ALL_CONTROLS, minor)) {
    check(pod, (field, data = {}) => {
      const violations = found.get(id) ?? [];
      violations.push({ field, data });
      found.set(id, violations);
    });
  }
  if (found.size === 0) return undefined;
  const failed = CHECKS.flatMap((check) => {
    const violations = check.rules.flatMap((id) => found.get(id) ?? []);
    const isReplaced = (check.only ?? level) !== level && minor >= (check.replacedSince ?? 0);
    if (violations.length === 0 || isReplaced) return [];
    return [`${check.reason(violations, pod)} (${check.detail(violations, pod)})`];
  });
  if (failed.length === 0) return undefined;
  const fields = [...found.values()].flat().map(({ field }) => field.replace(METADATA, 'metadata.'));
  return { message: failed.join(', '), fields };
}

function procMounts(found: readonly Violation[], pod: PolicyPod): string {
  const values = distinct(found.map(({ field }) => String(fieldValue(pod.spec, field))));
  return `${containers(found, pod)} must not set securityContext.procMount to ${quoted(values)}`;
}

function seccompProfiles(found: readonly Violation[], pod: PolicyPod): string {
  const values = distinct(found.map(({ field }) => String(fieldValue(pod.spec, field))));
  return `${setters(found, pod)} must not set securityContext.seccompProfile.type to ${quoted(values)}`;
}

function appArmorValues(found: readonly Violation[], pod: PolicyPod): string[] {
  const fields = found.filter(({ field }) => !field.startsWith(METADATA));
  const types = distinct(fields.map(({ field }) => String(fieldValue(pod.spec, field))));
  return [...types, ...annotationsOf(found, pod)];
}

function annotationsOf(found: readonly Violation[], pod: PolicyPod): string[] {
  const isReported = (key: string) => found.some(({ field }) => field.startsWith(METADATA) && field.includes(key));
  return Object.entries(pod.metadata?.annotations ?? {})
    .filter(([key]) => key.startsWith(ANNOTATION) && isReported(key))
    .map(([key, value]) => `${key}=${goQuote(String(value))}`)
    .sort();
}

/** `pod`, and the containers, that violations are of. */
function settersOf(found: readonly Violation[], pod: PolicyPod): string[] {
  const ofPod = found.some(({ field }) => field.startsWith('securityContext'));
  const names = containerNames(found, pod);
  return [...(ofPod ? ['pod'] : []), ...(names.length === 0 ? [] : [containers(found, pod)])];
}

function setters(found: readonly Violation[], pod: PolicyPod): string {
  return settersOf(found, pod).join(' and ');
}

function containers(found: readonly Violation[], pod: PolicyPod): string {
  const names = containerNames(found, pod);
  return `${plural(names.length, 'container')} ${quoted(names)}`;
}

function verb(found: readonly Violation[], pod: PolicyPod): string {
  return containerNames(found, pod).length === 1 ? 'uses' : 'use';
}

function containerNames(found: readonly Violation[], pod: PolicyPod): string[] {
  return pod.containers
    .filter((one) => found.some(({ field }) => field.startsWith(`${one.field}.`)))
    .map(({ container }) => String(container.name));
}

function dataOf(found: readonly Violation[], key: string): string {
  return quoted(distinct(found.map(({ data }) => String(data[key]))));
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
