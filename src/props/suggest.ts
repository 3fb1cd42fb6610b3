import { distance } from 'fastest-levenshtein';
import { alternatives } from './describe';
import { SHAPES } from './generated/shapes';
import { MEANINGS } from './meanings';
import type { ObjectShape, Shape } from './shape';

/** Edits that still count as a misspelling, at most. */
const MOST_EDITS = 3;
const LONG_WORD = 6;
/** Names of up to so many props fit into a message. */
const FEW = 12;

const plain = (name: string) => name.toLowerCase().replace(/[-_ ]/g, '');

/** The name that differs in case and separators only. */
function sameName(word: string, names: readonly string[]): string | undefined {
  return names.find((name) => plain(name) === plain(word));
}

/** The name that is meant by a misspelled one: the same but for case and separators, or a few edits away. */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  const same = sameName(word, names);
  if (same !== undefined) return same;
  const edits = (name: string) => distance(plain(word), plain(name));
  const [nearest] = [...names].sort((a, b) => edits(a) - edits(b));
  // A third of a short word is another word.
  const limit = Math.min(MOST_EDITS, Math.floor(word.length / 3));
  return nearest !== undefined && edits(nearest) <= limit ? nearest : undefined;
}

/** Props whose value is not repeated. */
const SECRET_WORDS = /auth|credential|key|pass|secret|token/i;

/** What is probably meant by a prop that does not exist: another name, a word of Kubernetes, or a prop of a nested object. */
export function suggestProp(word: string, value: unknown, shape: ObjectShape): string | undefined {
  const names = Object.keys(shape.props);
  // A word with a meaning of its own may look like a prop: runAsNonRoot is not runAsRoot.
  const misspelled = sameName(word, names) ?? (hasMeaning(word, names) ? undefined : nearestName(word, names));
  if (misspelled !== undefined) return `did you mean ${JSON.stringify(misspelled)}?`;
  const meaning = meaningOf(word, value, names);
  if (meaning !== undefined) return `use ${meaning}`;
  if (word.includes('/') && names.includes('extended'))
    return `use extended: { ${JSON.stringify(word)}: ${formatted(value)} }`;
  const nested = nestedProp(word, shape.props);
  if (nested !== undefined) return `did you mean ${JSON.stringify(nested)}?`;
  const similar = similarName(word, names);
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

/** `ingress.host` for `host`: a prop of one of the objects that the props hold. */
function nestedProp(word: string, props: Readonly<Record<string, Shape>>): string | undefined {
  for (const [name, shape] of Object.entries(props)) {
    for (const alternative of alternatives(shape)) {
      const definition = typeof alternative === 'object' && 'ref' in alternative && SHAPES.definitions[alternative.ref];
      if (!definition || !('props' in definition)) continue;
      const found = Object.keys(definition.props).find((prop) => prop.toLowerCase() === word.toLowerCase());
      if (found !== undefined) return `${name}.${found}`;
    }
  }
  return undefined;
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
