import { hasChange } from '../../../facts';
import { functionOf, methodOf, type Overload } from '../check/declarations';
import { EvaluationError } from '../values/errors';
import { ListValue } from '../values/values';
import { format } from './format';
import type { Library } from './library';

const characters = (text: string): string[] => Array.from(text);

function outOfRange(index: bigint | number): EvaluationError {
  return new EvaluationError(`index out of range: ${index}`);
}

function charAt(text: string, index: bigint): string {
  const all = characters(text);
  if (index < 0 || index > all.length) throw outOfRange(index);
  return all[Number(index)] ?? '';
}

const indexOf =
  (minor: number) =>
  (text: string, part: string, from = 0n): bigint => {
    if (part === '') return from;
    const [all, wanted] = [characters(text), characters(part)];
    if (from < 0 || (!hasChange(minor, 'CelIndexBeyondEnd') && from >= all.length)) throw outOfRange(from);
    for (let at = Number(from); at <= all.length - wanted.length; at++) if (isAt(all, wanted, at)) return BigInt(at);
    return -1n;
  };

const lastIndexOf =
  (minor: number) =>
  (text: string, part: string, from?: bigint): bigint => {
    const [all, wanted] = [characters(text), characters(part)];
    if (part === '') return from ?? BigInt(all.length);
    const isLonger = Buffer.byteLength(text) < Buffer.byteLength(part);
    if (hasChange(minor, 'CelIndexBeyondEnd') && from === undefined && isLonger) return -1n;
    const start = Number(from ?? all.length - 1);
    if (start < 0 || (!hasChange(minor, 'CelIndexBeyondEnd') && start >= all.length)) throw outOfRange(start);
    if (start >= all.length) return -1n;
    for (let at = Math.min(start, all.length - wanted.length); at >= 0; at--) {
      if (isAt(all, wanted, at)) return BigInt(at);
    }
    return -1n;
  };

function isAt(all: readonly string[], wanted: readonly string[], at: number): boolean {
  return wanted.every((character, index) => all[at + index] === character);
}

function substring(text: string, start: bigint, end?: bigint): string {
  const all = characters(text);
  const last = end ?? BigInt(all.length);
  if (end !== undefined && start > end) {
    throw new EvaluationError(`invalid substring range. start: ${start}, end: ${end}`);
  }
  if (start < 0 || start > all.length) throw outOfRange(start);
  if (last < 0 || last > all.length) throw outOfRange(last);
  return all.slice(Number(start), Number(last)).join('');
}

/** Like `strings.Replace` of Go: an empty text is found before each character and at the end. */
function replace(text: string, from: string, to: string, count = -1n): string {
  if (count === 0n || from === to) return text;
  const most = count < 0n ? Number.POSITIVE_INFINITY : Number(count);
  if (from !== '') {
    let left = most;
    return text.replaceAll(from, (found) => (left-- > 0 ? to : found));
  }
  return [...characters(text), ''].map((character, index) => (index < most ? to : '') + character).join('');
}

/** Like `strings.SplitN` of Go. */
function split(text: string, separator: string, count = -1n): ListValue {
  if (count === 0n) return new ListValue([]);
  const parts = separator === '' ? characters(text) : text.split(separator);
  const most = Number(count);
  if (most < 0 || parts.length <= most) return new ListValue(parts);
  return new ListValue([...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)]);
}

const SPACE = /^[\s\x85]+|[\s\x85]+$/g;

/** Like `strings.TrimSpace` of Go, which keeps a byte order mark. */
function trim(text: string): string {
  return text.replace(SPACE, (space) => (space.includes('\ufeff') ? space.replace(/[^\ufeff]/g, '') : ''));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

/** Halves of a character by themselves become the replacement character. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

function quote(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that have escapes
  return `"${wellFormed(text).replace(/[\x07\b\f\n\r\t\v\\"]/g, (character) => ESCAPES[character]!)}"`;
}

function join({ elements }: ListValue, separator = ''): string {
  const wrong = elements.find((element) => typeof element !== 'string');
  if (wrong !== undefined) throw new EvaluationError('join: invalid input');
  return elements.join(separator);
}

const common = (minor: number): readonly Overload[] => [
  methodOf('string_char_at_int', 'charAt(string, int): string', charAt),
  methodOf('string_index_of_string', 'indexOf(string, string): int', (text, part) => indexOf(minor)(text, part)),
  methodOf('string_index_of_string_int', 'indexOf(string, string, int): int', indexOf(minor)),
  methodOf('string_last_index_of_string', 'lastIndexOf(string, string): int', (text, part) =>
    lastIndexOf(minor)(text, part),
  ),
  methodOf('string_last_index_of_string_int', 'lastIndexOf(string, string, int): int', lastIndexOf(minor)),
  methodOf('string_lower_ascii', 'lowerAscii(string): string', (text: string) =>
    text.replace(/[A-Z]/g, (character) => character.toLowerCase()),
  ),
  methodOf('string_replace_string_string', 'replace(string, string, string): string', replace),
  methodOf('string_replace_string_string_int', 'replace(string, string, string, int): string', replace),
  methodOf('string_split_string', 'split(string, string): list<string>', split),
  methodOf('string_split_string_int', 'split(string, string, int): list<string>', split),
  methodOf('string_substring_int', 'substring(string, int): string', substring),
  methodOf('string_substring_int_int', 'substring(string, int, int): string', substring),
  methodOf('string_trim', 'trim(string): string', trim),
  methodOf('string_upper_ascii', 'upperAscii(string): string', (text: string) =>
    text.replace(/[a-z]/g, (character) => character.toUpperCase()),
  ),
  methodOf('list_join', 'join(list<string>): string', join),
  methodOf('list_join_string', 'join(list<string>, string): string', join),
];

/** cel-go `ext.Strings` in its first version. */
export function strings(minor: number): Library {
  return { introduced: 0, removed: 29, functions: common(minor) };
}

/** cel-go `ext.Strings` in its version 2. */
export const formattedStrings = (minor: number): Library => ({
  introduced: 29,
  functions: [
    ...common(minor),
    methodOf('string_format', 'format(string, list<dyn>): string', (text: string, { elements }: ListValue) =>
      format(text, elements, minor),
    ),
    functionOf('strings_quote', 'strings.quote(string): string', quote),
  ],
});
