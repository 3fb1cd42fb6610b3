import { securityContextsOf } from '../../facts';
import { pod } from '../examples';
import type { RuntimePod } from '../runtime-pod';
import type { RuntimeRule } from '../runtime-rule';

/** IDs of a pod's user namespace are mapped from 0 on. */
const LAST_ID = 65535;
const own = (runAsUser: number) => pod({}, { hostUsers: false, securityContext: { runAsUser } });

/** A user namespace has 65536 IDs. */
export const userNamespaceId: RuntimeRule = {
  id: 'user-namespace-id',
  severity: 'error',
  message: 'cannot set uid to unmapped user in user namespace: 70000 is above 65535',
  why: 'With hostUsers: false a pod has a user namespace of its own, in which the kubelet maps the IDs from 0 to 65535. The container runtime cannot start a process with another user or group.',
  hint: 'use an ID from 1 to 65535',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/ and init_linux.go of runc',
  refused: own(70000),
  accepted: own(7000),
  check: ({ containers, isWindows, spec }, report) => {
    if (isWindows || spec.hostUsers !== false) return;
    for (const { field, context } of securityContextsOf(spec, containers)) {
      for (const name of ['runAsUser', 'runAsGroup', 'fsGroup'] as const) {
        const id = context?.[name];
        if (typeof id !== 'number' || id <= LAST_ID) continue;
        report({
          field: `${field}.${name}`,
          message: `cannot set ${name === 'runAsUser' ? 'uid to unmapped user' : 'gid to unmapped user'} in user namespace: ${id} is above ${LAST_ID}`,
        });
      }
    }
  },
};

const share = { name: 'share', nfs: { server: '192.168.0.20', path: '/share' } };
const mounting = { volumeMounts: [{ name: 'share', mountPath: '/share' }] };

/** Volumes of a pod with a user namespace are mounted with mapped IDs. */
export const userNamespaceVolume: RuntimeRule = {
  id: 'user-namespace-volume',
  severity: 'warning',
  message: 'the volume "share" is of NFS, which does not support ID-mapped mounts',
  why: 'With hostUsers: false the container runtime mounts each volume with the IDs of the user namespace. The file system must support that: ext4, XFS, Btrfs and tmpfs of Linux 6.3 do, NFS does not, and the container is not created. Checked are volumes in the pod, and volumes of claims whose PersistentVolume is part of the input.',
  hint: 'use another volume, or leave out hostUsers: false',
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/#before-you-begin',
  refused: pod(mounting, { hostUsers: false, volumes: [share] }),
  accepted: pod(mounting, { hostUsers: true, volumes: [share] }),
  check: (subject, report) => {
    const { isWindows, spec } = subject;
    if (isWindows || spec.hostUsers !== false) return;
    for (const [index, volume] of (spec.volumes ?? []).entries()) {
      const claim = volume?.persistentVolumeClaim?.claimName;
      const isNfs = volume?.nfs !== undefined || (claim !== undefined && isOnNfs(claim, subject));
      if (!isNfs) continue;
      report({
        field: `volumes[${index}]`,
        message: `the volume ${JSON.stringify(volume.name)} is of NFS, which does not support ID-mapped mounts`,
      });
    }
  },
};

function isOnNfs(claim: unknown, pod: RuntimePod): boolean {
  const name = pod.find('PersistentVolumeClaim', claim)?.spec?.volumeName;
  return name !== undefined && pod.find('PersistentVolume', name)?.spec?.nfs !== undefined;
}
