/** Capabilities that a container may add at the Baseline level: the ones that runtimes grant by default. */
export const DEFAULT_CAPABILITIES: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

/** Safe sysctls with the minor version since which the standards allow them. */
const SAFE_SYSCTLS: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
};

/** Sysctls that pods may set without the consent of the administrator of the nodes. */
export function safeSysctls(minor: number): ReadonlySet<string> {
  return new Set(Object.keys(SAFE_SYSCTLS).filter((name) => SAFE_SYSCTLS[name] <= minor));
}

/** SELinux types that keep a container confined. */
export function seLinuxTypes(minor: number): ReadonlySet<string> {
  const types = ['container_t', 'container_init_t', 'container_kvm_t'];
  return new Set(minor >= 31 ? [...types, 'container_engine_t'] : types);
}

/** Volume sources of the Restricted level. */
export const RESTRICTED_VOLUMES: ReadonlySet<string> = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);
