import { isKind } from '../../facts';
import type { Cluster } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { customList, namespaceOf, type Placed } from '../input/placed';
import { type ClientCall, COMMENT, callsIn, type Word, wordsOf } from './client-calls';
import { hostsWithin } from './hosts-within';
import type { Host } from './service-addresses';
import { withoutVariables } from './variable-sources';

const FILE = /\.(?:sh|bash)$/;
const PROGRAM = /^#!.*\b(?:ba|da|a|k|z)?sh\b/;
/** `db-0.db.data.svc`, which is a host in any file. */
const POD = /^[a-z0-9-]+-\d+\.[a-z0-9-]+\.[a-z0-9-]+\.svc/;

interface Scripts {
  readonly calls: readonly ClientCall[];
  readonly hosts: readonly Host[];
  /** Of each script. */
  readonly words: readonly (readonly Word[])[];
}
const NONE: Scripts = { calls: [], hosts: [], words: [] };

/** Of the ConfigMap that rules look at. */
const scriptsOf = new FoundOnce(({ object }: Placed, cluster): Scripts => {
  if (!isKind(object, 'ConfigMap')) return NONE;
  const files = Object.entries(withoutVariables(object, cluster)).filter(([, text]) => typeof text === 'string');
  const found = files.map(([key, text]): Scripts => {
    const field = /^[\w-]+$/.test(key) ? `data.${key}` : `data[${key}]`;
    const isScript = FILE.test(key) || PROGRAM.test(text);
    const lines: string[] = isScript || text.includes('.svc') ? text.replaceAll(COMMENT, '').split('\n') : [];
    const within = lines
      .flatMap(hostsWithin)
      .filter(({ host, isWord }) => POD.test(host) || (isScript && (!isWord || host.includes('.svc'))));
    const words = isScript ? wordsOf([text], field).map((word) => ({ ...word, field })) : [];
    const calls = callsIn(words);
    const hosts = [...calls.map((one) => ({ ...one, isWord: false })), ...within.map((one) => ({ ...one, field }))];
    return { calls, hosts: hosts.map((one) => ({ ...one, origin: '' })), words: [words] };
  });
  return {
    calls: found.flatMap(({ calls }) => calls),
    hosts: distinct(found.flatMap(({ hosts }) => hosts)),
    words: found.flatMap(({ words }) => words),
  };
}, false);

function distinct(hosts: readonly Host[]): Host[] {
  return [...new Map(hosts.map((one) => [`${one.field} ${one.host} ${one.port}`, one])).values()];
}

/** The hosts in the scripts of a ConfigMap, and the names of pods in its other files. */
export function hostsOfScripts(subject: Placed, cluster: Cluster): readonly Host[] {
  return scriptsOf.in(cluster, subject).hosts;
}

/** What the scripts of a ConfigMap connect to. */
export function callsOfScripts(subject: Placed, cluster: Cluster): readonly ClientCall[] {
  return scriptsOf.in(cluster, subject).calls;
}

/** The words of each script of a ConfigMap. */
export function wordsOfScripts(subject: Placed, cluster: Cluster): Scripts['words'] {
  return scriptsOf.in(cluster, subject).words;
}

/** The specifications of the pods that mount a ConfigMap. */
export function podsMounting({ object }: Placed, cluster: Cluster): any[] {
  const isIt = (source: any) => (source?.configMap?.name ?? '') === object.metadata?.name;
  return cluster
    .workloadsIn(namespaceOf(object))
    .map(({ pod }): any => pod.spec)
    .filter((spec) =>
      customList(spec?.volumes).some((volume) => isIt(volume) || customList(volume?.projected?.sources).some(isIt)),
    );
}
