import type { Scalar } from './resolve-scalar';

/**
 * What kubectl makes of a key that is not a string.
 *
 * @returns undefined for a key that it refuses: null and numbers beyond 64 bits with sign.
 */
export function keyText(key: Scalar): string | undefined {
  switch (typeof key) {
    case 'string':
      return key;
    case 'boolean':
      return String(key);
    case 'bigint':
      return key < 2n ** 63n ? String(key) : undefined;
    case 'number':
      return floatText(key);
    default:
      return undefined;
  }
}

/** Go's `strconv.FormatFloat(key, 'g', -1, 32)`: the fewest digits that tell a 32 bit float from its neighbors. */
function floatText(key: number): string {
  const single = Math.fround(key);
  if (Number.isNaN(single)) {
    return '.nan';
  }
  if (!Number.isFinite(single)) {
    return single > 0 ? '.inf' : '-.inf';
  }
  if (single === 0) {
    return Object.is(single, -0) ? '-0' : '0';
  }
  let digits = 1;
  while (Math.fround(Number(single.toExponential(digits - 1))) !== single) {
    digits++;
  }
  const [mantissa, power] = single.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) {
    return plainDecimal(mantissa, exponent);
  }
  const padded = String(Math.abs(exponent)).padStart(2, '0');
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${padded}`;
}

function plainDecimal(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (exponent < 0) {
    return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  }
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}
