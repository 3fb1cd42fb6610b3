import { posix } from 'node:path';
import { type ContainerMount, containerPath, type ImageFacts } from '../../images';
import { pod } from '../examples';
import type { RuntimePod } from '../runtime-pod';
import type { RuntimeRule } from '../runtime-rule';

const site = (mountPath: string, subPath?: string) =>
  pod(
    { image: 'nginxinc/nginx-unprivileged:1.27.3', volumeMounts: [{ name: 'config', mountPath, subPath }] },
    { volumes: [{ name: 'config', configMap: { name: 'config' } }] },
  );

/** Names that only files have. `conf.d` and the like are directories. */
const FILE_NAME = /\.(conf|cfg|cnf|ini|json|ya?ml|toml|properties|xml|crt|key|pem|sh|py|js|sql|env|php|html|txt)$/;

/** Paths of an image whose type is known: those that its facts name. */
function typeInImage(path: string, facts: ImageFacts | undefined): 'file' | 'directory' | undefined {
  if (facts === undefined) return undefined;
  const files = Object.entries(facts.contentFiles ?? {}).flatMap(([directory, names]) =>
    names.map((name) => posix.join(directory, name)),
  );
  const named = [...(facts.portsSetBy ?? []), ...(facts.writesSetBy ?? [])].filter((one) => one.startsWith('/'));
  if ([...files, ...named.filter((one) => FILE_NAME.test(one))].some((one) => containerPath(one) === path))
    return 'file';
  const directories = [
    ...(facts.content ?? []),
    ...(facts.volumes ?? []),
    ...named.filter((one) => !FILE_NAME.test(one)),
  ];
  return directories.some((one) => containerPath(one) === path) ? 'directory' : undefined;
}

/** Whether a mount is a single file: a key of a ConfigMap or Secret as subPath. */
function isSingleFile({ volume, subPath }: ContainerMount, subject: RuntimePod): boolean | undefined {
  const source = volume?.configMap ?? volume?.secret;
  if (source === undefined) return undefined;
  if (subPath === undefined) return false;
  const items: any[] = source.items ?? [];
  if (items.length > 0) return items.some((item) => item?.path === subPath) ? true : undefined;
  const found = subject.find(volume.configMap === undefined ? 'Secret' : 'ConfigMap', source.name ?? source.secretName);
  const keys = Object.keys({ ...found?.data, ...found?.stringData, ...found?.binaryData });
  return keys.includes(subPath) || (found === undefined && FILE_NAME.test(subPath)) ? true : undefined;
}

/** A file is mounted on a file, a directory on a directory. */
export const mountType: RuntimeRule = {
  id: 'mount-type',
  severity: 'error',
  message: 'the volume "config" is mounted as a directory on the file /etc/nginx/nginx.conf: not a directory',
  why: 'A volume of a ConfigMap or Secret is a directory with a file for each key; with subPath it is one file. The container runtime cannot mount a directory on a file of the image, nor a file on a directory: the container ends with "not a directory". Where the image has nothing, the program finds a directory in place of its file.',
  hint: 'set subPath to the key of the file, and mountPath to the path of the file; or mount the whole volume at the directory',
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath',
  refused: site('/etc/nginx/nginx.conf'),
  accepted: site('/etc/nginx/nginx.conf', 'nginx.conf'),
  check: (subject, report) => {
    for (const container of subject.isWindows ? [] : subject.containers) {
      for (const mount of container.mounts) {
        const isFile = isSingleFile(mount, subject);
        const type = typeInImage(mount.path, container.facts);
        const isDirectoryOnFile =
          isFile === false && (type === 'file' || (type === undefined && FILE_NAME.test(mount.path)));
        const isFileOnDirectory = isFile === true && type === 'directory';
        if (!isDirectoryOnFile && !isFileOnDirectory) continue;
        const [what, on] = isFileOnDirectory
          ? ['a file', 'the directory']
          : ['a directory', type === 'file' ? 'the file' : 'the path of a file,'];
        report({
          field: `${container.field}.volumeMounts[${mount.index}].mountPath`,
          message: `the volume ${JSON.stringify(mount.volumeName)} is mounted as ${what} on ${on} ${mount.path}${type === undefined ? '' : ': not a directory'} (container: ${container.name})`,
          severity: type === undefined ? 'warning' : 'error',
        });
      }
    }
  },
};
