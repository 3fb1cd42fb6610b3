import { type ContainerMount, containerPath, isWithin, type RuntimeContainer, writtenPathOf } from '../../images';
import { ownField } from '../../values';
import { deployment, pod } from '../examples';
import type { RuntimePod } from '../runtime-pod';
import type { RuntimeRule } from '../runtime-rule';
import { filesIn } from './volume-files';

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
        if (hidden === undefined) continue;
        if (isFilled(mount, container, subject)) {
          const lacking = missingFile(mount, container, subject);
          if (lacking === undefined) continue;
          report({
            field: `${container.field}.volumeMounts[${mount.index}].mountPath`,
            message: `the volume ${JSON.stringify(mount.volumeName)} hides ${mount.path}/${lacking} of ${container.image!.name}, and has no such file (container: ${container.name})`,
            hint: `add ${lacking} to the volume, or mount single files with subPath`,
          });
          continue;
        }
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
function hiddenBy(mount: ContainerMount, container: RuntimeContainer): string | undefined {
  const { facts } = container;
  const system = SYSTEM_PATHS.find((path) => path === mount.path);
  if (system !== undefined && mount.volume?.hostPath === undefined) return system;
  if (container.hasSetting(facts?.contentSetBy)) return undefined;
  return facts?.content?.find((path) => isWithin(containerPath(path), mount.path) && mount.path !== '/tmp');
}

/** Directories of pages, which are often filled later. */
const PAGES = /\/(html|htdocs|webapps|www)$/;

/** Whether something brings content into a volume, or may: only an emptyDir and a new claim are certainly empty. */
function isFilled(mount: ContainerMount, container: RuntimeContainer, subject: RuntimePod): boolean {
  if (SYSTEM_PATHS.includes(mount.path)) return mount.subPath !== undefined;
  const isNewClaim = subject.isNewClaim(mount) && !PAGES.test(mount.path);
  if (mount.volume?.emptyDir === undefined && !isNewClaim) return true;
  return subject.containers.some(
    (other) => other !== container && other.mounts.some((one) => one.volumeName === mount.volumeName && !one.readOnly),
  );
}

/** A file that the program needs in a directory, and that a ConfigMap or Secret mounted there does not have. */
function missingFile(mount: ContainerMount, container: RuntimeContainer, subject: RuntimePod): string | undefined {
  const { contentFiles = {}, contentReplacedBy = {} } = container.facts ?? {};
  const needed = Object.entries(contentFiles).find(([path]) => containerPath(path) === mount.path);
  const files = needed === undefined ? undefined : filesIn(mount, subject);
  if (needed === undefined || files === undefined) return undefined;
  // Arguments and mounts of single files bring it otherwise.
  if (!container.runsDefaultProgram || container.words.length > 0) return undefined;
  const source = mount.volume.configMap ?? mount.volume.secret;
  const found = subject.find(
    mount.volume.configMap === undefined ? 'Secret' : 'ConfigMap',
    source.name ?? source.secretName,
  );
  const texts = Object.values({ ...found?.data, ...found?.stringData }).map(String);
  const isReplaced = (name: string) =>
    (ownField(contentReplacedBy, name) ?? []).some(
      (word) => found === undefined || texts.some((text) => text.includes(word)),
    );
  const isMounted = (name: string) => container.mounts.some(({ path }) => path === `${mount.path}/${name}`);
  return needed[1].find((name) => !files.includes(name) && !isMounted(name) && !isReplaced(name));
}

const claim = {
  image: 'postgres:17.2',
  env: [{ name: 'POSTGRES_PASSWORD_FILE', value: '/run/secrets/password' }],
  securityContext: { runAsUser: 999 },
  volumeMounts: [{ name: 'data', mountPath: '/var/lib/postgresql/data', subPath: 'data' }],
};
const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];

/** The root directory of a new volume belongs to root. */
export const volumeOwnedByRoot: RuntimeRule = {
  id: 'volume-owned-by-root',
  severity: 'warning',
  message: 'postgres writes its data to a claim as user 999, and the directory of a new volume belongs to root',
  why: 'The root directory of a newly created block volume belongs to root with mode 0755. With fsGroup the kubelet gives the volume to a group of the process; without it a program of another user cannot write. A directory of the node that the kubelet creates (hostPath, DirectoryOrCreate) belongs to root too, and fsGroup does not change it.',
  hint: 'set fsGroup in the security context of the pod',
  source:
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-the-security-context-for-a-pod',
  refused: deployment(claim, { volumes }),
  accepted: deployment(claim, { volumes, securityContext: { fsGroup: 999 } }),
  check: (subject, report) => {
    const { containers, isWindows, spec } = subject;
    for (const container of isWindows ? [] : containers) {
      const { facts, image } = container;
      if (facts === undefined || !container.isNonRoot) continue;
      reportNodeDirectories(container, report);
      if (spec.securityContext?.fsGroup !== undefined) continue;
      const mount = dataMount(container);
      if (mount === undefined || mount.readOnly || !subject.isClaim(mount) || isPrepared(mount, container, subject))
        continue;
      const group = facts.gid ?? facts.uid ?? container.user;
      report({
        field: `${container.field}.volumeMounts[${mount.index}]`,
        message: `${image!.name} writes its data to a claim as user ${container.user ?? facts.user}, and the directory of a new volume belongs to root (container: ${container.name})`,
        hint: group === undefined ? undefined : `set fsGroup: ${group} in the security context of the pod`,
      });
    }
  },
};

/** Directories that the kubelet creates on the node, where the program of another user writes. */
function reportNodeDirectories(container: RuntimeContainer, report: Parameters<RuntimeRule['check']>[1]): void {
  const { facts } = container;
  if (!container.runsDefaultProgram || container.hasSetting(facts?.writesSetBy?.filter((one) => !one.startsWith('/'))))
    return;
  for (const { path } of (facts?.writes ?? []).map(writtenPathOf)) {
    const mount = container.mountOf(path);
    if (mount?.volume?.hostPath?.type !== 'DirectoryOrCreate' || mount.readOnly) continue;
    report({
      field: `${container.field}.volumeMounts[${mount.index}]`,
      message: `${container.image!.name} writes to a directory of the node as user ${container.user ?? facts!.user}, and one that the kubelet creates belongs to root (container: ${container.name})`,
      hint: 'give the directory to that user in an init container, or use another type of volume',
    });
  }
}

/** The mount that the default program keeps its data in: one of a known directory, or of one that the arguments name. */
function dataMount(container: RuntimeContainer): ContainerMount | undefined {
  const { facts, words } = container;
  if (facts?.dataArguments) {
    const paths = words.filter((word) => word.startsWith('/')).map(containerPath);
    return container.mounts.find((mount) => paths.some((path) => isWithin(path, mount.path)));
  }
  return facts?.data === undefined || !container.runsDefaultProgram ? undefined : container.mountOf(facts.data);
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
