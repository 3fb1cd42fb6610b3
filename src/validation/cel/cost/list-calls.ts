import type { CallCost } from './calls';
import type { Part } from './known-sizes';
import { add, ENDLESS, exactly, multiply, type Range, times, UNKNOWN } from './range';

const NEW_LIST = exactly(11);
const sizeOf = (part: Part | undefined): Range => part?.size ?? UNKNOWN;

/** The costs of cel-go `ext.Lists` and `ext.Sets`; undefined for other functions. */
export function listCallCost(overload: string, target: Part | undefined, parts: readonly Part[]): CallCost | undefined {
  const [first, second] = parts;
  switch (overload) {
    case 'list_sets_contains_list':
    case 'list_sets_intersects_list':
      return { cost: add(multiply(sizeOf(first), sizeOf(second)), exactly(1)) };
    case 'list_sets_equivalent_list':
      return { cost: add(times(multiply(sizeOf(first), sizeOf(second)), 2), exactly(1)) };
    case 'list_slice': {
      const length = literalOf(second, sizeOf(target).most) - literalOf(first, 0);
      // Below zero, the unsigned difference of the server wraps around.
      return newList(1, exactly(length < 0 ? ENDLESS + length : length));
    }
    case 'lists_range':
      return newList(1, exactly(literalOf(first, ENDLESS)));
    case 'list_reverse':
      return newList(1, sizeOf(target));
    case 'list_flatten':
      return newList(1, sizeOf(target));
    case 'list_flatten_int':
      return newList(literalOf(first, ENDLESS), sizeOf(target));
    case 'list_distinct':
      return newList(2, multiply(sizeOf(target), sizeOf(target)));
    default:
      return sortCost(overload, target, first);
  }
}

function sortCost(overload: string, target: Part | undefined, keys: Part | undefined): CallCost | undefined {
  const [, type, name] = /^list_(.*)_(sort|sortByAssociatedKeys)$/.exec(overload) ?? [];
  if (type === undefined) return undefined;
  const size = sizeOf(name === 'sort' ? target : keys);
  const isText = type === 'string' || type === 'bytes';
  return newList(isText ? 2.1 : 2, multiply(size, size));
}

function newList(factor: number, size: Range): CallCost {
  return { cost: add(times(size, factor), NEW_LIST), size };
}

function literalOf(part: Part | undefined, otherwise: number): number {
  if (part?.expression.kind !== 'literal' || typeof part.expression.value !== 'bigint') return otherwise;
  return Math.max(0, Number(part.expression.value));
}
