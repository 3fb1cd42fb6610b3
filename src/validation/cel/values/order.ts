import { EvaluationError, noSuchOverload } from './errors';
import { Duration, Timestamp, Uint, type Value } from './values';

export type Order = -1 | 0 | 1;

export function isNumber(value: Value): value is bigint | number | Uint {
  return typeof value === 'bigint' || typeof value === 'number' || value instanceof Uint;
}

/** The order of two amounts; undefined when one of them is not a number. */
export function compareNumbers(left: bigint | number | Uint, right: bigint | number | Uint): Order | undefined {
  const one = left instanceof Uint ? left.value : left;
  const other = right instanceof Uint ? right.value : right;
  if (Number.isNaN(one) || Number.isNaN(other)) return undefined;
  // JavaScript compares a bigint and a number by their exact amounts.
  if (one < other) return -1;
  return one > other ? 1 : 0;
}

/**
 * The order of two values of one type, or of two numbers.
 *
 * @throws {@link EvaluationError} for values that have no order
 */
export function compare(left: Value, right: Value): Order {
  if (isNumber(left) && isNumber(right)) {
    const order = compareNumbers(left, right);
    if (order === undefined) throw new EvaluationError('NaN values cannot be ordered');
    return order;
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return Buffer.compare(Buffer.from(left, 'utf8'), Buffer.from(right, 'utf8'));
  }
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Buffer.compare(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return orderOf(Number(left), Number(right));
  const isTime =
    (left instanceof Timestamp && right instanceof Timestamp) ||
    (left instanceof Duration && right instanceof Duration);
  if (!isTime) throw noSuchOverload();
  return orderOf(left.nanoseconds, right.nanoseconds);
}

/** Whether values like this one have an order. */
export function isOrdered(value: Value): boolean {
  return (
    isNumber(value) ||
    ['string', 'boolean'].includes(typeof value) ||
    value instanceof Uint8Array ||
    value instanceof Timestamp ||
    value instanceof Duration
  );
}

function orderOf<T extends bigint | number>(left: T, right: T): Order {
  if (left < right) return -1;
  return left > right ? 1 : 0;
}
