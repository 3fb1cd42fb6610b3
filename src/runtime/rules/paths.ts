import { obstacleTo, writtenPathOf } from '../../images';
import { pod } from '../examples';
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
    'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir and the Dockerfile of the image, see docs/image-facts.md',
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
      for (const path of facts.writes.map(writtenPathOf)) {
        if (container.hasSetting(path.setBy ?? facts.writesSetBy)) continue;
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
