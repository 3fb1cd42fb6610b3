import { LINUX_CAPABILITIES } from '../../facts';
import { isRoot, type RuntimeContainer } from '../../images';
import { pod } from '../examples';
import type { RuntimeRule } from '../runtime-rule';

const CAPABILITIES = 'https://man7.org/linux/man-pages/man7/capabilities.7.html';

/** Upper case, without the prefix that Kubernetes does not use. */
const bareName = (name: unknown) => String(name).toUpperCase().replace(/^CAP_/, '');

/** Capabilities that every container has in containerd and CRI-O unless they are dropped. */
const DEFAULTS: readonly string[] =
  'CHOWN DAC_OVERRIDE FOWNER FSETID KILL NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID'.split(' ');

/** Whether a container has a capability. */
export function hasCapability(name: string, { container }: RuntimeContainer): boolean {
  const { add = [], drop = [] } = container.securityContext?.capabilities ?? {};
  const [added, dropped] = [add, drop].map((names) => names.map((one: unknown) => String(one).toUpperCase()));
  if (added.includes(name) || added.includes('ALL')) return true;
  return DEFAULTS.includes(name) && !dropped.includes(name) && !dropped.includes('ALL');
}

/**
 * Capabilities for which the default seccomp profile of containerd and CRI-O allows more system calls, whatever the user: adjtimex with
 * SYS_TIME, as node-exporter needs it.
 *
 * @see https://github.com/containerd/containerd/blob/main/contrib/seccomp/seccomp_default.go
 */
const LOOSENS_SECCOMP: readonly string[] =
  'ALL AUDIT_CONTROL BPF DAC_READ_SEARCH PERFMON SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_TIME SYS_TTY_CONFIG'.split(
    ' ',
  );

/** A process of another user than root has no capabilities unless its program file gives them. */
export const capabilityWithoutEffect: RuntimeRule = {
  id: 'capability-without-effect',
  severity: 'warning',
  message:
    'NET_ADMIN has no effect: the process runs as user 1000, and the program of busybox has no file capabilities',
  why: 'Capabilities that are added to a container reach a process of another user than root only through capabilities of its program file, because Kubernetes sets no ambient capabilities. The programs of this image have none.',
  hint: 'run the container as root, use an image whose program has the capability (setcap), or leave it out',
  source: `${CAPABILITIES} and https://github.com/kubernetes/enhancements/issues/2763`,
  refused: pod({
    image: 'busybox:1.37.0',
    command: ['sleep', '3600'],
    securityContext: { runAsUser: 1000, capabilities: { add: ['NET_ADMIN'] } },
  }),
  accepted: pod({
    image: 'busybox:1.37.0',
    command: ['sleep', '3600'],
    securityContext: { capabilities: { add: ['NET_ADMIN'] } },
  }),
  check: ({ containers, isWindows, spec }, report) => {
    for (const container of isWindows ? [] : containers) {
      const { facts, image, user } = container;
      if (facts?.fileCapabilities === undefined || container.isPrivileged || !container.isNonRoot) continue;
      // Root of a user namespace is another matter, and a shell may run a program that a volume brings.
      if (spec.hostUsers === false) continue;
      const added: unknown[] = container.container.securityContext?.capabilities?.add ?? [];
      const isUnconfined = container.seccomp === 'Unconfined';
      for (const [index, name] of added.entries()) {
        if ([...facts.fileCapabilities, ...(isUnconfined ? [] : LOOSENS_SECCOMP)].includes(bareName(name))) continue;
        report({
          field: `${container.field}.securityContext.capabilities.add[${index}]`,
          message: `${name} has no effect: the process runs as ${user === undefined ? `user ${facts.user}` : `user ${user}`}, and the program of ${image!.name} has no file capabilities (container: ${container.name})`,
        });
      }
    }
  },
};

const ROOT_IMAGE = '; in a program use security: Security.rootImage()';

