import { isRoot, type RuntimeContainer } from '../../images';
import { pod } from '../examples';
import type { RuntimeRule } from '../runtime-rule';

const KUBELET = 'verifyRunAsNonRoot (pkg/kubelet/kuberuntime/security_context_others.go)';
const nonRoot = { securityContext: { runAsNonRoot: true } };

/** `set runAsUser: 101, which the image nginx is made for` */
function hintOf({ facts, image }: RuntimeContainer): string | undefined {
  return facts?.uid === undefined
    ? undefined
    : `set runAsUser: ${facts.uid}, the user that the image ${image!.name} is made for`;
}

/** The kubelet does not start an image whose user is root when the pod must not run as root. */
export const imageRunsAsRoot: RuntimeRule = {
  id: 'image-runs-as-root',
  severity: 'error',
  message: 'container has runAsNonRoot and image will run as root',
  why: 'With runAsNonRoot the kubelet compares the user of the image with root before it starts the container. An image without USER runs as root: the container stays in CreateContainerConfigError.',
  hint: 'set runAsUser to a user other than 0, or use an image that runs as another user',
  source: KUBELET,
  refused: pod({ image: 'busybox:1.37.0', command: ['sleep', '3600'] }, nonRoot),
  accepted: pod(
    { image: 'busybox:1.37.0', command: ['sleep', '3600'] },
    { securityContext: { runAsNonRoot: true, runAsUser: 1000 } },
  ),
  check: (of, report) => {
    for (const container of of.isWindows || of.mayGetUser ? [] : of.containers) {
      if (container.security('runAsNonRoot') !== true || container.security('runAsUser') !== undefined) continue;
      if (isRoot(container.facts?.user) !== true || typedName(container.facts?.user) !== '') continue;
      report({
        field: `${container.field}.image`,
        message: `container has runAsNonRoot and image will run as root (container: ${container.name})`,
        hint: hintOf(container),
      });
    }
  },
};

/** A user with a name may be root. */
export const imageUserNotNumeric: RuntimeRule = {
  id: 'image-user-not-numeric',
  severity: 'error',
  message: 'container has runAsNonRoot and image has non-numeric user (memcache), cannot verify user is non-root',
  why: 'The kubelet does not read /etc/passwd of the image, so it does not know the number of a user with a name. With runAsNonRoot it does not start such a container.',
  hint: 'set runAsUser to the number of that user',
  source: KUBELET,
  refused: pod({ image: 'memcached:1.6.32' }, nonRoot),
  accepted: pod({ image: 'memcached:1.6.32' }, { securityContext: { runAsNonRoot: true, runAsUser: 11211 } }),
  check: (of, report) => {
    for (const container of of.isWindows || of.mayGetUser ? [] : of.containers) {
      if (container.security('runAsNonRoot') !== true || container.security('runAsUser') !== undefined) continue;
      const name = typedName(container.facts?.user);
      if (name === '') continue;
      report({
        field: `${container.field}.image`,
        message: `container has runAsNonRoot and image has non-numeric user (${name}), cannot verify user is non-root (container: ${container.name})`,
        hint: hintOf(container),
      });
    }
  },
};

/** Both fields contradict each other. */
export const rootUserUnderNonRoot: RuntimeRule = {
  id: 'root-user-under-non-root',
  severity: 'error',
  message: "container's runAsUser breaks non-root policy",
  why: 'runAsUser: 0 is root, which runAsNonRoot forbids. kube-apiserver accepts both, and the kubelet does not start the container.',
  hint: 'set runAsUser to a user other than 0, or runAsNonRoot: false',
  source: KUBELET,
  refused: pod({}, { securityContext: { runAsNonRoot: true, runAsUser: 0 } }),
  accepted: pod({}, { securityContext: { runAsNonRoot: true, runAsUser: 1000 } }),
  check: ({ containers, isWindows, spec }, report) => {
    const inherited: string[] = [];
    for (const container of isWindows ? [] : containers) {
      if (container.security('runAsNonRoot') !== true || container.security('runAsUser') !== 0) continue;
      if (container.container.securityContext?.runAsUser === undefined) {
        if (spec.securityContext?.runAsUser !== undefined) inherited.push(container.name);
        continue;
      }
      report({
        field: `${container.field}.securityContext.runAsUser`,
        message: `container's runAsUser breaks non-root policy (container: ${container.name})`,
      });
    }
    if (inherited.length > 0) {
      report({
        field: 'securityContext.runAsUser',
        message: `container's runAsUser breaks non-root policy (container: ${inherited.join(', ')})`,
      });
    }
  },
};

/** Name of a user that is not a number; empty for none and for numbers. */
function typedName(user: number | string | undefined): string {
  const name = String(user ?? '').split(':')[0]!;
  return /^\d*$/.test(name) ? '' : name;
}

const alpine = (runAsUser: number) =>
  pod({
    image: 'postgres:17-alpine',
    env: [{ name: 'POSTGRES_PASSWORD_FILE', value: '/run/secrets/password' }],
    securityContext: { runAsUser },
  });

/** A program that looks itself up in /etc/passwd. */
export const imageUserUnknown: RuntimeRule = {
  id: 'image-user-unknown',
  severity: 'warning',
  message: 'postgres runs only as a user of the image (0 or 70), not as user 999',
  why: 'The program looks up the name of its user, and exits when the image has no such user. The image for Debian brings a library that helps; the one for Alpine does not, and its user has another ID.',
  hint: 'set runAsUser: 70',
  source: 'https://hub.docker.com/_/postgres, "Arbitrary --user Notes"',
  refused: alpine(999),
  accepted: alpine(70),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      const { facts, image, user } = container;
      if (facts?.knownUsersOnly !== true || !container.runsDefaultProgram) continue;
      if (user === undefined || [0, facts.uid].includes(user)) continue;
      if (container.mountOf('/etc/passwd') !== undefined) continue;
      report({
        field:
          container.container.securityContext?.runAsUser === undefined
            ? container.field
            : `${container.field}.securityContext.runAsUser`,
        message: `${image!.name} runs only as a user of the image (0 or ${facts.uid}), not as user ${user} (container: ${container.name})`,
        hint: `set runAsUser: ${facts.uid}`,
      });
    }
  },
};
