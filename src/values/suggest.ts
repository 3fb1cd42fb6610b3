import { distance } from 'fastest-levenshtein';

/** Mistakes that people make although the words are not much alike. */
const CONFUSIONS: Readonly<Record<string, string>> = {
  apiserver: 'apiVersion',
  environment: 'env',
  envs: 'env',
  variables: 'env',
  mounts: 'volumeMounts',
  limit: 'limits',
  request: 'requests',
  entrypoint: 'command',
  cmd: 'command',
  arguments: 'args',
  healthcheck: 'livenessProbe',
  label: 'labels',
  matchlabel: 'matchLabels',
  pullpolicy: 'imagePullPolicy',
  pullsecrets: 'imagePullSecrets',
  serviceaccount: 'serviceAccountName',
  storageclass: 'storageClassName',
  ingressclass: 'ingressClassName',
  httpport: 'containerPort',
};

/** Longer words are not misspelled names. */
const LONGEST = 100;

const plain = (name: string) => name.toLowerCase().replace(/[-_ ]/g, '');

/** The name that differs in case and separators only. */
export function sameName(word: string, names: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  return names.find((name) => name.toLowerCase() === lower) ?? names.find((name) => plain(name) === plain(word));
}

/** The name that a misspelled word means: the same but for case and separators, or a few edits away. */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  const same = sameName(word, names);
  if (same !== undefined || word.length > LONGEST) return same;
  let nearest: string | undefined;
  // More than a third of a word is another word.
  let edits = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const name of names) {
    const apart = editsBetween(plain(word), plain(name));
    if (apart < edits && apart < Math.max(word.length, name.length)) [nearest, edits] = [name, apart];
  }
  return nearest;
}

/** Insertions, deletions and replacements; two neighboring letters that are swapped count as one. */
function editsBetween(word: string, name: string): number {
  const at = [...word].findIndex((letter, index) => letter !== name[index]);
  const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  return at >= 0 && swapped === name ? 1 : distance(word, name);
}

/** The known word that was most likely meant, or undefined when none is near. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const same = sameName(word, known);
  if (same !== undefined) return same;
  const lower = word.toLowerCase();
  const confused = Object.hasOwn(CONFUSIONS, lower) ? CONFUSIONS[lower] : undefined;
  return confused !== undefined && known.includes(confused) ? confused : nearestName(word, known);
}

/** `did you mean "x"?`, or undefined. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const meant = suggest(word, known);
  return meant === undefined || meant === word ? undefined : `did you mean ${JSON.stringify(meant)}?`;
}
