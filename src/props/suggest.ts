import { distance } from 'fastest-levenshtein';
import { nearestName, sameName } from '../values';
import { alternatives } from './describe';
import { MEANINGS } from './meanings';
import type { ObjectShape, Shape } from './shape';
import { definitionShape } from './shapes';

const LONG_WORD = 6;
/** Beginnings of names that are long enough to mean the name. */
const SHORTEST_BEGINNING = 4;
/** Names of up to so many props fit into a message. */
const FEW = 12;

/** Props whose value is not repeated. */
const SECRET_WORDS = /auth|credential|key|pass|secret|token/i;

/**
 * What is probably meant by a prop that does not exist: another name, a word of Kubernetes, or a prop of a nested object.
 *
 * @param given props that are set, which are not meant by another name.
 */
export function suggestProp(
  word: string,
  value: unknown,
  shape: ObjectShape,
  given: readonly string[] = [],
): string | undefined {
  const names = Object.keys(shape.props);
  const open = names.filter((name) => !given.includes(name));
  // A word with a meaning of its own may look like a prop: runAsNonRoot is not runAsRoot.
  const misspelled = sameName(word, names) ?? (hasMeaning(word, names) ? undefined : nearestName(word, open));
  if (misspelled !== undefined) return `did you mean ${JSON.stringify(misspelled)}?`;
  const meaning = meaningOf(word, value, names);
  if (meaning !== undefined) return `use ${meaning}`;
  if (word.includes('/') && names.includes('extended'))
    return `use extended: { ${JSON.stringify(word)}: ${formatted(value)} }`;
  const nested = nestedProp(word, shape.props);
  if (nested !== undefined) return `did you mean ${JSON.stringify(nested)}?`;
  const similar = similarName(word, names) ?? nearestName(word, names);
  if (similar !== undefined) return `did you mean ${JSON.stringify(similar)}?`;
  return names.length <= FEW ? `props are ${names.join(', ')}` : undefined;
}

function hasMeaning(word: string, names: readonly string[]): boolean {
  return usesOf(word.toLowerCase(), names).length > 0;
}

/** Uses of a word, by the props that there are. */
function usesOf(word: string, names: readonly string[]): readonly string[] {
  const uses = Object.hasOwn(MEANINGS, word) ? MEANINGS[word]! : [];
  return uses.filter((use) => names.includes(/^\w+/.exec(use)![0]));
}

function meaningOf(word: string, value: unknown, names: readonly string[]): string | undefined {
  const [use] = usesOf(nearestWord(word.toLowerCase().replace(/[_ ]/g, '')), names);
  return use?.replaceAll('$', SECRET_WORDS.test(word) ? '…' : formatted(value));
}

/** A long word of the table may be misspelled too. */
function nearestWord(word: string): string {
  if (Object.hasOwn(MEANINGS, word)) return word;
  return Object.keys(MEANINGS).find((known) => known.length > LONG_WORD && distance(known, word) === 1) ?? word;
}

/** A value that was passed, if it can be shown: never a long one, nor one of a secret. */
function formatted(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && /^[\w.:/-]{1,40}$/.test(value) ? JSON.stringify(value) : '…';
}

/** `ingress.host` for `host`, `ports[].protocol` for `prot`: a prop of one of the objects that the props hold. */
function nestedProp(word: string, props: Readonly<Record<string, Shape>>): string | undefined {
  const lower = word.toLowerCase();
  const nested = Object.entries(props).flatMap(([name, shape]) => [
    ...propsIn(shape).map((prop) => ({ prop: prop.toLowerCase(), path: `${name}.${prop}` })),
    ...entriesIn(shape).flatMap((entry) =>
      propsIn(entry).map((prop) => ({ prop: prop.toLowerCase(), path: `${name}[].${prop}` })),
    ),
  ]);
  const begun = word.length >= SHORTEST_BEGINNING ? nested.filter(({ prop }) => prop.startsWith(lower)) : [];
  return (nested.find(({ prop }) => prop === lower) ?? begun[0])?.path;
}

function propsIn(shape: Shape): readonly string[] {
  return alternatives(shape).flatMap((alternative) => {
    const definition = typeof alternative === 'object' && 'ref' in alternative && definitionShape(alternative.ref);
    return definition && 'props' in definition ? Object.keys(definition.props) : [];
  });
}

function entriesIn(shape: Shape): readonly Shape[] {
  return alternatives(shape).flatMap((alternative) =>
    typeof alternative === 'object' && 'list' in alternative ? [alternative.list] : [],
  );
}

/** `allowVolumeExpansion` for `allowExpansion`, `database` for `databaseHost`: a name with the same words. */
function similarName(word: string, names: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const parts = wordsOf(word);
  const withWords = names.find((name) => parts.length > 1 && parts.every((part) => wordsOf(name).includes(part)));
  if (withWords !== undefined) return withWords;
  const contained = names.filter((name) => {
    const other = name.toLowerCase();
    return Math.min(other.length, lower.length) >= 4 && (other.includes(lower) || lower.includes(other));
  });
  return contained.sort((a, b) => b.length - a.length)[0];
}

/** `allow`, `volume` and `expansion` of `allowVolumeExpansion`. */
function wordsOf(name: string): readonly string[] {
  return name.split(/(?=[A-Z])|[-_ ]/).map((part) => part.toLowerCase());
}
