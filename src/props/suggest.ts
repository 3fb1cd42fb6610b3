import { nearestName, sameName } from '../values';
import { ADVICE } from './advice';
import { alternativesOf, propsOf } from './alternatives';
import { choiceOf } from './choice';
import { MEANINGS } from './meanings';
import { nestedProp, nestedSwitch } from './nested-props';
import type { ObjectShape, Shape } from './shape';
import { isSecretWord, shownValue, withValue } from './shown-value';
import { areSynonyms } from './synonyms';
import { withNearestName } from './with-nearest-name';
import { negated, otherForms, wordsOf } from './word-forms';

type Props = Readonly<Record<string, Shape>>;

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
  const misspelled = isKnownWord(word) ? undefined : withNearestName(word, shape, others);
  const own = misspelled === undefined ? suggestIn(word, value, shape, given) : undefined;
  if (own !== undefined) return own;
  for (const other of misspelled === undefined ? others : [misspelled]) {
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
  const choice = sameName(word, names) === undefined ? choiceOf(word, value, shape.props) : undefined;
  if (choice !== undefined) return `use ${choice}`;
  const whole =
    suggestOpposite(word, value, shape) ??
    (isKnownWord(word) ? undefined : suggestCompound(word, shown, shape)) ??
    suggestWord(word, shown, shape, given);
  if (whole !== undefined) return whole;
  const forms = otherForms(word);
  const form = firstOf(forms, (one) => suggestWord(one, shown, shape, given));
  if (form !== undefined) return form;
  const compound = firstOf([word, ...forms], (one) => suggestCompound(one, shown, shape));
  if (compound !== undefined) return compound;
  const all = [word, ...forms];
  const same = similarName(word, names);
  const similar =
    same !== undefined && !VAGUEST.test(same) ? same : firstOf(all, (one) => entirelySynonymous(one, names));
  if (similar !== undefined) return didYouMean(similar);
  const part = firstOf(partsOf(word), (one) => suggestPart(one, shown, shape));
  if (part !== undefined) return part;
  const synonym =
    firstOf(forms, (one) => synonymousName(one, names, true)) ??
    same ??
    firstOf(forms, (one) => similarName(one, names)) ??
    firstOf(all, (one) => synonymousName(one, names));
  if (synonym !== undefined) return didYouMean(synonym);
  const nearest = nearestName(word, names);
  return nearest === undefined ? undefined : didYouMean(nearest);
}

