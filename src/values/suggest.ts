import { distance } from 'fastest-levenshtein';
import { ownField } from './own-field';

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
  const plainWord = plain(word);
  return names.find((name) => name.toLowerCase() === lower) ?? names.find((name) => plain(name) === plainWord);
}

/**
 * The name that a misspelled word means: the same but for case and separators, or the one with the fewest edits.
 *
 * @param limit most edits. @default a third of the word, since more is another word
 */
export function nearestName(
  word: string,
  names: readonly string[],
  limit = Math.max(1, Math.floor(plain(word).length / 3)),
): string | undefined {
  const same = sameName(word, names);
  if (same !== undefined || word.length > LONGEST) return same;
  let nearest: string | undefined;
  let edits = limit + 1;
  const plainWord = plain(word);
  for (const name of names) {
    const plainName = plain(name);
    // So many letters have to be added or taken away.
    if (Math.abs(plainName.length - plainWord.length) >= edits) continue;
    const apart = editsBetween(plainWord, plainName);
    if (apart < edits && apart < Math.max(word.length, name.length)) [nearest, edits] = [name, apart];
  }
  return nearest;
}

/** Shorter words are the beginning of too many. */
const SHORTEST_BEGINNING = 3;

/** The first name that begins with a word: `Directory` for `Dir`. */
export function begunName(word: string, names: readonly string[]): string | undefined {
  if (word.length < SHORTEST_BEGINNING) return undefined;
  return names.find((name) => name.toLowerCase().startsWith(word.toLowerCase()));
}

/** Insertions, deletions, replacements, and swaps of two neighboring letters, each of which is one edit. */
function editsBetween(word: string, name: string): number {
  let at = 0;
  while (at < word.length && word[at] === name[at]) at++;
  const isSwapped = at + 1 < word.length && word[at] === name[at + 1] && word[at + 1] === name[at];
  // The letters before the first difference and the swapped ones are the same.
  const rest = isSwapped ? 1 + editsBetween(word.slice(at + 2), name.slice(at + 2)) : Number.POSITIVE_INFINITY;
  return Math.min(rest, distance(word, name));
}

/** How much of a name that continues another one is different. */
const CONTINUED = 0.25;

/** How different two names are: 0 when they are the same, 1 when they share nothing, and little when one continues the other (`web`, `web-api`). */
export function differenceOf(word: string, name: string): number {
  const [short, long] = word.length < name.length ? [word, name] : [name, word];
  if (short === '' || long.length > LONGEST) return word === name ? 0 : 1;
  const isContinued = /[-_.]/.test(long[short.length] ?? '') && long.startsWith(short);
  const isPreceded = /[-_.]/.test(long.at(-short.length - 1) ?? '') && long.endsWith(short);
  return isContinued || isPreceded ? CONTINUED : editsBetween(word, name) / long.length;
}

/** The known word that was most likely meant, or undefined when none is near. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const same = sameName(word, known);
  if (same !== undefined) return same;
  const lower = word.toLowerCase();
  const confused = ownField(CONFUSIONS, lower);
  return confused !== undefined && known.includes(confused) ? confused : nearestName(word, known);
}

/** `did you mean "x"?`, or undefined. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const meant = suggest(word, known);
  return meant === undefined || meant === word ? undefined : `did you mean ${JSON.stringify(meant)}?`;
}
