import { functionOf, type Overload } from '../check/declarations';
import { hasSameKeys, isEqual } from '../values/equality';
import { EvaluationError } from '../values/errors';
import { int, uint } from '../values/numbers';
import { compare, type Order } from '../values/order';
import { durationOf, timestampOf } from '../values/time';
import { type Duration, ListValue, type Timestamp, type Uint, type Value } from '../values/values';

type Numbers = (left: bigint, right: bigint) => bigint;

function checkDivisor(right: bigint, name: string): void {
  if (right === 0n) throw new EvaluationError(`${name} by zero`);
}

const divide: Numbers = (left, right) => {
  checkDivisor(right, 'division');
  return left / right;
};
const modulo: Numbers = (left, right) => {
  checkDivisor(right, 'modulus');
  return left % right;
};

/** An operator for ints and uints. */
function whole(operator: string, name: string, compute: Numbers): Overload[] {
  return [
    functionOf(`${name}_int64`, `${operator}(int, int): int`, (left, right) => int(compute(left, right))),
    functionOf(`${name}_uint64`, `${operator}(uint, uint): uint`, (left: Uint, right: Uint) =>
      uint(compute(left.value, right.value)),
    ),
  ];
}

/** The same for doubles. */
function double(operator: string, name: string, compute: (left: number, right: number) => number): Overload {
  return functionOf(`${name}_double`, `${operator}(double, double): double`, compute);
}

const arithmetic: readonly Overload[] = [
  functionOf('add_bytes', '_+_(bytes, bytes): bytes', (left, right) => Buffer.concat([left, right])),
  double('_+_', 'add', (left, right) => left + right),
  functionOf('add_duration_duration', '_+_(duration, duration): duration', (left: Duration, right: Duration) =>
    durationOf(left.nanoseconds + right.nanoseconds),
  ),
  functionOf('add_duration_timestamp', '_+_(duration, timestamp): timestamp', (left, right) => later(right, left)),
  functionOf('add_timestamp_duration', '_+_(timestamp, duration): timestamp', later),
  ...whole('_+_', 'add', (left, right) => left + right),
  functionOf('add_list', '_+_(list<A>, list<A>): list<A>', joined),
  functionOf('add_string', '_+_(string, string): string', (left, right) => left + right),
  double('_/_', 'divide', (left, right) => left / right),
  ...whole('_/_', 'divide', divide),
  ...whole('_%_', 'modulo', modulo),
  double('_*_', 'multiply', (left, right) => left * right),
  ...whole('_*_', 'multiply', (left, right) => left * right),
  functionOf('negate_double', '-_(double): double', (value: number) => -value),
  functionOf('negate_int64', '-_(int): int', (value: bigint) => int(-value)),
  double('_-_', 'subtract', (left, right) => left - right),
  functionOf('subtract_duration_duration', '_-_(duration, duration): duration', (left: Duration, right: Duration) =>
    durationOf(left.nanoseconds - right.nanoseconds),
  ),
  ...whole('_-_', 'subtract', (left, right) => left - right),
  functionOf('subtract_timestamp_duration', '_-_(timestamp, duration): timestamp', (left: Timestamp, right: Duration) =>
    timestampOf(left.nanoseconds - right.nanoseconds, left.offset),
  ),
  functionOf(
    'subtract_timestamp_timestamp',
    '_-_(timestamp, timestamp): duration',
    (left: Timestamp, right: Timestamp) => durationOf(left.nanoseconds - right.nanoseconds),
  ),
];

function later(time: Timestamp, duration: Duration): Timestamp {
  return timestampOf(time.nanoseconds + duration.nanoseconds, time.offset);
}

/** Two lists one after the other. Sets and lists of the kind `map` of a custom resource keep what is in both once. */
function joined(left: ListValue, right: ListValue): ListValue {
  if (left.kind === 'set') {
    const added = right.elements.filter((element) => !left.elements.some((one) => isEqual(one, element)));
    return new ListValue([...left.elements, ...added], 'set');
  }
  if (left.kind !== 'map') return new ListValue([...left.elements, ...right.elements], left.kind);
  const elements = [...left.elements];
  for (const element of right.elements) {
    const index = elements.findIndex((one) => hasSameKeys(left.keys, one, element));
    elements[index < 0 ? elements.length : index] = element;
  }
  return new ListValue(elements, 'map', left.keys);
}

const NUMBERS = ['int', 'uint', 'double'];
const ORDERED = ['bool', ...NUMBERS, 'string', 'bytes', 'timestamp', 'duration'];
const OVERLOAD_NAMES: Readonly<Record<string, string>> = { int: 'int64', uint: 'uint64' };
const nameOf = (type: string): string => OVERLOAD_NAMES[type] ?? type;

function comparison(operator: string, name: string, fits: (order: Order) => boolean): Overload[] {
  const evaluate = (left: Value, right: Value): boolean => fits(compare(left, right));
  return ORDERED.flatMap((left) => {
    const others = NUMBERS.includes(left) ? NUMBERS.filter((right) => right !== left) : [];
    return [
      functionOf(`${name}_${nameOf(left)}`, `${operator}(${left}, ${left}): bool`, evaluate),
      ...others.map((right) =>
        functionOf(`${name}_${nameOf(left)}_${nameOf(right)}`, `${operator}(${left}, ${right}): bool`, evaluate),
      ),
    ];
  });
}

/** The operators. Those without an evaluation are for the evaluator, which looks at their operands itself. */
export const operators: readonly Overload[] = [
  functionOf('conditional', '_?_:_(bool, A, A): A'),
  functionOf('logical_and', '_&&_(bool, bool): bool'),
  functionOf('logical_or', '_||_(bool, bool): bool'),
  functionOf('logical_not', '!_(bool): bool', (value: boolean) => !value),
  functionOf('not_strictly_false', '@not_strictly_false(bool): bool'),
  functionOf('equals', '_==_(A, A): bool'),
  functionOf('not_equals', '_!=_(A, A): bool'),
  ...arithmetic,
  ...comparison('_<_', 'less', (order) => order < 0),
  ...comparison('_<=_', 'less_equals', (order) => order <= 0),
  ...comparison('_>_', 'greater', (order) => order > 0),
  ...comparison('_>=_', 'greater_equals', (order) => order >= 0),
  functionOf('index_list', '_[_](list<A>, int): A'),
  functionOf('index_map', '_[_](map<A, B>, A): B'),
  functionOf('in_list', '@in(A, list<A>): bool'),
  functionOf('in_map', '@in(A, map<A, B>): bool'),
];