function firstOf<T>(words: readonly string[], find: (word: string) => T | undefined): T | undefined {
  for (const word of words) {
    const found = find(word);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `enableServiceLinks: false` for `disableServiceLinks: true`. */
function suggestOpposite(word: string, value: unknown, { props, required = [] }: ObjectShape): string | undefined {
  const opposite = negated(word);
  if (opposite === undefined || typeof value !== 'boolean') return undefined;
  const names = Object.keys(props);
  const name = sameName(opposite, names) ?? similarName(opposite, names);
  if (name === undefined) {
    const within = nestedSwitch(opposite, props);
    return within && `use ${within.outer}: { ${within.inner}: ${!value} }`;
  }
  const kinds = alternativesOf(props[name]!);
  if (kinds.includes('boolean')) return `use ${name}: ${!value}`;
  if (!value) return didYouMean(name);
  if (kinds.some((kind) => typeof kind === 'object' && 'literals' in kind && kind.literals.includes(false))) {
    return `use ${name}: false`;
  }
  return required.includes(name) ? undefined : `leave ${name} out`;
}

/** `ingress: { host: … }` for `ingressHost`, `service: { port: … }` for `svcPort`. */
function suggestCompound(word: string, value: unknown, { props }: ObjectShape): string | undefined {
  const parts = wordsOf(word);
  for (let length = parts.length - 1; length > 0; length--) {
    const [begin, end] = [parts.slice(0, length).join(''), parts.slice(length).join('')];
    const outer = sameName(begin, Object.keys(props)) ?? outerOf(begin, props);
    if (outer === undefined) continue;
    const within = propsOf(props[outer]!);
    const inner = sameName(end, Object.keys(within));
    if (inner !== undefined) return `use ${outer}: { ${inner}: ${shownValue(word, value, within[inner])} }`;
  }
  return undefined;
}

/** `metrics`, the prop that `prometheus` means. */
function outerOf(word: string, props: Props): string | undefined {
  const [use] = usesOf(plain(word), Object.keys(props));
  return use && /^(\w+): \{/.exec(use)?.[1];
}

function isKnownWord(word: string): boolean {
  return Object.hasOwn(MEANINGS, plain(word)) || Object.hasOwn(ADVICE, plain(word));
}

function suggestWord(word: string, value: unknown, shape: ObjectShape, given: readonly string[]): string | undefined {
  const names = Object.keys(shape.props);
  const open = names.filter((name) => !given.includes(name));
  // A word with a meaning of its own may look like a prop: runAsNonRoot is not runAsRoot.
  const misspelled =
    sameName(word, names) ??
    swapped(word, value, shape) ??
    otherNumber(word, open) ??
    (hasMeaning(word, names) ? undefined : nearestName(word, open));
  if (misspelled !== undefined) return didYouMean(misspelled);
  const meaning = meaningOf(word, value, shape);
  if (meaning !== undefined) return `use ${meaning}`;
  const advice = adviceOn(word, names);
  if (advice !== undefined) return advice.replaceAll('$', shownValue(word, value));
  if (word.includes('/') && names.includes('extended'))
    return `use extended: { ${JSON.stringify(word)}: ${shownValue('', value)} }`;
  return suggestNested(word, value, shape);
}

/** `port` for `prot: 8080`, also when `port` is set: two letters are swapped, and the value is one of the prop. */
function swapped(word: string, value: unknown, { props }: ObjectShape): string | undefined {
  const isSwapped = (name: string) =>
    [...word].some((_, at) => `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at]}${word.slice(at + 2)}` === name);
  return Object.keys(props).find(
    (name) => isSwapped(name) && alternativesOf(props[name]!).includes(typeof value as Shape),
  );
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

/** Bounds of the number of pods, in words of other tools: `minInstances`, `maximumTaskCount`. */
const BOUND =
  /^(min|max)(?:imum)?(?:number|num)?(?:of)?(?:instance|pod|replica|task|container|copy|copies)s?(?:count|number|num)?$/;

/** The word, its singular and plural, without the unit that Kubernetes appends, and without what people put around it. */
function formsOf(word: string): readonly string[] {
  if (BOUND.test(word)) return [word.replace(BOUND, '$1replicas')];
  const forms = (one: string) => [one, `${one}s`, one.replace(/s$/, ''), one.replace(UNITS, '')];
  const stem = word.replace(/^(?:numberof|amountof|countof|num|the)/, '').replace(FILLERS, '');
  return stem === word || stem === '' ? forms(word) : [...forms(word), ...forms(stem)];
}

/** Units that Kubernetes and others append to what is a Duration here. */
const UNITS = /(?:in)?(?:seconds|secs|minutes|mins|hours|days|millis|ms)$/;

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
  if (formsOf(word).some((form) => Object.hasOwn(MEANINGS, form))) return word;
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

const lowercase = (word: string) => word.toLowerCase();

/** `output` for `destination`, `warningsAsErrors` for `failOnWarnings`: the name that has the most words in common, by meaning. @param single only for a single word */
function synonymousName(word: string, names: readonly string[], single = false): string | undefined {
  const parts = wordsOf(word).map(lowercase);
  if (single && parts.length > 1) return undefined;
  const rated = names.map((name) => {
    const others = wordsOf(name).map(lowercase);
    const common = parts.filter((part) => others.some((other) => isCommon(part, other)));
    return { name, common: common.length, rest: others.length - common.length };
  });
  const [best] = rated.filter(({ common }) => common > 0).sort((a, b) => b.common - a.common || a.rest - b.rest);
  return best?.name;
}

/** `maxUploadSize` for `uploadLimit`: a name in which each word has one of its own. */
function entirelySynonymous(word: string, names: readonly string[]): string | undefined {
  const parts = wordsOf(word).map(lowercase);
  if (parts.length < 2) return undefined;
  return names.find((name) => {
    const others = wordsOf(name).map(lowercase);
    return parts.every((part) => {
      const at = others.findIndex((other) => isCommon(part, other));
      return at >= 0 && others.splice(at, 1).length > 0;
    });
  });
}

/** The same vague word in two names says nothing; a synonym of it does. */
function isCommon(part: string, other: string): boolean {
  return !(part === other && VAGUE.test(part)) && areSynonyms(part, other);
}

/** Words that say nothing about what they belong to: `dnsName` is not a `name`. */
const VAGUEST = /^(?:key|kind|name|type|value)$/;

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
