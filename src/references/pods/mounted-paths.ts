import { containersOf } from '../../facts';
import { didYouMean } from '../../values';
import type { Cluster } from '../input/cluster';
import { customList, namespaceOf, type Workload } from '../input/placed';
import { deployment } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { cleanPath, filesOf } from './volume-files';

const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'shop' }, data: { 'app.yaml': '' } };
const reading = (file: string) =>
  deployment(
    {},
    { args: [`--config=/etc/shop/${file}`], volumeMounts: [{ name: 'config', mountPath: '/etc/shop' }] },
    { volumes: [{ name: 'config', configMap: { name: 'shop' } }] },
  );

/** Files that commands name, below the mount of a volume whose files are known. */
export const mountedPath: ReferenceRule = {
  id: 'mounted-path-unknown',
  severity: 'warning',
  message: 'the volume "config", which is mounted at /etc/shop, has no file "app.yml"',
  why: 'A volume of ConfigMaps and Secrets has a file for each key, or for each of its items, and no program can add another: it is read-only.',
  hint: 'use a key, or a path of items, below the mount',
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/#using-configmaps-as-files-from-a-pod',
  refused: [reading('app.yml'), config],
  accepted: [reading('app.yaml'), config],
  on: 'pod',
  check: (subject, cluster) => {
    const { object, pod } = subject as Workload;
    const volumes = customList(pod.spec.volumes);
    const isFile = (one: any) =>
      one?.configMap !== undefined || one?.secret !== undefined || one?.projected !== undefined;
    if (!volumes.some(isFile)) return [];
    return containersOf(pod.spec).flatMap(({ container, field }) =>
      pathsIn(container, `${pod.specPath}.${field}`).flatMap(({ path, field: at }): Dangling[] => {
        const missing = missingFile(path, container, { volumes, namespace: namespaceOf(object), cluster });
        return missing === undefined ? [] : [{ ...missing, field: at, certainty: 'likely' }];
      }),
    );
  },
};

/** A path as a word of its own or the value of an option; one with a slash at the end is a directory. */
const PATH = /^(?:--?([\w.-]+)=)?(?:file:(?:\/\/)?)?(\/[\w.@%+~/-]*[\w@%+~-])$/;
/** Options whose values are paths of URLs, or files that may be missing. */
const OTHER_OPTION = /prefix|route|url|uri|endpoint|telemetry|path-only|exclude|ignore|skip|optional/i;
/** Programs that ask whether a file is there, or remove it. */
const ASKING = /^(?:test|\[|\[\[|stat|ls|find|rm|mkdir|touch)$/;
/** Webhooks and the kubelet mount tokens below these. */
const INJECTED = /^(?:var\/)?run\/secrets\/[\w-]+\.\w|^vault\//;

function pathsIn(container: any, at: string): { readonly path: string; readonly field: string }[] {
  const { command, args, livenessProbe, readinessProbe, startupProbe, lifecycle } = container;
  const { postStart, preStop } = lifecycle ?? {};
  const handlers = { livenessProbe, readinessProbe, startupProbe, 'lifecycle.postStart': postStart };
  const executed = Object.entries({ ...handlers, 'lifecycle.preStop': preStop });
  const lists: [words: readonly any[], field: string][] = [
    [customList(command), `${at}.command`],
    [customList(args), `${at}.args`],
    ...executed.map(([name, one]): [readonly any[], string] => [
      customList(one?.exec?.command),
      `${at}.${name}.exec.command`,
    ]),
  ];
  return lists.flatMap(([words, field]) => {
    if (ASKING.test(String(words[0]).replace(/^.*\//, ''))) return [];
    return words.flatMap((word, index) => {
      const [, option, path] = PATH.exec(String(word)) ?? [];
      const isOther = OTHER_OPTION.test(option ?? '') || (!option && OTHER_OPTION.test(optionBefore(words, index)));
      return path === undefined || isOther ? [] : [{ path, field: `${field}[${index}]` }];
    });
  });
}

function optionBefore(words: readonly any[], index: number): string {
  const before = String(words[index - 1] ?? '');
  return before.startsWith('-') ? before : '';
}

interface Mounted {
  readonly volumes: readonly any[];
  readonly namespace: string;
  readonly cluster: Cluster;
}

/** What is wrong with a path; undefined when the file may be there. */
function missingFile(
  path: string,
  container: any,
  { volumes, namespace, cluster }: Mounted,
): { readonly message: string; readonly hint: string } | undefined {
  const clean = cleanPath(path);
  if (clean.split('/').includes('..') || INJECTED.test(clean)) return undefined;
  const mounts = customList(container.volumeMounts).map((mount) => ({ mount, at: cleanPath(mount?.mountPath) }));
  // The directory of a deeper mount is created.
  if (mounts.some(({ at }) => at === clean || at.startsWith(`${clean}/`))) return undefined;
  const [inner] = mounts
    .filter(({ at }) => clean.startsWith(`${at}/`))
    .sort((one, other) => other.at.length - one.at.length);
  const volume = volumes.find((one) => one?.name === inner?.mount.name);
  if (inner === undefined || volume === undefined || inner.mount.subPathExpr) return undefined;
  const files = filesOf(volume, namespace, cluster);
  const below = inner.mount.subPath ? `${cleanPath(inner.mount.subPath)}/` : '';
  // A file that is mounted at a path has nothing below it.
  const there = files
    ?.filter((file) => cleanPath(file).startsWith(below))
    .map((file) => cleanPath(file).slice(below.length));
  const wanted = clean.slice(inner.at.length + 1).replace(/^\.\.data\//, '');
  // A directory of items, or a name that the program completes.
  if (there === undefined || there.length === 0 || there.some((file) => file.startsWith(wanted))) return undefined;
  return {
    message: `the volume ${JSON.stringify(volume.name)}, which is mounted at ${inner.mount.mountPath}, has no file ${JSON.stringify(wanted)}`,
    hint: didYouMean(wanted, there) ?? `its files are ${there.join(', ')}`,
  };
}
