/** How many there can be at least and at most; endless beyond 2^64 - 1. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** What cel-go counts with at most. */
export const ENDLESS = 2 ** 64;

const within = (value: number): number => Math.min(value, ENDLESS);

export const range = (least: number, most: number): Range => ({ least: within(least), most: within(most) });
export const exactly = (value: number): Range => range(value, value);
export const UNKNOWN: Range = range(0, ENDLESS);
export const ZERO: Range = exactly(0);

export function add(...ranges: readonly Range[]): Range {
  return ranges.reduce((sum, { least, most }) => range(sum.least + least, sum.most + most), ZERO);
}

export function multiply(left: Range, right: Range): Range {
  return range(left.least * right.least, left.most * right.most);
}

/** A size times what each unit costs, rounded up. */
export function times({ least, most }: Range, factor: number): Range {
  return range(Math.ceil(least * factor), Math.ceil(most * factor));
}

export function union(left: Range, right: Range): Range {
  return range(Math.min(left.least, right.least), Math.max(left.most, right.most));
}
