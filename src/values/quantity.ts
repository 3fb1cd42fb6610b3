/** How a quantity was written, and so how it is written back: `12M`, `12Mi` or `12e6`. */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

/** An exact amount: `digits` × 10^`exponent`. */
export interface Quantity {
  readonly digits: bigint;
  readonly exponent: number;
  readonly format: QuantityFormat;
  /** Whether the server keeps it as a 64-bit integer, which decides how it rounds and overflows. */
  readonly small: boolean;
}

const EXPONENTS_OF_TEN: Readonly<Record<string, number>> = {
  '': 0,
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const EXPONENTS_OF_TWO: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };

const FORMAT_MESSAGE = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const NUMERIC_MESSAGE = 'unable to parse numeric part of quantity';
const SUFFIX_MESSAGE = "unable to parse quantity's suffix";

const LARGEST_INT64 = 2n ** 63n - 1n;
/** Decimal digits that always fit into 64 bits. */
const SAFE_DIGITS = 18;
/** Smallest unit: one nano. What is smaller is rounded up to it. */
const NANO = -9;

interface Suffix {
  readonly base: 2 | 10;
  readonly exponent: number;
  readonly format: QuantityFormat;
}

function readSuffix(suffix: string): Suffix | undefined {
  if (Object.hasOwn(EXPONENTS_OF_TEN, suffix)) {
    return { base: 10, exponent: EXPONENTS_OF_TEN[suffix]!, format: 'DecimalSI' };
  }
  if (Object.hasOwn(EXPONENTS_OF_TWO, suffix)) {
    return { base: 2, exponent: EXPONENTS_OF_TWO[suffix]!, format: 'BinarySI' };
  }
  const scientific = /^[eE]([-+]?[0-9]+)$/.exec(suffix);
  if (scientific === null) return undefined;
  const exponent = BigInt(scientific[1]!.replace('+', ''));
  if (exponent > LARGEST_INT64 || exponent < -LARGEST_INT64 - 1n) return undefined;
  return { base: 10, exponent: Number(BigInt.asIntN(32, exponent)), format: 'DecimalExponent' };
}

/** Divides by 10^places, away from zero when something is left over. */
function divideUp(digits: bigint, places: number): bigint {
  const magnitude = digits < 0n ? -digits : digits;
  const length = magnitude.toString().length;
  if (magnitude === 0n) return 0n;
  // A divisor with more digits than the number always leaves one unit, and is not worth computing.
  const divisor = places > length ? 0n : 10n ** BigInt(places);
  const quotient = divisor === 0n ? 1n : (magnitude + divisor - 1n) / divisor;
  return digits < 0n ? -quotient : quotient;
}

function parse(text: string): Quantity | string {
  const match = /^([+-]?)([0-9]*)(?:\.([0-9]*))?([eEinumkKMGTP]*[-+]?[0-9]*)$/.exec(text);
  if (text === '' || match === null) return FORMAT_MESSAGE;
  const [, sign, whole, fraction = '', suffixText] = match;
  const suffix = readSuffix(suffixText!);
  if (suffix === undefined) return SUFFIX_MESSAGE;
  const number = whole!.replace(/^0+/, '') || '0';
  const negative = sign === '-';
  const magnitude = BigInt(number + fraction);
  const signed = (digits: bigint): bigint => (negative ? -digits : digits);

  if (suffix.base === 10) {
    const exponent = suffix.exponent - fraction.length;
    if (number.length + fraction.length <= SAFE_DIGITS && exponent >= NANO) {
      return { digits: signed(magnitude), exponent, format: suffix.format, small: true };
    }
  } else if (fraction === '') {
    const digits = magnitude << BigInt(suffix.exponent);
    const precision = 15 - number.length - Math.trunc((suffix.exponent * 3) / 10) - 1;
    if (precision >= 0) return { digits: signed(digits), exponent: 0, format: 'BinarySI', small: true };
  }
  if (whole === '' && fraction === '') return NUMERIC_MESSAGE;

  let format = suffix.format;
  let exponent = suffix.base === 10 ? suffix.exponent - fraction.length : -fraction.length;
  let digits = suffix.base === 2 ? magnitude << BigInt(suffix.exponent) : magnitude;
  if (exponent < NANO) {
    digits = divideUp(digits, NANO - exponent);
    exponent = NANO;
  }
  if (format === 'BinarySI') {
    const one = 10n ** BigInt(-exponent);
    if (digits > LARGEST_INT64 * one) {
      digits = LARGEST_INT64;
      exponent = 0;
    } else if (digits > 0n && digits < one) {
      format = 'DecimalSI';
    }
  }
  return { digits: signed(digits), exponent, format, small: false };
}

