import { type ContainerMount, containerPath, isWithin, type RuntimeContainer } from '../../images';
import { pod } from '../examples';
import type { RuntimePod } from '../runtime-pod';
import type { RuntimeRule } from '../runtime-rule';

const server = (tag: string, mountPath: string, mount: object = {}) =>
  pod(
    {
      image: `postgres:${tag}`,
      env: [{ name: 'POSTGRES_PASSWORD_FILE', value: '/run/secrets/password' }],
      volumeMounts: [{ name: 'data', mountPath, ...mount }],
    },
    { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] },
  );

/** A container that keeps data, with the directory of the data where nothing in the manifest moves it. */
function dataOf(container: RuntimeContainer): string | undefined {
  const { facts } = container;
  if (facts?.data === undefined || !container.runsDefaultProgram) return undefined;
  // A mount at the directory of the data is what is checked here, and sets nothing.
  const settings = (facts.writesSetBy ?? []).filter((setting) => !setting.startsWith('/'));
  return container.hasSetting(settings) ? undefined : containerPath(facts.data);
}

/** The container runtime gives a new directory to each VOLUME of the image that has no mount of its own at exactly that path. */
function isVolumeOfImage(path: string, { facts }: RuntimeContainer): boolean {
  return (facts?.volumes ?? []).some((volume) => containerPath(volume) === path);
}

/** A claim that is mounted elsewhere keeps nothing. */
export const dataOutsideVolume: RuntimeRule = {
  id: 'data-outside-volume',
  severity: 'warning',
  message: 'postgres keeps its data in /var/lib/postgresql, where no volume is mounted',
  why: 'The container has a claim, and the program of the image writes its data to another directory, which is lost with the container. From version 18 on the data of postgres is in /var/lib/postgresql/18/docker: the entrypoint exits when a volume is mounted at /var/lib/postgresql/data.',
  hint: 'mount the claim at /var/lib/postgresql',
  source: 'VOLUME of the image, see docs/image-facts.md, and https://github.com/docker-library/postgres/pull/1259',
  refused: server('18.1', '/var/lib/postgresql/data'),
  accepted: server('18.1', '/var/lib/postgresql'),
  check: (subject, report) => {
    for (const container of subject.isWindows ? [] : subject.containers) {
      const data = dataOf(container);
      if (data === undefined) continue;
      const { facts, image } = container;
      const around = container.mountOf(data);
      if (around !== undefined) {
        if (around.path === data || !isVolumeOfImage(data, container) || !subject.isClaim(around)) continue;
        report({
          field: `${container.field}.volumeMounts[${around.index}].mountPath`,
          message: `${image!.name} keeps its data in ${data}, a volume of the image, which the runtime mounts over the claim at ${around.path} (container: ${container.name})`,
          hint: `mount the claim at ${data}`,
        });
        continue;
      }
      const former = facts?.formerData === undefined ? undefined : containerPath(facts.formerData);
      const claims = container.mounts.filter((mount) => subject.isClaim(mount) && !mount.readOnly);
      // A volume below may be all that the user wants to keep.
      const others = claims.filter(({ path }) => path === former || !isWithin(path, data));
      if (others.length === 0 || others.length < claims.length) continue;
      const [mount] = others;
      const refuses = mount!.path === former ? `, and exits when a volume is mounted at ${former}` : '';
      report({
        field: `${container.field}.volumeMounts[${mount!.index}].mountPath`,
        message: `${image!.name} keeps its data in ${data}, where no volume is mounted${refuses} (container: ${container.name})`,
        hint: `mount the claim at ${data}`,
      });
    }
  },
};

/** The root directory of a new file system is not empty. */
export const dataInVolumeRoot: RuntimeRule = {
  id: 'data-in-volume-root',
  severity: 'warning',
  message:
    'postgres needs an empty directory for its first start, and the root of a block volume with a new ext4 file system has lost+found',
  why: 'A block volume that is formatted with ext4, the default of most drivers, has the directory lost+found; a directory of a server or of a node has none, nor has XFS. The entrypoint creates the database only in an empty directory: initdb exits with "directory exists but is not empty".',
  hint: 'set subPath of the mount, such as data, or PGDATA to a directory below',
  source: 'https://hub.docker.com/_/postgres, PGDATA',
  refused: server('17.2', '/var/lib/postgresql/data'),
  accepted: server('17.2', '/var/lib/postgresql/data', { subPath: 'data' }),
  check: (subject, report) => {
    for (const container of subject.isWindows ? [] : subject.containers) {
      const data = dataOf(container);
      if (data === undefined || container.facts?.emptyData !== true) continue;
      const mount = container.mountOf(data);
      if (mount === undefined || mount.path !== data || mount.subPath !== undefined) continue;
      if (!subject.isClaim(mount) || isPrepared(mount, container, subject)) continue;
      report({
        field: `${container.field}.volumeMounts[${mount.index}]`,
        message: `${container.image!.name} needs an empty directory for its first start, and the root of a block volume with a new ext4 file system has lost+found (container: ${container.name})`,
        hint: 'set subPath of the mount, such as data',
      });
    }
  },
};

/** Whether an init container has the volume too, and may remove what is in it. */
function isPrepared({ volumeName }: ContainerMount, container: RuntimeContainer, { containers }: RuntimePod): boolean {
  return containers.some(
    (other) =>
      other !== container && other.role === 'init' && other.mounts.some((mount) => mount.volumeName === volumeName),
  );
}
