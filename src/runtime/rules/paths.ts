import { type WrittenPath, writtenPathOf } from '../../images';
import { containerPath, isWithin } from '../container-path';
import { pod } from '../examples';
import type { RuntimeContainer } from '../runtime-container';
import type { RuntimeRule } from '../runtime-rule';

const written = { volumes: ['cache', 'run'].map((name) => ({ name, emptyDir: {} })) };
const readOnly = { image: 'nginx:1.27.3', securityContext: { readOnlyRootFilesystem: true } };

/** Paths that the program writes must be on a writable volume, or writable in the image. */
export const imagePathNotWritable: RuntimeRule = {
  id: 'image-path-not-writable',
  severity: 'warning',
  message: 'the program of nginx writes /var/cache/nginx, which is read-only',
  why: 'The program of the image writes files when it starts. With a read-only root file system it can only write to volumes, and as a user other than root only to directories of that user. Otherwise it exits with an error.',
  hint: 'mount an emptyDir volume there',
  source:
    'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir and the Dockerfile of the image, see docs/images.md',
  refused: pod(readOnly),
  accepted: pod(
    {
      ...readOnly,
      volumeMounts: [
        { name: 'cache', mountPath: '/var/cache/nginx' },
        { name: 'run', mountPath: '/var/run' },
      ],
    },
    written,
  ),
  check: ({ containers, isWindows }, report) => {
    for (const container of isWindows ? [] : containers) {
      const { facts, image, field } = container;
      if (facts?.writes === undefined || !container.runsDefaultProgram) continue;
      if (container.hasSetting(facts.writesSetBy)) continue;
      for (const path of facts.writes.map(writtenPathOf)) {
        const obstacle = obstacleTo(path, container);
        if (obstacle === undefined) continue;
        report({
          field: obstacle.field === undefined ? field : `${field}.${obstacle.field}`,
          message: `the program of ${image!.name} writes ${path.path}, ${obstacle.why} (container: ${container.name})`,
          hint: obstacle.hint ?? `mount an emptyDir volume at ${path.path}`,
        });
      }
    }
  },
};

interface Obstacle {
  readonly why: string;
  readonly field?: string;
  readonly hint?: string;
}

/** Why a container cannot write a path; undefined when it can, or when that depends on the content of a volume. */
function obstacleTo({ path, by = 'root' }: WrittenPath, container: RuntimeContainer): Obstacle | undefined {
  const mount = container.mountOf(path);
  if (mount !== undefined) {
    return mount.readOnly
      ? {
          why: 'which is mounted read-only',
          field: `volumeMounts[${mount.index}]`,
          hint: 'mount a writable volume there',
        }
      : undefined;
  }
  const isVolume = (container.facts?.volumes ?? []).some((volume) =>
    isWithin(containerPath(path), containerPath(volume)),
  );
  if (container.hasReadOnlyRoot && !isVolume) {
    return { why: 'which is read-only (readOnlyRootFilesystem)', field: 'securityContext.readOnlyRootFilesystem' };
  }
  if (by === 'anyone' || !container.isNonRoot) return undefined;
  const { user, facts } = container;
  const asUser = user ?? facts?.uid;
  if (by === 'root')
    return { why: `which belongs to root, and runs as ${asUser === undefined ? 'another user' : `user ${asUser}`}` };
  if (facts?.uid === undefined || asUser === undefined || asUser === facts.uid) return undefined;
  return {
    why: `which belongs to user ${facts.uid}, and runs as user ${asUser}`,
    hint: `set runAsUser: ${facts.uid}, or mount a volume at ${path}`,
  };
}
