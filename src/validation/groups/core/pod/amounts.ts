import type { Quantity } from '../../../../values';

/** Powers of ten beyond this are not added up exactly, to keep hostile amounts cheap. */
const LARGEST_GAP = 40;

/** The sum of two amounts, in the form of the first. */
export function addQuantities(left: Quantity, right: Quantity): Quantity {
  const exponent = Math.min(left.exponent, right.exponent);
  const gap = Math.max(left.exponent, right.exponent) - exponent;
  if (gap > LARGEST_GAP) return left.exponent > right.exponent ? left : right;
  const digits = ({ digits: own, exponent: from }: Quantity): bigint => own * 10n ** BigInt(from - exponent);
  return { ...left, digits: digits(left) + digits(right), exponent, small: false };
}
