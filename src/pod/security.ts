import { type KubernetesVersion, LINUX_CAPABILITIES, minorOf, safeSysctls } from '../facts';
import type { coreV1 } from '../kubernetes';
import type { ReportIssue } from '../props';
import { didYouMean } from '../values';
import { checkOneOf, checkWhole, definedFields, entriesOf, fieldsOf, under } from './checks';

/** SELinux labels of a process. */
export interface SeLinux {
  readonly user?: string;
  readonly role?: string;
  readonly type?: string;
  readonly level?: string;
}

/** Seccomp profile: the runtime's default, one on the node (`{ localhost: 'profiles/shop.json' }`), or none. */
export type SeccompProfile = 'RuntimeDefault' | 'Unconfined' | { readonly localhost: string };

/** User and group of processes, for a pod or one of its containers. */
export interface IdentityProps {
  /** User ID. 0 is root, and requires `runAsRoot`. @default the user of the image */
  readonly runAsUser?: number;
  /** Group ID. @default the group of the image */
  readonly runAsGroup?: number;
  /**
   * Allows processes to run as root: `runAsNonRoot` is false. All capabilities stay dropped, with which root can neither change
   * the owner of files nor switch to another user: for an image that starts as root use `Security.rootImage()`.
   *
   * @default false: the kubelet does not start images that run as root
   */
  readonly runAsRoot?: boolean;
  /** @default assigned by the container runtime */
  readonly seLinux?: SeLinux;
  /** @default 'RuntimeDefault' */
  readonly seccomp?: SeccompProfile;
}

/** Security options of a container. The default meets the restricted level; each prop loosens it. */
export interface ContainerSecurityProps extends IdentityProps {
  /** Capabilities to add, such as `['NET_BIND_SERVICE']`. */
  readonly addCapabilities?: readonly string[];
  /** Capabilities to drop. @default ['ALL'] */
  readonly dropCapabilities?: readonly string[];
  /** Gives the container all privileges of root on the node. @default false */
  readonly privileged?: boolean;
  /** Allows processes to gain privileges, as setuid programs do. @default false */
  readonly allowPrivilegeEscalation?: boolean;
  /** Makes the root file system writable. @default false: only /tmp and mounts are writable */
  readonly writableRootFilesystem?: boolean;
}

/** Sysctls of a pod. */
export interface SysctlProps {
  /**
   * Safe sysctls, such as `{ 'net.ipv4.tcp_syncookies': 1 }`.
   */
  readonly sysctls?: Readonly<Record<string, string | number>>;
  /**
   * Unsafe sysctls. The kubelet rejects the pod unless it allows each (`--allowed-unsafe-sysctls`).
   */
  readonly unsafeSysctls?: Readonly<Record<string, string | number>>;
}

/** Security options of a pod. */
export interface PodSecurityProps extends IdentityProps, SysctlProps {
  /** Group ID that owns the volumes. */
  readonly fsGroup?: number;
  /** When the ownership of volumes is changed. @default 'Always' */
  readonly fsGroupChangePolicy?: 'Always' | 'OnRootMismatch';
  /** Supplemental group IDs of the processes. */
  readonly supplementalGroups?: readonly number[];
}

/** Maximum user or group ID. */
const LARGEST_ID = 2 ** 31 - 1;

function checkIdentity(props: IdentityProps, reportIssue: ReportIssue): void {
  checkWhole(reportIssue, 'runAsUser', props.runAsUser, { max: LARGEST_ID });
  checkWhole(reportIssue, 'runAsGroup', props.runAsGroup, { max: LARGEST_ID });
  if (props.runAsUser === 0 && props.runAsRoot !== true) {
    reportIssue(
      'runAsUser',
      'must not be 0 (root)',
      'use security: Security.rootImage() for an image that starts as root, or set runAsRoot: true for root without capabilities',
    );
  }
  if (typeof props.seccomp === 'string')
    checkOneOf(reportIssue, 'seccomp', props.seccomp, ['RuntimeDefault', 'Unconfined']);
}

function identityManifest(props: IdentityProps) {
  return {
    runAsUser: props.runAsUser,
    runAsGroup: props.runAsGroup,
    seLinuxOptions: props.seLinux && fieldsOf({ ...props.seLinux }),
  };
}

function seccompManifest(profile: SeccompProfile): coreV1.SeccompProfile {
  return typeof profile === 'string' ? { type: profile } : { type: 'Localhost', localhostProfile: profile.localhost };
}

