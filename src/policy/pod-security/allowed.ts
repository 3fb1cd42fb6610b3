import { hasChange } from '../../facts';
/** Capabilities that a container can add at the Baseline level: those that runtimes grant by default. */
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

/** SELinux types that keep a container confined. */
export function seLinuxTypes(minor: number): ReadonlySet<string> {
  const types = ['container_t', 'container_init_t', 'container_kvm_t'];
  return new Set(hasChange(minor, 'ContainerEngineType') ? [...types, 'container_engine_t'] : types);
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
