import { safeSysctls, securityContextsOf } from '../../facts';
import { ownField } from '../../values';
import { pod } from '../examples';
import type { RuntimeRule } from '../runtime-rule';

/** A kubelet allows the safe sysctls only, unless it is configured for more. */
export const sysctlNotAllowed: RuntimeRule = {
  id: 'sysctl-not-allowed',
  severity: 'warning',
  message: 'forbidden sysctl: "net.core.somaxconn" not allowlisted',
  why: 'The kubelet rejects a pod with a sysctl that is not on its list of safe ones (SysctlForbidden), and a workload creates such pods again and again. A kubelet can allow more with --allowed-unsafe-sysctls: acknowledge the finding then.',
  hint: 'use a safe sysctl, or acknowledge this for nodes whose kubelets allow it',
  source: 'validateSysctl (pkg/kubelet/sysctl/allowlist.go)',
  refused: pod({}, { securityContext: { sysctls: [{ name: 'net.core.somaxconn', value: '1024' }] } }),
  accepted: pod({}, { securityContext: { sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }] } }),
  check: ({ spec, minor }, report) => {
    const safe = safeSysctls(minor);
    for (const [index, sysctl] of (spec.securityContext?.sysctls ?? []).entries()) {
      const name = String(sysctl?.name).replaceAll('/', '.');
      if (safe.has(name)) continue;
      report({
        field: `securityContext.sysctls[${index}].name`,
        message: `forbidden sysctl: ${JSON.stringify(name)} not allowlisted`,
      });
    }
  },
};

/** What is at well-known paths of a Linux node, as type of a hostPath volume. */
const NODE_PATHS: Readonly<Record<string, string>> = {
  '/': 'Directory',
  '/boot': 'Directory',
  '/dev': 'Directory',
  '/dev/null': 'CharDevice',
  '/dev/zero': 'CharDevice',
  '/dev/random': 'CharDevice',
  '/dev/urandom': 'CharDevice',
  '/dev/fuse': 'CharDevice',
  '/dev/kmsg': 'CharDevice',
  '/dev/kvm': 'CharDevice',
  '/dev/net/tun': 'CharDevice',
  '/dev/sda': 'BlockDevice',
  '/dev/shm': 'Directory',
  '/dev/vda': 'BlockDevice',
  '/etc': 'Directory',
  '/etc/group': 'File',
  '/etc/hostname': 'File',
  '/etc/hosts': 'File',
  '/etc/localtime': 'File',
  '/etc/machine-id': 'File',
  '/etc/passwd': 'File',
  '/etc/resolv.conf': 'File',
  '/etc/os-release': 'File',
  '/etc/kubernetes': 'Directory',
  '/etc/ssl': 'Directory',
  '/etc/ssl/certs': 'Directory',
  '/etc/systemd': 'Directory',
  '/home': 'Directory',
  '/lib/modules': 'Directory',
  '/proc': 'Directory',
  '/root': 'Directory',
  '/run': 'Directory',
  '/run/containerd/containerd.sock': 'Socket',
  '/run/crio/crio.sock': 'Socket',
  '/run/systemd': 'Directory',
  '/sys': 'Directory',
  '/sys/fs/cgroup': 'Directory',
  '/tmp': 'Directory',
  '/usr': 'Directory',
  '/var': 'Directory',
  '/var/lib': 'Directory',
  '/var/lib/kubelet': 'Directory',
  '/var/lib/kubelet/plugins': 'Directory',
  '/var/lib/kubelet/pods': 'Directory',
  '/var/log': 'Directory',
  '/var/log/containers': 'Directory',
  '/var/log/pods': 'Directory',
};
const TYPE_WORDS: Readonly<Record<string, string>> = {
  Directory: 'a directory',
  DirectoryOrCreate: 'a directory',
  File: 'a file',
  FileOrCreate: 'a file',
  Socket: 'a socket file',
  CharDevice: 'a character device',
  BlockDevice: 'a block device',
};
const nodePath = (path: unknown) =>
  String(path)
    .replace(/(.)\/+$/, '$1')
    .replace(/^\/var\/run(?=\/|$)/, '/run');
const host = (path: string, type?: string) =>
  pod(
    { volumeMounts: [{ name: 'host', mountPath: '/host' }] },
    { volumes: [{ name: 'host', hostPath: { path, type } }] },
  );

/** The kubelet compares the type of a hostPath volume with what is there. */
export const hostPathType: RuntimeRule = {
  id: 'host-path-type',
  severity: 'error',
  message: 'hostPath type check failed: /var/log is not a file',
  why: 'Before it mounts the volume the kubelet checks what is at the path of the node. When the type differs the mount fails, and the pod stays in ContainerCreating.',
  hint: 'use the type of what is there, or leave the type out',
  source: 'checkTypeInternal (pkg/volume/hostpath/host_path.go)',
  refused: host('/var/log', 'File'),
  accepted: host('/var/log', 'Directory'),
  check: ({ spec, isWindows }, report) => {
    for (const [index, volume] of isWindows ? [] : (spec.volumes ?? []).entries()) {
      const { path, type } = volume?.hostPath ?? {};
      const known = NODE_PATHS[nodePath(path)];
      if (known === undefined || type === undefined || type === '' || ownField(TYPE_WORDS, type) === undefined)
        continue;
      if (TYPE_WORDS[type] === TYPE_WORDS[known]) continue;
      report({
        field: `volumes[${index}].hostPath.type`,
        message: `hostPath type check failed: ${path} is not ${TYPE_WORDS[type]}`,
        hint: `use type ${known}`,
      });
    }
  },
};

