import { functionOf, methodOf, type Overload } from '../check/declarations';
import type { Expression } from '../syntax/ast';
import { SyntaxIssue } from '../syntax/issue';
import { bind, expandMap, type Macro } from '../syntax/macros';
import { contains, isEqual } from '../values/equality';
import { EvaluationError, noSuchOverload } from '../values/errors';
import { int, uint } from '../values/numbers';
import { compare, isOrdered, type Order } from '../values/order';
import { durationOf } from '../values/time';
import { typeOfValue } from '../values/types-of-values';
import { Duration, ListValue, Uint, type Value } from '../values/values';
import type { Library } from './library';

const COMPARABLE = ['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes'];
const SUMMABLE: Readonly<Record<string, Value>> = {
  int: 0n,
  uint: new Uint(0n),
  double: 0,
  duration: new Duration(0n),
};

function isSorted({ elements }: ListValue): boolean {
  for (const [index, element] of elements.entries()) {
    if (!isOrdered(element)) throw noSuchOverload();
    if (index > 0 && orderOf(elements[index - 1]!, element) === 1) return false;
  }
  return true;
}

/** The order of two values; undefined when they have none, which the server takes for being in order. */
function orderOf(left: Value, right: Value): Order | undefined {
  try {
    return compare(left, right);
  } catch {
    return undefined;
  }
}

function add(left: Value, right: Value): Value {
  if (typeof left === 'bigint' && typeof right === 'bigint') return int(left + right);
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  if (left instanceof Uint && right instanceof Uint) return uint(left.value + right.value);
  if (left instanceof Duration && right instanceof Duration) return durationOf(left.nanoseconds + right.nanoseconds);
  throw noSuchOverload();
}

/** The first entry before which no other comes in the direction. */
function extreme(name: string, { elements }: ListValue, direction: Order): Value {
  let best: Value | undefined;
  for (const element of elements) {
    if (!isOrdered(element)) throw noSuchOverload();
    if (best === undefined || orderOf(best, element) === direction) best = element;
  }
  if (best === undefined) throw new EvaluationError(`${name} called on empty list`);
  return best;
}

/** Entries that cannot be compared are not the same. */
function isSame(left: Value, right: Value): boolean {
  try {
    return isEqual(left, right);
  } catch {
    return false;
  }
}

/** `k8s.io/apiserver/pkg/cel/library`: Lists. */
export const lists: Library = {
  introduced: 0,
  functions: [
    ...COMPARABLE.flatMap((type) => [
      methodOf(`list_${type}_is_sorted_bool`, `isSorted(list<${type}>): bool`, isSorted),
      methodOf(`list_${type}_max_${type}`, `max(list<${type}>): ${type}`, (list) => extreme('max', list, -1)),
      methodOf(`list_${type}_min_${type}`, `min(list<${type}>): ${type}`, (list) => extreme('min', list, 1)),
    ]),
    ...Object.entries(SUMMABLE).map(([type, zero]) =>
      methodOf(`list_${type}_sum_${type}`, `sum(list<${type}>): ${type}`, ({ elements }: ListValue) =>
        elements.reduce(add, zero),
      ),
    ),
    methodOf('list_a_index_of_int', 'indexOf(list<A>, A): int', ({ elements }: ListValue, value: Value) =>
      BigInt(elements.findIndex((element) => isSame(element, value))),
    ),
    methodOf('list_a_last_index_of_int', 'lastIndexOf(list<A>, A): int', ({ elements }: ListValue, value: Value) =>
      BigInt(elements.findLastIndex((element) => isSame(element, value))),
    ),
  ],
};

function slice({ elements }: ListValue, start: bigint, end: bigint): ListValue {
  const problem =
    start < 0 || end < 0
      ? 'negative indexes not supported'
      : start > end
        ? 'start index must be less than or equal to end index'
        : end > elements.length && `list is length ${elements.length}`;
  if (problem) throw new EvaluationError(`cannot slice(${start}, ${end}), ${problem}`);
  return new ListValue(elements.slice(Number(start), Number(end)));
}

function flatten({ elements }: ListValue, depth = 1n): ListValue {
  if (depth < 0) throw new EvaluationError('level must be non-negative');
  return new ListValue(
    elements.flatMap((element) =>
      element instanceof ListValue && depth > 0 ? flatten(element, depth - 1n).elements : [element],
    ),
  );
}

