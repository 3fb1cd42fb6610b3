import { compareQuantities, type Quantity, signOfQuantity } from './quantity';

/** Amounts by the name of a resource, such as `requests.cpu`. */
export type ResourceAmounts = ReadonlyMap<string, Quantity>;

/** No amount; it takes the format of what is added to it. */
export const ZERO: Quantity = { digits: 0n, exponent: 0, format: 'DecimalSI', small: true };

/** A whole number as a quantity. */
export function countQuantity(count: number): Quantity {
  return { ...ZERO, digits: BigInt(count) };
}

/** The sum, in the format of the first amount that is not zero, as `Quantity.Add` of the server keeps it. */
export function addQuantities(left: Quantity, right: Quantity): Quantity {
  const { format } = signOfQuantity(left) === 0 ? right : left;
  const small = left.small && right.small;
  if (left.exponent === right.exponent) {
    return { digits: left.digits + right.digits, exponent: left.exponent, format, small };
  }
  const exponent = Math.min(left.exponent, right.exponent);
  const scaled = (amount: Quantity) => amount.digits * 10n ** BigInt(amount.exponent - exponent);
  return { digits: scaled(left) + scaled(right), exponent, format, small };
}

/** Sums of all resources of both. */
export function addAmounts(left: ResourceAmounts, right: ResourceAmounts): Map<string, Quantity> {
  const sums = new Map(left);
  for (const [name, amount] of right) sums.set(name, addQuantities(sums.get(name) ?? ZERO, amount));
  return sums;
}

/** For each resource of the first, what is left without the second; not less than nothing. */
export function subtractAmounts(from: ResourceAmounts, amounts: ResourceAmounts): Map<string, Quantity> {
  return new Map(
    [...from].map(([name, amount]) => {
      const less = amounts.get(name);
      const left = less === undefined ? amount : addQuantities(amount, { ...less, digits: -less.digits });
      return [name, signOfQuantity(left) < 0 ? { ...left, digits: 0n } : left];
    }),
  );
}

/** All amounts times a whole number. */
export function timesAmounts(amounts: ResourceAmounts, factor: number): Map<string, Quantity> {
  const times = new Map<string, Quantity>();
  for (const [name, amount] of amounts) times.set(name, { ...amount, digits: amount.digits * BigInt(factor) });
  return times;
}

/** For each resource of either, the larger amount. */
export function largerAmounts(left: ResourceAmounts, right: ResourceAmounts): Map<string, Quantity> {
  const larger = new Map(left);
  for (const [name, amount] of right) {
    const known = larger.get(name);
    if (known === undefined || compareQuantities(amount, known) > 0) larger.set(name, amount);
  }
  return larger;
}
