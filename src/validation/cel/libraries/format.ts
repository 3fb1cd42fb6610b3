import { hasChange } from '../../../facts';
import { fixedText } from '../values/decimals';
import { EvaluationError } from '../values/errors';
import { doubleText } from '../values/numbers';
import { durationText, timestampText } from '../values/time';
import { typeOfValue } from '../values/types-of-values';
import { Duration, ListValue, MapValue, Timestamp, TypeValue, Uint, type Value } from '../values/values';

/** A clause of a format, such as `%.2f`, and what is between clauses. */
export type FormatPart =
  | { readonly text: string }
  | { readonly clause: string; readonly precision: number | undefined };

/**
 * Takes a format apart.
 *
 * @throws {@link EvaluationError} when it is not a format
 */
export function formatParts(format: string): FormatPart[] {
  const parts: FormatPart[] = [];
  const pattern = /%%|%(?:\.(\d*))?(.?)|[^%]+/gs;
  for (const [whole, precision, clause] of format.matchAll(pattern)) {
    if (whole === '%%') parts.push({ text: '%' });
    else if (!whole.startsWith('%')) parts.push({ text: whole });
    else if (clause === '' || clause === undefined) throw new EvaluationError('unexpected end of string');
    else if (precision === '') throw new EvaluationError('error while converting precision to integer');
    else if (!'sdfebxXo'.includes(clause)) throw unknownClause(clause);
    else parts.push({ clause, precision: precision === undefined ? undefined : Number(precision) });
  }
  return parts;
}

function unknownClause(clause: string): EvaluationError {
  return new EvaluationError(`could not parse formatting clause: unrecognized formatting clause "${clause}"`);
}

const NARROW_SPACE = '\u202f';

/** `'…'.format([…])` in the server of a minor version. */
export function format(text: string, values: readonly Value[], minor: number): string {
  let used = 0;
  return formatParts(text)
    .map((part) => {
      if ('text' in part) return part.text;
      const value = values[used++];
      if (value === undefined) throw new EvaluationError(`index ${used - 1} out of range`);
      return clauseText(part.clause, part.precision ?? 6, value, minor);
    })
    .join('');
}

/** Types that each clause takes, and how the server says so. */
export const CLAUSES: Readonly<Record<string, readonly [types: readonly string[], message: string]>> = {
  s: [
    ['bool', 'bytes', 'double', 'duration', 'int', 'list', 'map', 'null', 'string', 'timestamp', 'type', 'uint'],
    'string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps, was given',
  ],
  d: [['int', 'uint'], 'decimal clause can only be used on integers, was given'],
  f: [['double', 'string'], 'fixed-point clause can only be used on doubles, was given'],
  e: [['double', 'string'], 'scientific clause can only be used on doubles, was given'],
  b: [['int', 'uint', 'bool'], 'only integers and bools can be formatted as binary, was given'],
  x: [
    ['int', 'uint', 'string', 'bytes'],
    'only integers, byte buffers, and strings can be formatted as hex, was given',
  ],
  o: [['int', 'uint'], 'octal clause can only be used on integers, was given'],
};

const NAMED_NUMBERS: Readonly<Record<string, string>> = { NaN: 'NaN', Infinity: '\u221e', '-Infinity': '-\u221e' };

function clauseText(clause: string, precision: number, value: Value, minor: number): string {
  const [types, message] = CLAUSES[clause.toLowerCase()]!;
  const { kind, name } = typeOfValue(value);
  const isNamedNumber = typeof value === 'string' && Object.hasOwn(NAMED_NUMBERS, value);
  if (!types.includes(kind) || ('fe'.includes(clause) && kind === 'string' && !isNamedNumber)) {
    throw new EvaluationError(`error during formatting: ${message} ${name}`);
  }
  switch (clause) {
    case 's':
      return valueText(value);
    case 'f':
    case 'e':
      return numberText(clause, precision, value as number | string, minor);
    default:
      return digitsOf(clause, value);
  }
}

function numberText(clause: string, precision: number, value: number | string, minor: number): string {
  const text = typeof value === 'string' ? value : String(value);
  if (Object.hasOwn(NAMED_NUMBERS, text)) return NAMED_NUMBERS[text]!;
  const number = Number(value);
  if (clause === 'f') {
    return fixedText(number, precision);
  }
  // The server writes six digits, whatever the clause says.
  const [digits, exponent = '0'] = number.toExponential(6).split('e');
  const power = Math.abs(Number(exponent)).toString().padStart(2, '0');
  const space = hasChange(minor, 'CelPowerWithoutSpaces') ? '' : NARROW_SPACE;
  return `${digits}${space}×${space}10${superscript(`${exponent.startsWith('-') ? '-' : ''}${power}`)}`;
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
};

function superscript(digits: string): string {
  return Array.from(digits, (digit) => SUPERSCRIPTS[digit]).join('');
}

const BASES: Readonly<Record<string, number>> = { d: 10, b: 2, x: 16, X: 16, o: 8 };

function digitsOf(clause: string, value: Value): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  const isWhole = typeof value === 'bigint' || value instanceof Uint;
  const digits = isWhole
    ? (value instanceof Uint ? value.value : value).toString(BASES[clause])
    : Buffer.from(value as string | Uint8Array).toString('hex');
  return clause === 'X' ? digits.toUpperCase() : digits;
}

/** A value as `%s` shows it. */
function valueText(value: Value): string {
  if (value === null) return 'null';
  if (value instanceof ListValue) return `[${value.elements.map(quotedText).join(', ')}]`;
  if (value instanceof MapValue) return mapText(value);
  if (value instanceof Uint) return String(value.value);
  if (value instanceof Timestamp) return timestampText(value);
  if (value instanceof Duration) return durationText(value);
  if (value instanceof TypeValue) return value.type.name;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  return typeof value === 'number' ? doubleText(value) : String(value);
}

/** A value as it can be written in an expression. */
function quotedText(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Uint8Array) return `b${JSON.stringify(valueText(value))}`;
  if (value instanceof Timestamp) return `timestamp(${JSON.stringify(timestampText(value))})`;
  if (value instanceof Duration) return `duration(${JSON.stringify(durationText(value))})`;
  if (typeof value === 'number') return Number.isFinite(value) ? value.toFixed(6) : `"${doubleText(value)}"`;
  return valueText(value);
}

function mapText(value: MapValue): string {
  const pairs = value.pairs().map(([key, entry]) => [quotedText(key), quotedText(entry)] as const);
  pairs.sort(([left], [right]) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
  return `{${pairs.map(([key, entry]) => `${key}:${entry}`).join(', ')}}`;
}
