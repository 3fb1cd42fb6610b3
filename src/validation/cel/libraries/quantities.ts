import { compareQuantities, parseQuantity, type Quantity, signOfQuantity } from '../../../values';
import { functionOf, methodOf } from '../check/declarations';
import { EvaluationError } from '../values/errors';
import { ObjectValue } from '../values/values';
import type { Library } from './library';

export class QuantityValue extends ObjectValue {
  public readonly typeName = 'kubernetes.Quantity';

  public constructor(public readonly quantity: Quantity) {
    super();
  }

  public override equals(other: QuantityValue): boolean {
    return compareQuantities(this.quantity, other.quantity) === 0;
  }
}

/** Unlike in manifests, there must be no space around it. */
function parse(text: string): Quantity | undefined {
  return /\s/.test(text) ? undefined : parseQuantity(text);
}

function quantity(text: string): QuantityValue {
  const parsed = parse(text);
  if (parsed === undefined) {
    throw new EvaluationError(
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    );
  }
  return new QuantityValue(parsed);
}

const LARGEST = 2n ** 63n - 1n;
const MOST_PLACES = 19;

/** The amount as an integer; undefined when the server does not keep it as one. */
function integerOf({ digits, exponent, small }: Quantity): bigint | undefined {
  if (!small || exponent < 0 || (exponent > MOST_PLACES && digits !== 0n)) return undefined;
  const value = digits * 10n ** BigInt(Math.min(exponent, MOST_PLACES));
  return value > LARGEST || value < -LARGEST - 1n ? undefined : value;
}

function asInteger({ quantity: amount }: QuantityValue): bigint {
  const value = integerOf(amount);
  if (value === undefined) throw new EvaluationError('cannot convert value to integer');
  return value;
}

function sum(left: Quantity, right: Quantity, sign: 1n | -1n): QuantityValue {
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = ({ digits, exponent: own }: Quantity) => digits * 10n ** BigInt(own - exponent);
  const digits = scaled(left) + sign * scaled(right);
  const isSmall = left.small && right.small && digits <= LARGEST && digits >= -LARGEST - 1n;
  return new QuantityValue({ digits, exponent, format: left.format, small: isSmall });
}

const ofInt = (value: bigint): Quantity => ({ digits: value, exponent: 0, format: 'DecimalExponent', small: true });

const compare = ({ quantity: left }: QuantityValue, { quantity: right }: QuantityValue) =>
  compareQuantities(left, right);

/** `k8s.io/apiserver/pkg/cel/library`: Quantity. */
export const quantities: Library = {
  introduced: 28,
  functions: [
    functionOf('string_to_quantity', 'quantity(string): kubernetes.Quantity', quantity),
    functionOf('is_quantity_string', 'isQuantity(string): bool', (text) => parse(text) !== undefined),
    functionOf('quantity_sign', 'sign(kubernetes.Quantity): int', (value: QuantityValue) =>
      BigInt(signOfQuantity(value.quantity)),
    ),
    methodOf(
      'quantity_is_greater_than',
      'isGreaterThan(kubernetes.Quantity, kubernetes.Quantity): bool',
      (left, right) => compare(left, right) > 0,
    ),
    methodOf(
      'quantity_is_less_than',
      'isLessThan(kubernetes.Quantity, kubernetes.Quantity): bool',
      (left, right) => compare(left, right) < 0,
    ),
    methodOf('quantity_compare_to', 'compareTo(kubernetes.Quantity, kubernetes.Quantity): int', (left, right) =>
      BigInt(compare(left, right)),
    ),
    methodOf(
      'quantity_get_float',
      'asApproximateFloat(kubernetes.Quantity): double',
      ({ quantity: { digits, exponent } }: QuantityValue) => Number(digits) * 10 ** exponent,
    ),
    methodOf('quantity_get_int', 'asInteger(kubernetes.Quantity): int', asInteger),
    methodOf(
      'quantity_is_integer',
      'isInteger(kubernetes.Quantity): bool',
      (value: QuantityValue) => integerOf(value.quantity) !== undefined,
    ),
    methodOf('quantity_add', 'add(kubernetes.Quantity, kubernetes.Quantity): kubernetes.Quantity', (left, right) =>
      sum(left.quantity, right.quantity, 1n),
    ),
    methodOf('quantity_add_int', 'add(kubernetes.Quantity, int): kubernetes.Quantity', (left, right) =>
      sum(left.quantity, ofInt(right), 1n),
    ),
    methodOf('quantity_sub', 'sub(kubernetes.Quantity, kubernetes.Quantity): kubernetes.Quantity', (left, right) =>
      sum(left.quantity, right.quantity, -1n),
    ),
    methodOf('quantity_sub_int', 'sub(kubernetes.Quantity, int): kubernetes.Quantity', (left, right) =>
      sum(left.quantity, ofInt(right), -1n),
    ),
  ],
};
