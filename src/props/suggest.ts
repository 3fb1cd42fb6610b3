import { nearestName, sameName } from '../values';
import { ADVICE } from './advice';
import { MEANINGS } from './meanings';
import { nestedProp } from './nested-props';
import type { ObjectShape } from './shape';
import { isSecretWord, shownValue, withValue } from './shown-value';
import { areSynonyms } from './synonyms';

const LONG_WORD = 6;
/** Beginnings of names that are long enough to mean the name. */
const SHORTEST_BEGINNING = 4;
/** Names of up to so many props fit into a message. */
const FEW = 12;

/**
 * What is probably meant by a prop that does not exist: another name, a word of Kubernetes, or a prop of a nested object.
 *
 * @param given props that are set, which are not meant by another name.
 * @param others further objects that could have been meant, such as an existing claim in place of new storage.
 */
export function suggestProp(
  word: string,
  value: unknown,
  shape: ObjectShape,
  given: readonly string[] = [],
  others: readonly ObjectShape[] = [],
): string | undefined {
  const own = suggestIn(word, value, shape, given);
  if (own !== undefined) return own;
  for (const other of others) {
    const found = suggestIn(word, value, other, given);
    if (found === undefined) continue;
    const instead = given.filter((name) => Object.hasOwn(shape.props, name) && !Object.hasOwn(other.props, name));
    return instead.length === 0 ? found : found.replace(/\??$/, (end) => ` in place of ${instead.join(', ')}${end}`);
  }
  const names = Object.keys(shape.props);
  return names.length <= FEW ? `props are ${names.join(', ')}` : undefined;
}

function suggestIn(word: string, value: unknown, shape: ObjectShape, given: readonly string[]): string | undefined {
  const names = Object.keys(shape.props);
  // The value is secret by the whole word: `db`, a part of `dbPassword`, does not show it.
  const shown = isSecretWord(word) ? undefined : value;
  const whole = suggestWord(word, shown, shape, given);
  if (whole !== undefined) return whole;
  const similar = similarName(word, names);
  if (similar !== undefined) return didYouMean(similar);
  const part = partsOf(word)
    .map((one) => suggestPart(one, shown, shape))
    .find((one) => one !== undefined);
  if (part !== undefined) return part;
  const synonym = synonymousName(word, names);
  if (synonym !== undefined) return didYouMean(synonym);
  const nearest = nearestName(word, names);
  return nearest === undefined ? undefined : didYouMean(nearest);
}

function suggestWord(word: string, value: unknown, shape: ObjectShape, given: readonly string[]): string | undefined {
  const names = Object.keys(shape.props);
  const open = names.filter((name) => !given.includes(name));
  // A word with a meaning of its own may look like a prop: runAsNonRoot is not runAsRoot.
  const misspelled =
    sameName(word, names) ?? otherNumber(word, open) ?? (hasMeaning(word, names) ? undefined : nearestName(word, open));
  if (misspelled !== undefined) return didYouMean(misspelled);
  const meaning = meaningOf(word, value, shape);
  if (meaning !== undefined) return `use ${meaning}`;
  const advice = adviceOn(word, names);
  if (advice !== undefined) return advice.replaceAll('$', shownValue(word, value));
  if (word.includes('/') && names.includes('extended'))
    return `use extended: { ${JSON.stringify(word)}: ${shownValue('', value)} }`;
  return suggestNested(word, value, shape);
}

/** `podLabels` for `podLabel`, and the other way round. */
function otherNumber(word: string, names: readonly string[]): string | undefined {
  return sameName(`${word}s`, names) ?? (/[^s]s$/.test(word) ? sameName(word.slice(0, -1), names) : undefined);
}

/** `env` for a part of `extraEnv`: only what is certain. */
function suggestPart(word: string, value: unknown, shape: ObjectShape): string | undefined {
  const names = Object.keys(shape.props);
  const same = sameName(word, names);
  if (same !== undefined) return didYouMean(same);
  if (hasMeaning(word, names)) {
    const meaning = meaningOf(word, value, shape);
    return meaning === undefined ? adviceOn(word, names) : `use ${meaning}`;
  }
  return suggestNested(word, value, shape, true);
}

function suggestNested(word: string, value: unknown, shape: ObjectShape, exactly = false): string | undefined {
  const nested = nestedProp(word, shape.props, exactly);
  if (nested === undefined) return undefined;
  const { path, factory } = nested;
  if (factory === undefined) return didYouMean(path);
  return `use ${factory.prop}: ${factory.call}{ ${factory.option}: ${shownValue(word, value, nested.shape)} })`;
}

function didYouMean(name: string): string {
  return `did you mean ${JSON.stringify(name)}?`;
}

