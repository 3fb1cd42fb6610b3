import { containersOf } from '../../facts';
import { commandsOf, END, optionOf, type Word } from '../connections/client-calls';
import { wordsOfScripts } from '../connections/scripts';
import type { Cluster } from '../input/cluster';
import { mayBeInjected } from '../input/injected';
import { kindIn, namespaceNamed, namespaceOf, type Placed, type Workload } from '../input/placed';
import { missingObject } from '../rule/missing';
import { didYouMeanName, nearestFirst } from '../rule/near-names';
import { type Dangling, slipOf } from '../rule/reference-rule';
import { unknownNames } from './pod-parts';

const SET = 'apps/StatefulSet';
const KINDS = [
  [SET, 'sts'],
  ['apps/Deployment', 'deploy'],
  ['apps/DaemonSet', 'ds'],
  ['/Service', 'svc'],
  ['batch/CronJob', 'cj'],
  ['batch/Job'],
  ['/ConfigMap', 'cm'],
  ['/Secret'],
] as const;
/** Of which others make more than manifests have. */
const OFTEN_MADE = /\/(?:Job|Con|Sec)/;

/** Verbs for objects that must exist: those for pods, and others. */
const VERBS = /^(?:(exec|logs|cp)|rollout|set|scale|annotate|label|patch|wait)$/;
/** What leads to another cluster, to a namespace in a variable, or to no object. */
const ELSEWHERE = /--(?:namespace=\W|context|kubeconfig|for=delete)/;
/** Options whose value may be the name of something else. */
const WITH_VALUE = /^-(?:[nclo]|-(?:namespace|container))$/;
const NAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
const POD = /^(?:pods?\/)?([a-z][a-z0-9-]*)-\d+(?::|$)/;

/** What commands of kubectl name and the input does not have, where it has what is evidently meant. */
export function unknownToKubectl(subject: Placed, cluster: Cluster): Dangling[] {
  return textsOf(subject, cluster).flatMap((words) =>
    words.flatMap(({ text }, index) =>
      /(?:^|\/)kubectl$/.test(text) ? unknownIn(words, index + 1, namespaceOf(subject.object), cluster) : [],
    ),
  );
}

function textsOf(subject: Placed, cluster: Cluster): readonly (readonly Word[])[] {
  if (!('pod' in subject)) return wordsOfScripts(subject, cluster);
  const { pod } = subject as Workload;
  return containersOf(pod.spec).flatMap(({ container, field }) => {
    const { image, command, args } = container;
    if (!`${image} ${command} ${args}`.includes('kubectl')) return [];
    const [words = []] = commandsOf(container, `${pod.specPath}.${field}`);
    // Images of kubectl run it.
    return [command === undefined && /\bkubectl\b/.test(image) ? [{ text: 'kubectl', field }, ...words] : words];
  });
}

function unknownIn(all: readonly Word[], start: number, own: string, cluster: Cluster): Dangling[] {
  const rest = all.slice(start);
  const until = rest.findIndex(({ text }) => text === '--' || END.test(text));
  const words = until < 0 ? rest : rest.slice(0, until);
  const end = textOf(rest.slice(words.length));
  const plain = words.filter(
    ({ text }, index) => !text.startsWith('-') && !WITH_VALUE.test(words[index - 1]?.text ?? ''),
  );
  const [verb, ofPods] = VERBS.exec(plain[0]?.text ?? '') ?? [];
  // Options may follow what a shell substitutes.
  const written = optionOf('n', 'namespace', words)?.text ?? (/^[(`]/.test(end) ? '' : undefined);
  const namespace = namespaceNamed(written ?? own);
  const isUnclear = !NAME.test(written ?? 'own') || ELSEWHERE.test(textOf(words));
  if (verb === undefined || isUnclear || /^\| \| (?:true|:)/.test(end)) return [];
  return plain.slice(0, 4).flatMap(({ text, field }, index): Dangling[] => {
    // TYPE/NAME, or TYPE NAME.
    const [ofType = '', type = plain[index - 1]?.text ?? ''] = text.split('/').reverse();
    const set = ofPods && POD.exec(text)?.[1];
    const kind = set ? SET : kindCalled(type);
    const name = set || ofType;
    if (kind === undefined || !NAME.test(name)) return [];
    const object = cluster.find(kind, namespace, name);
    if (object !== undefined) {
      const container = ofPods && optionOf('c', 'container', words);
      const workload = cluster.workloadsIn(namespace).find((one) => one.object === object);
      if (!container || !workload || !NAME.test(container.text)) return [];
      const named = [{ ...container, name: container.text }];
      return mayBeInjected(workload, cluster, container.text)
        ? []
        : unknownNames(named, workload.pod.spec, 'likely', `${kindIn(kind)} ${JSON.stringify(name)}`);
    }
    const guess = OFTEN_MADE.test(kind) ? 'name' : undefined;
    const missing = missingObject({ field, kind, name, namespace, written, guess }, cluster);
    const there = cluster.nameIndex(kind, namespace);
    const near =
      slipOf(name, there) ?? (set ? undefined : nearestFirst(name, there.names).find((one) => sharesWord(name, one)));
    const isMade = new RegExp(` (?:create|apply|run) [^;|&\n]*\\b${name}\\b`).test(textOf(all));
    const isMeant = near !== undefined || /; found [A-Z]/.test(missing?.message ?? '');
    if (missing === undefined || isMade || !isMeant) return [];
    return [{ ...(near !== undefined && { hint: didYouMeanName(near) }), ...missing }];
  });
}

function sharesWord(name: string, other: string): boolean {
  const words = other.split('-');
  return name.split('-').some((word) => /[a-z]{3}/.test(word) && words.includes(word));
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

function kindCalled(type: string): string | undefined {
  const [plural = ''] = type.split('.');
  const isIt = ([kind, short]: readonly string[]) =>
    short === plural || kindIn(kind!).toLowerCase() === plural.replace(/s$/, '');
  return KINDS.find(isIt)?.[0];
}