/** An entrypoint that starts as root and becomes another user needs capabilities for it. */
export const imageCapabilitiesDropped: RuntimeRule = {
  id: 'image-capabilities-dropped',
  severity: 'warning',
  message: 'the program of nginx starts as root and needs CHOWN, SETGID, SETUID, which are dropped',
  why: 'The program of the image starts as root, gives directories to its own user and becomes that user. Without these capabilities root cannot do that, and the program exits with "Operation not permitted".',
  hint: `add these capabilities after dropping ALL, or run the container as the user of the image${ROOT_IMAGE}`,
  source: 'the entrypoint of the image, see docs/image-facts.md',
  refused: pod({ image: 'nginx:1.27.3', securityContext: { capabilities: { drop: ['ALL'] } } }),
  accepted: pod({
    image: 'nginx:1.27.3',
    securityContext: { capabilities: { drop: ['ALL'], add: ['CHOWN', 'SETGID', 'SETUID'] } },
  }),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      const { facts, image, field } = container;
      const startsAsRoot = container.user === 0 && container.security('runAsNonRoot') !== true && isRoot(facts?.user);
      if (facts === undefined || startsAsRoot !== true || container.isPrivileged || !container.runsDefaultProgram)
        continue;
      const missing = (facts.capabilities ?? []).filter((name) => !hasCapability(name, container));
      if (missing.length === 0) continue;
      report({
        field: `${field}.securityContext.capabilities.drop`,
        message: `the program of ${image!.name} starts as root and needs ${missing.join(', ')}, which ${missing.length === 1 ? 'is' : 'are'} dropped (container: ${container.name})`,
        hint:
          facts.uid === undefined
            ? `add ${missing.join(', ')} after dropping ALL${ROOT_IMAGE}`
            : `add ${missing.join(', ')} after dropping ALL, or set runAsUser: ${facts.uid}${ROOT_IMAGE}`,
      });
    }
  },
};

/** Root without capabilities, with an image that is not known: most programs that start as root need some. */
export const rootWithoutCapabilities: RuntimeRule = {
  id: 'root-without-capabilities',
  severity: 'note',
  message: 'the container runs as root, and all capabilities are dropped',
  why: 'Root without capabilities cannot change the owner of a file, read files of other users, become another user or listen on ports below 1024. The entrypoints of most images that start as root do one of these and fail with "Operation not permitted".',
  hint: `add CHOWN, DAC_OVERRIDE, FOWNER, SETUID, SETGID and NET_BIND_SERVICE, or run as another user; describe the image with facts if it needs none${ROOT_IMAGE}`,
  source: CAPABILITIES,
  refused: pod({ securityContext: { runAsNonRoot: false, capabilities: { drop: ['ALL'] } } }),
  accepted: pod({ securityContext: { runAsNonRoot: false, capabilities: { add: ['CHOWN'], drop: ['ALL'] } } }),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      const { add = [], drop = [] } = container.container.securityContext?.capabilities ?? {};
      const user = container.security('runAsUser');
      const startsAsRoot = user === 0 || (user === undefined && container.security('runAsNonRoot') === false);
      const isBare = add.length === 0 && drop.some((name: unknown) => String(name).toUpperCase() === 'ALL');
      // What a command of the user needs is known to the user.
      const hasCommand = container.container.command?.length > 0;
      if (!startsAsRoot || !isBare || hasCommand || container.isPrivileged || container.facts !== undefined) continue;
      report({
        field: `${container.field}.securityContext.capabilities.drop`,
        message: `the container runs as root, and all capabilities are dropped (container: ${container.name})`,
      });
    }
  },
};

/** Container runtimes ignore capabilities that they do not know. */
export const capabilityUnknown: RuntimeRule = {
  id: 'capability-unknown',
  severity: 'warning',
  message: '"CAP_NET_ADMIN" is not a capability of Kubernetes and is ignored',
  why: 'Kubernetes names Linux capabilities without the prefix CAP_. The API server accepts any name, and the container runtime ignores one that it does not know.',
  hint: 'leave out the prefix CAP_, and check the spelling',
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container',
  refused: pod({ securityContext: { capabilities: { add: ['CAP_NET_ADMIN'] } } }),
  accepted: pod({ securityContext: { capabilities: { add: ['NET_ADMIN'] } } }),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      for (const list of ['add', 'drop'] as const) {
        const names: unknown[] = container.container.securityContext?.capabilities?.[list] ?? [];
        for (const [index, name] of names.entries()) {
          // containerd turns names into upper case itself.
          if (LINUX_CAPABILITIES.includes(String(name).toUpperCase())) continue;
          const bare = bareName(name);
          report({
            field: `${container.field}.securityContext.capabilities.${list}[${index}]`,
            message: `${JSON.stringify(name)} is not a capability of Kubernetes and is ignored (container: ${container.name})`,
            hint: LINUX_CAPABILITIES.includes(bare) ? `use ${JSON.stringify(bare)}` : undefined,
          });
        }
      }
    }
  },
};
