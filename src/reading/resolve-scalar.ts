import { isTimestamp } from './timestamp';

/** Value of a scalar; whole numbers as `bigint`, because a number may round them. */
export type Scalar = string | bigint | number | boolean | null;

/** Tag of numbers in JSON, which are decimal only. */
export const JSON_NUMBER = 'json:number';
const PREFIX = 'tag:yaml.org,2002:';

/**
 * What kubectl makes of a scalar that is not quoted, or has a tag. kubectl reads YAML 1.1 with Go's rules: `yes` and `on` are
 * booleans, `0755` is octal, but `12:30:00` and `2024-01-01` stay strings.
 *
 * @param tag full tag, empty when none is written.
 * @returns undefined when the text is not of the type that the tag says.
 * @see https://pkg.go.dev/go.yaml.in/yaml/v2 (resolve.go, the parser inside sigs.k8s.io/yaml)
 */
export function resolveScalar(tag: string, text: string): Scalar | undefined {
  if (tag === '') {
    return resolvePlainScalar(text);
  }
  if (tag === JSON_NUMBER) {
    return jsonNumber(text);
  }
  if (!tag.startsWith(PREFIX)) {
    return text;
  }
  const value = resolvePlainScalar(text);
  switch (tag.slice(PREFIX.length)) {
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    case 'int':
      return typeof value === 'bigint' ? value : undefined;
    case 'float':
      // Go converts signed integers only.
      return typeof value === 'bigint' && value <= MAXIMUM_SIGNED
        ? Number(value)
        : typeof value === 'number'
          ? value
          : undefined;
    case 'null':
      return value === null ? null : undefined;
    case 'timestamp':
      return isTimestamp(text) ? text : undefined;
    case 'binary':
      return decodeBase64(text);
    default:
      return text;
  }
}

/** Value of an unquoted scalar without a tag. */
export function resolvePlainScalar(text: string): Scalar {
  const word = WORDS.get(text);
  if (word !== undefined) {
    return word;
  }
  const first = text.charCodeAt(0);
  if (first === 0x2e) {
    return DOTTED_FLOAT.test(text) ? (finite(text.replaceAll('_', '')) ?? text) : text;
  }
  if ((first < 0x30 || first > 0x39) && first !== 0x2b && first !== 0x2d) {
    return text;
  }
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  return integer(plain) ?? (FLOAT.test(plain) ? finite(plain) : undefined) ?? legacyBinary(plain) ?? text;
}

const WORDS = new Map<string, boolean | number | null>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
]);

const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const DOTTED_FLOAT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;

/** Go does not read numbers beyond the range of a float, so they stay strings. */
function finite(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

const MAXIMUM_SIGNED = 2n ** 63n - 1n;
const MAXIMUM_UNSIGNED = 2n ** 64n - 1n;
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;

/** Go's `strconv.ParseInt(text, 0, 64)`, then `ParseUint`: a leading 0 means octal. */
function integer(text: string): bigint | undefined {
  const match = INTEGER.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, sign, hexadecimal, binary, octal, decimal] = match;
  const value = BigInt(
    decimal ?? (hexadecimal ? `0x${hexadecimal}` : binary === undefined ? `0o${octal}` : `0b${binary}`),
  );
  return withinRange(sign, value);
}

function withinRange(sign: string, value: bigint): bigint | undefined {
  if (sign === '-') {
    return value <= MAXIMUM_SIGNED + 1n ? -value : undefined;
  }
  return value <= (sign === '+' ? MAXIMUM_SIGNED : MAXIMUM_UNSIGNED) ? value : undefined;
}

/** Binary numbers with a sign behind the prefix, which Go's YAML reader takes on top of what Go itself reads. */
function legacyBinary(text: string): bigint | undefined {
  const [, sign, digits] = /^0b([-+])([01]+)$/.exec(text) ?? [];
  return digits === undefined ? undefined : withinRange(sign, BigInt(`0b${digits}`));
}

function jsonNumber(text: string): number | bigint | undefined {
  return finite(text) !== undefined && /^-?[0-9]+$/.test(text) ? BigInt(text) : finite(text);
}

/** @returns undefined when the text is not base64 as Go reads it. */
function decodeBase64(text: string): string | undefined {
  const characters = text.replace(/[\r\n]/g, '');
  const valid = characters.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(characters);
  return valid ? Buffer.from(characters, 'base64').toString('utf8') : undefined;
}
