import { type ContainerMount, containerPath, isWithin, type RuntimeContainer } from '../../images';
import { deployment, pod } from '../examples';
import type { RuntimePod } from '../runtime-pod';
import type { RuntimeRule } from '../runtime-rule';

const empty = { volumes: [{ name: 'site', emptyDir: {} }] };
const site = {
  image: 'nginxinc/nginx-unprivileged:1.27.3',
  volumeMounts: [{ name: 'site', mountPath: '/usr/share/nginx/html' }],
};

/** Directories of programs and libraries, which no volume can bring. */
const SYSTEM_PATHS = ['/', '/bin', '/sbin', '/lib', '/lib64', '/usr', '/usr/bin', '/usr/sbin', '/usr/lib'];

/** An empty volume hides what the image has there. */
export const imageContentHidden: RuntimeRule = {
  id: 'image-content-hidden',
  severity: 'warning',
  message: 'the empty volume "site" hides /usr/share/nginx/html of nginxinc/nginx-unprivileged',
  why: 'A volume replaces what the image has at its path; Kubernetes does not copy the content of the image into it, as Docker does. An emptyDir that no other container fills leaves the program without its files.',
  hint: 'fill the volume in an init container, or mount it elsewhere',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  refused: pod(site, empty),
  accepted: pod(site, {
    ...empty,
    initContainers: [
      {
        name: 'copy',
        image: 'ghcr.io/acme/site:1.0.0',
        volumeMounts: [{ name: 'site', mountPath: '/out' }],
      },
    ],
  }),
  check: (subject, report) => {
    for (const container of subject.containers) {
      for (const mount of container.mounts) {
        const hidden = hiddenBy(mount, container);
        if (hidden === undefined || isFilled(mount, container, subject)) continue;
        const kind = mount.volume?.emptyDir === undefined ? 'volume' : 'empty volume';
        report({
          field: `${container.field}.volumeMounts[${mount.index}].mountPath`,
          message: `the ${kind} ${JSON.stringify(mount.volumeName)} hides ${hidden} of ${container.image?.name ?? 'the image'} (container: ${container.name})`,
        });
      }
    }
  },
};

/** The content of the image that a mount hides. */
function hiddenBy(mount: ContainerMount, { facts }: RuntimeContainer): string | undefined {
  const system = SYSTEM_PATHS.find((path) => path === mount.path);
  if (system !== undefined && mount.volume?.hostPath === undefined) return system;
  return facts?.content?.find((path) => isWithin(containerPath(path), mount.path) && mount.path !== '/tmp');
}

/** Whether something brings content into a volume, or may: only an emptyDir is certainly empty. */
function isFilled(mount: ContainerMount, container: RuntimeContainer, { containers }: RuntimePod): boolean {
  if (SYSTEM_PATHS.includes(mount.path)) return mount.subPath !== undefined;
  if (mount.volume?.emptyDir === undefined) return true;
  return containers.some(
    (other) => other !== container && other.mounts.some((one) => one.volumeName === mount.volumeName && !one.readOnly),
  );
}

const claim = {
  image: 'postgres:17.2',
  env: [{ name: 'POSTGRES_PASSWORD_FILE', value: '/run/secrets/password' }],
  securityContext: { runAsUser: 999 },
  volumeMounts: [{ name: 'data', mountPath: '/var/lib/postgresql/data' }],
};
const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];

/** The root directory of a new volume belongs to root. */
export const volumeOwnedByRoot: RuntimeRule = {
  id: 'volume-owned-by-root',
  severity: 'warning',
  message: 'postgres writes its data to a claim as user 999, and the directory of a new volume belongs to root',
  why: 'The root directory of a newly created block volume belongs to root with mode 0755. With fsGroup the kubelet gives the volume to a group of the process; without it a program of another user cannot write.',
  hint: 'set fsGroup in the security context of the pod',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-the-security-context-for-a-pod',
  refused: deployment(claim, { volumes }),
  accepted: deployment(claim, { volumes, securityContext: { fsGroup: 999 } }),
  check: (subject, report) => {
    const { containers, isWindows, spec } = subject;
    if (isWindows || spec.securityContext?.fsGroup !== undefined) return;
    for (const container of containers) {
      const { facts, image } = container;
      if (facts?.data === undefined || !container.isNonRoot || !container.runsDefaultProgram) continue;
      const mount = container.mountOf(facts.data);
      if (mount === undefined || mount.readOnly || !isClaim(mount, subject) || isPrepared(mount, container, subject))
        continue;
      const group = facts.gid ?? facts.uid;
      report({
        field: `${container.field}.volumeMounts[${mount.index}]`,
        message: `${image!.name} writes its data to a claim as user ${container.user ?? facts.user}, and the directory of a new volume belongs to root (container: ${container.name})`,
        hint: group === undefined ? undefined : `set fsGroup: ${group} in the security context of the pod`,
      });
    }
  },
};

function isClaim({ volume, volumeName }: ContainerMount, { object }: RuntimePod): boolean {
  if (volume?.persistentVolumeClaim !== undefined || volume?.ephemeral !== undefined) return true;
  const templates: any[] = object.kind === 'StatefulSet' ? (object.spec?.volumeClaimTemplates ?? []) : [];
  return volume === undefined && templates.some((template) => template?.metadata?.name === volumeName);
}

/** Whether a container that may be root has the volume too, to change its owner. */
function isPrepared(mount: ContainerMount, container: RuntimeContainer, { containers }: RuntimePod): boolean {
  return containers.some(
    (other) =>
      other !== container &&
      other.role === 'init' &&
      !other.isNonRoot &&
      other.mounts.some(({ volumeName }) => volumeName === mount.volumeName),
  );
}