const DOCKER = /^\/(run\/docker\.sock|run\/dockershim\.sock|var\/lib\/docker(\/.*)?|etc\/docker(\/.*)?)$/;
/** Types that fail when nothing is there. */
const MUST_EXIST = ['Directory', 'File', 'Socket', 'CharDevice', 'BlockDevice'];

/** Nodes have containerd or CRI-O since 1.24. */
export const hostPathDocker: RuntimeRule = {
  id: 'host-path-docker',
  severity: 'warning',
  message: 'hostPath /var/run/docker.sock is of Docker, which nodes do not have since Kubernetes 1.24',
  why: 'Since dockershim was removed the kubelet uses containerd or CRI-O, which keep neither a Docker socket nor /var/lib/docker. A volume of type Socket, File or Directory fails to mount, which is an error; without a type the program finds nothing.',
  hint: 'read logs from /var/log/pods and /var/log/containers, and build images without a daemon; the socket of containerd does not serve the Docker API, and who reaches it is root on the node',
  source: 'https://kubernetes.io/docs/tasks/administer-cluster/migrating-from-dockershim/',
  refused: host('/var/run/docker.sock'),
  accepted: host('/var/log/pods'),
  check: ({ spec, isWindows }, report) => {
    for (const [index, volume] of isWindows ? [] : (spec.volumes ?? []).entries()) {
      const { path, type } = volume?.hostPath ?? {};
      if (!DOCKER.test(nodePath(path))) continue;
      const isRefused = MUST_EXIST.includes(type);
      const what = ownField(TYPE_WORDS, type ?? '') ?? 'a path';
      report({
        field: `volumes[${index}].hostPath.path`,
        message: isRefused
          ? `hostPath type check failed: ${path} is not ${what}: it is of Docker, which nodes do not have since Kubernetes 1.24`
          : `hostPath ${path} is of Docker, which nodes do not have since Kubernetes 1.24`,
        severity: isRefused ? 'error' : 'warning',
      });
    }
  },
};

/** A profile that must be on the node, which a manifest cannot show. */
export const profileOnNode: RuntimeRule = {
  id: 'profile-on-node',
  severity: 'note',
  message: 'the node needs the seccomp profile /var/lib/kubelet/seccomp/shop.json',
  why: 'A profile of type Localhost is a file of the node, or is loaded into its kernel. The container runtime does not create a container whose profile is missing (CreateContainerError).',
  hint: 'install the profile on every node that can run the pod, or use RuntimeDefault',
  source:
    'https://kubernetes.io/docs/tutorials/security/seccomp/ and https://kubernetes.io/docs/tutorials/security/apparmor/',
  refused: pod({}, { securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'shop.json' } } }),
  accepted: pod({}, { securityContext: { seccompProfile: { type: 'RuntimeDefault' } } }),
  check: ({ spec, containers }, report) => {
    for (const { field, context } of securityContextsOf(spec, containers)) {
      for (const kind of ['seccompProfile', 'appArmorProfile'] as const) {
        const { type, localhostProfile } = context?.[kind] ?? {};
        if (type !== 'Localhost' || localhostProfile === undefined) continue;
        report({
          field: `${field}.${kind}.localhostProfile`,
          message:
            kind === 'seccompProfile'
              ? `the node needs the seccomp profile /var/lib/kubelet/seccomp/${localhostProfile}`
              : `the node needs the AppArmor profile ${localhostProfile}, and AppArmor`,
        });
      }
    }
  },
};

/** A pod of one operating system that selects nodes of another. */
export const osMismatch: RuntimeRule = {
  id: 'os-mismatch',
  severity: 'error',
  message: "Failed to admit pod as the OS field doesn't match node OS",
  why: 'spec.os says for which operating system the pod is, and the node selector selects nodes of another. The kubelet of such a node rejects the pod (PodOSNotSupported).',
  hint: 'use the same operating system in spec.os and in the node selector',
  source: 'rejectPodAdmissionBasedOnOSField (pkg/kubelet/lifecycle/predicate.go)',
  refused: pod({}, { os: { name: 'windows' }, nodeSelector: { 'kubernetes.io/os': 'linux' } }),
  accepted: pod({}, { os: { name: 'linux' }, nodeSelector: { 'kubernetes.io/os': 'linux' } }),
  check: ({ spec }, report) => {
    const selected = spec.nodeSelector?.['kubernetes.io/os'];
    if (spec.os?.name === undefined || selected === undefined || selected === spec.os.name) return;
    report({
      field: 'os.name',
      message: `Failed to admit pod as the OS field doesn't match node OS: ${spec.os.name} on nodes with kubernetes.io/os=${selected}`,
    });
  },
};