function hasMeaning(word: string, names: readonly string[]): boolean {
  return usesOf(plain(word), names).length > 0 || adviceOn(word, names) !== undefined;
}

function adviceOn(word: string, names: readonly string[]): string | undefined {
  const all = formsOf(plain(word)).flatMap((form) => (Object.hasOwn(ADVICE, form) ? ADVICE[form]! : []));
  return all.find(([prop]) => prop === '*' || names.includes(prop))?.[1];
}

/** The word, its singular and plural, without the unit that Kubernetes appends, and without what people put around it. */
function formsOf(word: string): readonly string[] {
  const forms = (one: string) => [one, `${one}s`, one.replace(/s$/, ''), one.replace(/(in)?seconds$/, '')];
  const stem = word.replace(/^(?:numberof|amountof|countof|num|the)/, '').replace(FILLERS, '');
  return stem === word || stem === '' ? forms(word) : [...forms(word), ...forms(stem)];
}

/** Ends of words that add nothing: `replicaNumber`, `domainName`, `storageConfig`. */
const FILLERS =
  /(?:number|num|count|quantity|amount|name|value|list|config|configuration|settings?|options?|spec|info)$/;

/** Uses of a word, by the props that there are. */
function usesOf(word: string, names: readonly string[]): readonly string[] {
  const uses = formsOf(word).flatMap((form) => (Object.hasOwn(MEANINGS, form) ? MEANINGS[form]! : []));
  return uses.filter((use) => names.includes(/^\w+/.exec(use)![0]));
}

function meaningOf(word: string, value: unknown, { props }: ObjectShape): string | undefined {
  const [use] = usesOf(nearestWord(plain(word)), Object.keys(props));
  return use && withValue(use, word, value, props);
}

/** As words of the table are written. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[_ -]/g, '');
}

/** A long word of the table may be misspelled too. */
function nearestWord(word: string): string {
  if (Object.hasOwn(MEANINGS, word)) return word;
  const long = Object.keys(MEANINGS).filter((known) => known.length > LONG_WORD);
  return nearestName(word, long, 1) ?? word;
}

/** `allowVolumeExpansion` for `allowExpansion`, `database` for `databaseHost`: a name with the same words. */
function similarName(word: string, names: readonly string[]): string | undefined {
  const parts = wordsOf(word).map(lowercase);
  const isWithin = (some: readonly string[], all: readonly string[]) => some.every((part) => all.includes(part));
  const similar = names.filter((name) => {
    const others = wordsOf(name).map(lowercase);
    const isBegun = word.length >= SHORTEST_BEGINNING && name.toLowerCase().startsWith(word.toLowerCase());
    return isBegun || isWithin(parts, others) || isWithin(others, parts);
  });
  return similar.sort((a, b) => wordsOf(b).length - wordsOf(a).length)[0];
}

function lowercase(word: string): string {
  return word.toLowerCase();
}

/** `output` for `destination`, `warningsAsErrors` for `failOnWarnings`: the name that has the most words in common, by meaning. */
function synonymousName(word: string, names: readonly string[]): string | undefined {
  const parts = wordsOf(word).map(lowercase);
  const rated = names.map((name) => {
    const others = wordsOf(name).map(lowercase);
    const common = parts.filter((part) => others.some((other) => isCommon(part, other)));
    return { name, common: common.length, rest: others.length - common.length };
  });
  const [best] = rated.filter(({ common }) => common > 0).sort((a, b) => b.common - a.common || a.rest - b.rest);
  return best?.name;
}

/** The same vague word in two names says nothing; a synonym of it does. */
function isCommon(part: string, other: string): boolean {
  return !(part === other && VAGUE.test(part)) && areSynonyms(part, other);
}

/** `allow`, `Volume` and `Expansion` of `allowVolumeExpansion`. */
function wordsOf(name: string): readonly string[] {
  return name.split(/(?<=[a-z0-9])(?=[A-Z])|[-_ ]/);
}

/** Words that mean too little by themselves. */
const VAGUE =
  /^(app|check|class|cluster|config|data|default|domain|file|host|image|key|kind|max|min|mode|name|path|policy|port|secret|service|spec|target|type|user|value)s?$/i;

/** `EnvVars`, `extraEnv`, `Vars` and so on of `extraEnvVars`: runs of its words, the longest and the last first. */
function partsOf(word: string): readonly string[] {
  const words = wordsOf(word);
  const lengths = words.map((_, index) => words.length - 1 - index).filter((length) => length > 0);
  const runs = lengths.flatMap((length) =>
    Array.from({ length: words.length - length + 1 }, (_, at) => words.slice(at, at + length).join('')).reverse(),
  );
  return runs.filter((run) => !VAGUE.test(run));
}