/** `securityContext` of a container: no privileges except those that the props add. */
export function containerSecurityManifest(
  props: ContainerSecurityProps,
  reportIssue: ReportIssue,
): coreV1.SecurityContext {
  const own = under(reportIssue, 'security');
  checkIdentity(props, own);
  checkCapabilities(props, own);
  if (props.privileged) {
    if (props.allowPrivilegeEscalation === false)
      own('allowPrivilegeEscalation', 'must not be false for a privileged container');
    return definedFields({
      ...identityManifest(props),
      runAsNonRoot: props.runAsRoot ? false : undefined,
      seccompProfile: props.seccomp && seccompManifest(props.seccomp),
      privileged: true,
      readOnlyRootFilesystem: props.writableRootFilesystem ? undefined : true,
    });
  }
  const capabilities = { add: entriesOf(props.addCapabilities), drop: [...(props.dropCapabilities ?? ['ALL'])] };
  return definedFields({
    ...identityManifest(props),
    runAsNonRoot: props.runAsRoot ? false : undefined,
    seccompProfile: props.seccomp && seccompManifest(props.seccomp),
    // CAP_SYS_ADMIN implies privilege escalation; the server rejects a manifest that sets it to false.
    allowPrivilegeEscalation: grantsEscalation(props) ? undefined : false,
    capabilities: definedFields(capabilities),
    readOnlyRootFilesystem: props.writableRootFilesystem ? undefined : true,
  });
}

function grantsEscalation(props: ContainerSecurityProps): boolean {
  return (
    props.allowPrivilegeEscalation === true ||
    (props.addCapabilities ?? []).some((name) => name === 'SYS_ADMIN' || name === 'CAP_SYS_ADMIN')
  );
}

function checkCapabilities(props: ContainerSecurityProps, reportIssue: ReportIssue): void {
  for (const prop of ['addCapabilities', 'dropCapabilities'] as const) {
    for (const name of props[prop] ?? []) {
      if (LINUX_CAPABILITIES.includes(name)) continue;
      reportIssue(prop, `${JSON.stringify(name)} is not a Linux capability`, capabilityHint(name));
    }
  }
}

function capabilityHint(name: string): string {
  const bare = name.toUpperCase().replace(/^CAP_/, '');
  if (LINUX_CAPABILITIES.includes(bare)) return `try "${bare}"`;
  const [begun, ...others] = bare.length < 3 ? [] : LINUX_CAPABILITIES.filter((known) => known.startsWith(`${bare}_`));
  const meant =
    begun !== undefined && others.length === 0 ? `did you mean "${begun}"?` : didYouMean(bare, LINUX_CAPABILITIES);
  return meant ?? 'use a name of capabilities(7) without CAP_, such as "NET_BIND_SERVICE", or "ALL"';
}

/** `securityContext` of a pod, for all of these versions. */
export function podSecurityManifest(
  props: PodSecurityProps,
  versions: readonly KubernetesVersion[],
  reportIssue: ReportIssue,
): coreV1.PodSecurityContext {
  const own = under(reportIssue, 'security');
  checkIdentity(props, own);
  checkWhole(own, 'fsGroup', props.fsGroup, { max: LARGEST_ID });
  (props.supplementalGroups ?? []).forEach((group, index) => {
    checkWhole(own, `supplementalGroups[${index}]`, group, { max: LARGEST_ID });
  });
  checkOneOf(own, 'fsGroupChangePolicy', props.fsGroupChangePolicy, ['Always', 'OnRootMismatch']);
  return definedFields({
    runAsNonRoot: props.runAsRoot !== true,
    ...identityManifest(props),
    fsGroup: props.fsGroup,
    fsGroupChangePolicy: props.fsGroupChangePolicy,
    supplementalGroups: entriesOf(props.supplementalGroups),
    seccompProfile: seccompManifest(props.seccomp ?? 'RuntimeDefault'),
    sysctls: entriesOf(sysctlsManifest(props, versions, own)),
  });
}

const UNSAFE = 'set it in unsafeSysctls if the kubelets allow it';

/** @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/apis/core/validation/validation.go SysctlContainSlashFmt */
const SYSCTL = /^[a-z0-9]([-_a-z0-9]*[a-z0-9])?([./][a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/;

/** A sysctl is safe when every version that the app is made for has it among the safe ones. */
function sysctlsManifest(
  props: SysctlProps,
  versions: readonly KubernetesVersion[],
  reportIssue: ReportIssue,
): coreV1.Sysctl[] {
  const { sysctls = {}, unsafeSysctls = {} } = props;
  const oldest = Math.min(...versions.map(minorOf));
  const safe = safeSysctls(oldest);
  const known = safeSysctls(Number.POSITIVE_INFINITY);
  for (const name of Object.keys(sysctls)) {
    if (safe.has(name)) continue;
    if (known.has(name)) {
      reportIssue('sysctls', `${JSON.stringify(name)} is not a safe sysctl in Kubernetes 1.${oldest}`, UNSAFE);
    } else {
      reportIssue('sysctls', `${JSON.stringify(name)} is not a safe sysctl`, didYouMean(name, [...safe]) ?? UNSAFE);
    }
  }
  for (const name of Object.keys(unsafeSysctls)) {
    if (!SYSCTL.test(name)) reportIssue('unsafeSysctls', `${JSON.stringify(name)} is not a sysctl name`);
    if (safe.has(name)) reportIssue('unsafeSysctls', `${JSON.stringify(name)} is a safe sysctl`, 'set it in sysctls');
  }
  const all = [...Object.entries(sysctls), ...Object.entries(unsafeSysctls)];
  return all.map(([name, value]) => ({ name, value: String(value) }));
}
