import type { coreV1 } from '../kubernetes';
import type { Problem } from '../props';
import { checkOneOf, checkWhole, definedFields, didYouMean, entriesOf, fieldsOf, under } from './checks';

/** SELinux labels of a process. */
export interface SeLinux {
  readonly user?: string;
  readonly role?: string;
  readonly type?: string;
  readonly level?: string;
}

/** System-call filter: the runtime's own, one of the node's (`{ localhost: 'profiles/shop.json' }`), or none. */
export type SeccompProfile = 'RuntimeDefault' | 'Unconfined' | { readonly localhost: string };

/** Who a process runs as; for a pod, or for one of its containers. */
export interface IdentityProps {
  /** User id. 0 is root, and needs `runAsRoot`. @default the image's user */
  readonly runAsUser?: number;
  /** Group id. @default the image's group */
  readonly runAsGroup?: number;
  /**
   * Lets the container run as root: `runAsNonRoot` is not demanded.
   *
   * @default false: the kubelet refuses images whose user is root
   */
  readonly runAsRoot?: boolean;
  /** @default the node's choice */
  readonly seLinux?: SeLinux;
  /** @default 'RuntimeDefault' */
  readonly seccomp?: SeccompProfile;
}

/** What one container may do beyond the least; each prop loosens something. */
export interface ContainerSecurityProps extends IdentityProps {
  /** Capabilities on top of none, such as `['NET_BIND_SERVICE']`, or `dropCapabilities` instead. */
  readonly addCapabilities?: readonly string[];
  /** Drops these alone. @default ['ALL'] */
  readonly dropCapabilities?: readonly string[];
  /** All that root of the node may do. @default false */
  readonly privileged?: boolean;
  /** Lets a child process have more rights, as setuid programs do. @default false */
  readonly allowPrivilegeEscalation?: boolean;
  /** Lets the container write into its own image. @default false: /tmp and mounts are writable */
  readonly writableRootFilesystem?: boolean;
}

/** A kernel parameter that the pod sets for itself. */
export interface SysctlProps {
  /**
   * Those that Kubernetes knows to touch nobody else, such as `{ 'net.ipv4.tcp_syncookies': 1 }`.
   */
  readonly sysctls?: Readonly<Record<string, string | number>>;
  /**
   * Others. The kubelet of the node must allow each by name (`--allowed-unsafe-sysctls`), else the pod is refused there.
   */
  readonly unsafeSysctls?: Readonly<Record<string, string | number>>;
}

/** Security of a whole pod. */
export interface PodSecurityProps extends IdentityProps, SysctlProps {
  /** Group that owns the volumes. */
  readonly fsGroup?: number;
  /** When the volumes' owner is set. @default 'Always' */
  readonly fsGroupChangePolicy?: 'Always' | 'OnRootMismatch';
  /** Further groups of the processes. */
  readonly supplementalGroups?: readonly number[];
}

/** Largest user or group id. */
const LARGEST_ID = 2 ** 31 - 1;

function checkIdentity(props: IdentityProps, problem: Problem): void {
  checkWhole(problem, 'runAsUser', props.runAsUser, { max: LARGEST_ID });
  checkWhole(problem, 'runAsGroup', props.runAsGroup, { max: LARGEST_ID });
  if (props.runAsUser === 0 && props.runAsRoot !== true) {
    problem('runAsUser', 'must not be 0, which is root', 'say runAsRoot: true if it has to be');
  }
  if (typeof props.seccomp === 'string')
    checkOneOf(problem, 'seccomp', props.seccomp, ['RuntimeDefault', 'Unconfined']);
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

/** `securityContext` of a container: no rights at all, but for those that the props give. */
export function containerSecurityManifest(props: ContainerSecurityProps, problem: Problem): coreV1.SecurityContext {
  const own = under(problem, 'security');
  checkIdentity(props, own);
  checkCapabilities(props, own);
  if (props.privileged) {
    if (props.allowPrivilegeEscalation === false)
      own('allowPrivilegeEscalation', 'must be true or left out when privileged');
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
    // CAP_SYS_ADMIN always brings privilege escalation, which the server insists that the manifest admits.
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

function checkCapabilities(props: ContainerSecurityProps, problem: Problem): void {
  for (const prop of ['addCapabilities', 'dropCapabilities'] as const) {
    for (const name of props[prop] ?? []) {
      if (CAPABILITIES.includes(name)) continue;
      const bare = name.toUpperCase().replace(/^CAP_/, '');
      const hint = CAPABILITIES.includes(bare) ? `try "${bare}"` : didYouMean(bare, CAPABILITIES);
      problem(prop, `${JSON.stringify(name)} is no Linux capability`, hint);
    }
  }
}

/** @see https://man7.org/linux/man-pages/man7/capabilities.7.html */
const CAPABILITIES: readonly string[] = (
  'ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH ' +
  'FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN ' +
  'NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT ' +
  'SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM'
).split(' ');

/** `securityContext` of a pod. */
export function podSecurityManifest(props: PodSecurityProps, problem: Problem): coreV1.PodSecurityContext {
  const own = under(problem, 'security');
  checkIdentity(props, own);
  checkWhole(own, 'fsGroup', props.fsGroup, { max: LARGEST_ID });
  (props.supplementalGroups ?? []).forEach((group, index) => {
    checkWhole(own, `supplementalGroups[${index}]`, group, { max: LARGEST_ID });
  });
  checkOneOf(own, 'fsGroupChangePolicy', props.fsGroupChangePolicy, ['Always', 'OnRootMismatch']);
  return definedFields({
    runAsNonRoot: props.runAsRoot ? undefined : true,
    ...identityManifest(props),
    fsGroup: props.fsGroup,
    fsGroupChangePolicy: props.fsGroupChangePolicy,
    supplementalGroups: entriesOf(props.supplementalGroups),
    seccompProfile: seccompManifest(props.seccomp ?? 'RuntimeDefault'),
    sysctls: entriesOf(sysctlsManifest(props, own)),
  });
}

/**
 * Sysctls that concern the pod alone and that every kubelet allows.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls
 */
export const SAFE_SYSCTLS: readonly string[] = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.tcp_wmem',
];

/** @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/apis/core/validation/validation.go SysctlContainSlashFmt */
const SYSCTL = /^[a-z0-9]([-_a-z0-9]*[a-z0-9])?([./][a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/;

function sysctlsManifest(props: SysctlProps, problem: Problem): coreV1.Sysctl[] {
  const { sysctls = {}, unsafeSysctls = {} } = props;
  for (const name of Object.keys(sysctls)) {
    if (SAFE_SYSCTLS.includes(name)) continue;
    const hint = didYouMean(name, SAFE_SYSCTLS) ?? 'put it into unsafeSysctls if the nodes allow it';
    problem('sysctls', `${JSON.stringify(name)} is not one of the safe sysctls`, hint);
  }
  for (const name of Object.keys(unsafeSysctls)) {
    if (!SYSCTL.test(name)) problem('unsafeSysctls', `${JSON.stringify(name)} is no sysctl name`);
    if (SAFE_SYSCTLS.includes(name)) problem('unsafeSysctls', `${JSON.stringify(name)} is safe`, 'put it into sysctls');
  }
  const all = [...Object.entries(sysctls), ...Object.entries(unsafeSysctls)];
  return all.map(([name, value]) => ({ name, value: String(value) }));
}
