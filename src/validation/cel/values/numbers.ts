import { plainText } from './decimals';
import { EvaluationError, noConversion } from './errors';
import { Uint } from './values';

const MOST_INT = 2n ** 63n - 1n;
const MOST_UINT = 2n ** 64n - 1n;

/** @throws {@link EvaluationError} when it is not within 64 bits */
export function int(value: bigint): bigint {
  if (value > MOST_INT || value < -MOST_INT - 1n) throw new EvaluationError('integer overflow');
  return value;
}

/** @throws {@link EvaluationError} when it is negative or not within 64 bits */
export function uint(value: bigint): Uint {
  if (value > MOST_UINT || value < 0n) throw new EvaluationError('unsigned integer overflow');
  return new Uint(value);
}

export function intOfDouble(value: number): bigint {
  if (!(value > -(2 ** 63) && value < 2 ** 63)) throw new EvaluationError('integer overflow');
  return BigInt(Math.trunc(value));
}

export function uintOfDouble(value: number): Uint {
  if (!(value >= 0 && value < 2 ** 64)) throw new EvaluationError('unsigned integer overflow');
  return new Uint(BigInt(Math.trunc(value)));
}

export function intOfText(text: string): bigint {
  if (!/^[+-]?\d+$/.test(text)) throw noConversion('string', 'int');
  const value = BigInt(text.replace(/^\+/, ''));
  if (value > MOST_INT || value < -MOST_INT - 1n) throw noConversion('string', 'int');
  return value;
}

export function uintOfText(text: string): Uint {
  if (!/^\d+$/.test(text)) throw noConversion('string', 'uint');
  const value = BigInt(text);
  if (value > MOST_UINT) throw noConversion('string', 'uint');
  return new Uint(value);
}

const DECIMAL = /^[+-]?(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+)?$/;
const HEXADECIMAL = /^([+-]?)0[xX]([0-9a-fA-F_]*)\.?([0-9a-fA-F]*)[pP]([+-]?\d+)$/;

/** A double as `strconv.ParseFloat` of Go reads it. */
export function doubleOfText(text: string): number {
  const named = /^([+-]?)(?:inf|infinity|(nan))$/i.exec(text);
  if (named !== null) {
    if (named[2] !== undefined) return named[1] === '' ? Number.NaN : refuseDouble();
    return named[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const hexadecimal = HEXADECIMAL.exec(text);
  const value =
    hexadecimal === null
      ? DECIMAL.test(text)
        ? Number(text.replaceAll('_', ''))
        : refuseDouble()
      : hexadecimalOf(hexadecimal);
  return Number.isFinite(value) ? value : refuseDouble();
}

function hexadecimalOf([, sign, whole = '', fraction = '', exponent]: RegExpExecArray): number {
  const digits = whole.replaceAll('_', '') + fraction;
  if (digits === '') refuseDouble();
  const value = Number.parseInt(digits, 16) * 2 ** (Number(exponent) - 4 * fraction.length);
  return sign === '-' ? -value : value;
}

function refuseDouble(): never {
  throw noConversion('string', 'double');
}

/** A double as Go prints it with `%g`: `1.5`, `1e+06`, `+Inf`. */
export function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Inf' : '+Inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [digits = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return plainText(value);
  return `${digits}e${exponent < 0 ? '-' : '+'}${Math.abs(exponent).toString().padStart(2, '0')}`;
}