function sortedBy({ elements }: ListValue, keys: ListValue): ListValue {
  if (elements.length !== keys.elements.length) throw new EvaluationError('lists of different sizes');
  const [first] = keys.elements;
  if (first === undefined) return new ListValue(elements);
  if (!isOrdered(first)) throw new EvaluationError('list elements must be comparable');
  const { kind } = typeOfValue(first);
  if (keys.elements.some((key) => typeOfValue(key).kind !== kind)) {
    throw new EvaluationError('list elements must have the same type');
  }
  const pairs = elements.map((element, index) => [element, keys.elements[index]!] as const);
  pairs.sort(([, left], [, right]) => orderOf(left, right) ?? 0);
  return new ListValue(pairs.map(([element]) => element));
}

function distinct({ elements }: ListValue): ListValue {
  const kept: Value[] = [];
  for (const element of elements) if (!kept.some((one) => isSame(element, one))) kept.push(element);
  return new ListValue(kept);
}

const LONGEST_RANGE = 1_000_000n;

function range(count: bigint): ListValue {
  if (count > LONGEST_RANGE) throw new EvaluationError('operation cancelled: actual cost limit exceeded');
  return new ListValue(Array.from({ length: Math.max(0, Number(count)) }, (_, index) => BigInt(index)));
}

const SORTED = '@__sortBy_input__';
const SORTABLE: readonly Expression['kind'][] = ['list', 'select', 'identifier', 'comprehension', 'call'];

const sortBy: Macro = {
  name: 'sortBy',
  parameters: 2,
  isMethod: true,
  expand: (build, target, parameters) => {
    if (!SORTABLE.includes(target!.kind)) {
      const message = 'sortBy can only be applied to a list, identifier, comprehension, call or select expression';
      throw new SyntaxIssue(target!.offset, message);
    }
    const keys = expandMap(build, build.identifier(SORTED), parameters)!;
    const sorted = build.method(build.identifier(SORTED), '@sortByAssociatedKeys', keys);
    return bind(build, SORTED, target!, sorted);
  },
};

/** Names in the overloads of sorting, where they differ from those of the types. */
const SORT_NAMES: Readonly<Record<string, string>> = {
  duration: 'google.protobuf.Duration',
  timestamp: 'google.protobuf.Timestamp',
};

const sorting: readonly Overload[] = COMPARABLE.flatMap((type) => {
  const name = SORT_NAMES[type] ?? type;
  return [
    methodOf(`list_${name}_sort`, `sort(list<${type}>): list<${type}>`, (list: ListValue) => sortedBy(list, list)),
    methodOf(`list_${name}_sortByAssociatedKeys`, `@sortByAssociatedKeys(list<T>, list<${type}>): list<T>`, sortedBy),
  ];
});

/** cel-go `ext.Lists` in its version 3. */
export const listTools: Library = {
  introduced: 34,
  macros: [sortBy],
  functions: [
    methodOf('list_slice', 'slice(list<T>, int, int): list<T>', slice),
    methodOf('list_flatten', 'flatten(list<list<T>>): list<T>', flatten),
    methodOf('list_flatten_int', 'flatten(list<dyn>, int): list<dyn>', flatten),
    ...sorting,
    functionOf('lists_range', 'lists.range(int): list<int>', range),
    methodOf(
      'list_reverse',
      'reverse(list<T>): list<T>',
      ({ elements }: ListValue) => new ListValue(elements.toReversed()),
    ),
    methodOf('list_distinct', 'distinct(list<T>): list<T>', distinct),
  ],
};

function holds(all: ListValue, some: ListValue): boolean {
  return some.elements.every((element) => contains(all, element));
}

function isShared(list: ListValue, value: Value): boolean {
  try {
    return contains(list, value);
  } catch {
    return false;
  }
}

/** cel-go `ext.Sets`. */
export const sets: Library = {
  introduced: 29,
  functions: [
    functionOf('list_sets_contains_list', 'sets.contains(list<T>, list<T>): bool', holds),
    functionOf(
      'list_sets_equivalent_list',
      'sets.equivalent(list<T>, list<T>): bool',
      (left: ListValue, right: ListValue) => holds(left, right) && holds(right, left),
    ),
    functionOf(
      'list_sets_intersects_list',
      'sets.intersects(list<T>, list<T>): bool',
      (left: ListValue, right: ListValue) => left.elements.some((element) => isShared(right, element)),
    ),
  ],
};
