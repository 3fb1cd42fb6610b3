/** Doubles as decimal numbers, without the help of a locale. */

/** The number with as many digits as it needs and without an exponent. */
export function plainText(value: number): string {
  const [mantissa = '', power = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const point = Number(power) + 1;
  const sign = value < 0 ? '-' : '';
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  const whole = digits.slice(0, point).padEnd(point, '0');
  const fraction = digits.slice(point);
  return sign + whole + (fraction === '' ? '' : `.${fraction}`);
}

const MANTISSA_BITS = 52n;
const SMALLEST_EXPONENT = -1074;

/** The number with so many digits after the point, a half rounded to the even neighbor, and its thousands apart. */
export function fixedText(value: number, places: number): string {
  const { mantissa, exponent } = partsOf(Math.abs(value));
  const scaled = mantissa * 10n ** BigInt(places);
  const digits = exponent >= 0 ? scaled << BigInt(exponent) : shiftedToEven(scaled, BigInt(-exponent));
  const text = digits.toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const fraction = places === 0 ? '' : `.${text.slice(-places)}`;
  return `${value < 0 ? '-' : ''}${whole}${fraction}`;
}

/** The exact amount of a double: mantissa × 2^exponent. */
function partsOf(value: number): { mantissa: bigint; exponent: number } {
  const bits = new BigUint64Array(Float64Array.of(value).buffer)[0]!;
  const power = Number(bits >> MANTISSA_BITS);
  const fraction = bits & ((1n << MANTISSA_BITS) - 1n);
  if (power === 0) return { mantissa: fraction, exponent: SMALLEST_EXPONENT };
  return { mantissa: fraction | (1n << MANTISSA_BITS), exponent: SMALLEST_EXPONENT + power - 1 };
}

function shiftedToEven(value: bigint, places: bigint): bigint {
  const quotient = value >> places;
  const rest = value - (quotient << places);
  const half = 1n << (places - 1n);
  return rest > half || (rest === half && quotient % 2n === 1n) ? quotient + 1n : quotient;
}