/** White space that the server takes off; tabs and line breaks stay, because it reads the JSON text with their escapes. */
const OUTER_SPACE = /^[ \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

function trimmed(value: string | number): string {
  const text = String(value).replace(OUTER_SPACE, '');
  let end = text.length;
  while (end > 0 && OUTER_SPACE.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

/**
 * Reads a quantity as a manifest has it, a number or a string such as `250m`, `1.5Gi` or `12e6`.
 *
 * @returns undefined when it is not a quantity; {@link quantity} says why.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(value: string | number): Quantity | undefined {
  const parsed = parse(trimmed(value));
  return typeof parsed === 'string' ? undefined : parsed;
}

/** The server's words when a value is not a quantity; empty when it is one. */
export function quantity(value: string | number): string[] {
  const parsed = parse(trimmed(value));
  return typeof parsed === 'string' ? [parsed] : [];
}

/** -1, 0 or 1. */
export function signOfQuantity({ digits }: Quantity): -1 | 0 | 1 {
  if (digits === 0n) return 0;
  return digits < 0n ? -1 : 1;
}

/** -1 when `left` is less than `right`, 0 when they are the same amount, 1 when it is more. */
export function compareQuantities(left: Quantity, right: Quantity): -1 | 0 | 1 {
  const sign = signOfQuantity(left);
  if (sign !== signOfQuantity(right)) return sign < signOfQuantity(right) ? -1 : 1;
  if (sign === 0) return 0;
  if (left.exponent === right.exponent) {
    if (left.digits === right.digits) return 0;
    return left.digits < right.digits ? -1 : 1;
  }
  // Orders of magnitude first, so that `1e999999999` costs nothing.
  const order = (q: Quantity): number => q.digits.toString().replace('-', '').length + q.exponent;
  if (order(left) !== order(right)) return order(left) < order(right) === sign > 0 ? -1 : 1;
  const lowest = Math.min(left.exponent, right.exponent);
  const scaled = (q: Quantity): bigint => q.digits * 10n ** BigInt(q.exponent - lowest);
  if (scaled(left) === scaled(right)) return 0;
  return scaled(left) < scaled(right) ? -1 : 1;
}

/** The amount in units of 10^`exponent`, rounded away from zero. */
export function scaledUp(amount: Quantity, exponent: number): bigint {
  const places = exponent - amount.exponent;
  return places <= 0 ? amount.digits * 10n ** BigInt(-places) : divideUp(amount.digits, places);
}

/** Powers of ten by which the server multiplies at once, without a look at the overflow (`positiveScaleInt64`). */
const AT_ONCE: readonly number[] = [1, 2, 3, 6, 9];

/** The same as the server computes it in 64 bits: the low bits, but 0 when it multiplies a small amount step by step. */
export function scaledInt64(amount: Quantity, exponent: number): bigint {
  const places = amount.exponent - exponent;
  if (amount.small && places > 19 && amount.digits !== 0n) return 0n;
  const scaled = scaledUp(amount, exponent);
  const kept = BigInt.asIntN(64, scaled);
  return amount.small && kept !== scaled && !AT_ONCE.includes(places) ? 0n : kept;
}

/**
 * Whether the server takes the amount for a whole number of units, as it asks of pods, of services and of every other
 * countable resource. It counts in thousandths, within 64 bits.
 */
export function isWholeQuantity(amount: Quantity): boolean {
  if (amount.exponent > 19) return true;
  return scaledInt64(amount, -3) % 1000n === 0n;
}

/** Takes factors out of a number: how often `factor` divides it, and what is left. */
function withoutFactors(digits: bigint, factor: bigint): [rest: bigint, times: number] {
  let rest = digits;
  let times = 0;
  while (rest !== 0n && rest % factor === 0n) {
    rest /= factor;
    times += 1;
  }
  return [rest, times];
}

/** A quantity as messages of the server show it (`Quantity.String`), whichever way it was written. */
export function quantityText(written: string | number): string {
  const amount = parseQuantity(written);
  return amount === undefined ? '0' : canonicalQuantity(amount);
}

/** The amount in the server's canonical form: no fraction, the largest suffix, such as `1536Mi` for `1.5Gi`. */
export function canonicalQuantity(amount: Quantity): string {
  if (amount.digits === 0n) return '0';
  const [rest, tens] = withoutFactors(amount.digits, 10n);
  const exponent = amount.exponent + tens;
  const isWhole = exponent >= 0;
  if (amount.format === 'BinarySI' && isWhole) {
    const whole = rest * 10n ** BigInt(exponent);
    if (whole <= -1024n || whole >= 1024n) {
      const [binary, times] = withoutFactors(whole, 1024n);
      return `${binary}${['', ...Object.keys(EXPONENTS_OF_TWO)][times] ?? ''}`;
    }
  }
  const surplus = ((exponent % 3) + 3) % 3;
  const digits = rest * 10n ** BigInt(surplus);
  const power = exponent - surplus;
  if (amount.format === 'DecimalExponent') return power === 0 ? `${digits}` : `${digits}e${power}`;
  const suffix = Object.keys(EXPONENTS_OF_TEN).find((name) => EXPONENTS_OF_TEN[name] === power);
  return `${digits}${suffix ?? ''}`;
}
