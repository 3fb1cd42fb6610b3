/** Safe sysctls and the minor version from which on they are, for kubelets as for the Pod Security Standards. */
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

/**
 * Sysctls that concern the pod alone and that every kubelet of a minor version allows.
 *
 * @param minor 36 for 1.36
 * @see https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls
 */
export function safeSysctls(minor: number): ReadonlySet<string> {
  return new Set(Object.keys(SAFE_SYSCTLS).filter((name) => SAFE_SYSCTLS[name]! <= minor));
}
