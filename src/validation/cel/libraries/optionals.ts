import { hasChange } from '../../../facts';
import { functionOf, methodOf } from '../check/declarations';
import type { Expression } from '../syntax/ast';
import type { MacroBuilder } from '../syntax/builder';
import { SyntaxIssue } from '../syntax/issue';
import { bind, type Expand, type Macro } from '../syntax/macros';
import { EvaluationError } from '../values/errors';
import { Duration, ListValue, MapValue, NONE, OptionalValue, Timestamp, Uint, type Value } from '../values/values';
import type { Library } from './library';

function isZero(value: Value): boolean {
  if (value === null || value === false || value === 0n || value === 0 || value === '') return true;
  if (value instanceof Uint) return value.value === 0n;
  if (value instanceof Uint8Array) return value.length === 0;
  if (value instanceof ListValue) return value.elements.length === 0;
  if (value instanceof MapValue) return value.size === 0;
  if (value instanceof Duration) return value.nanoseconds === 0n;
  return value instanceof Timestamp && value.nanoseconds === FIRST_TIME;
}

/** The year 1, which is the zero of times in Go. */
const FIRST_TIME = -62_135_596_800_000_000_000n;

function contentOf(optional: OptionalValue): Value {
  if (optional.value === undefined) throw new EvaluationError('optional.none() dereference');
  return optional.value;
}

function unwrap({ elements }: ListValue): ListValue {
  return new ListValue(
    elements.flatMap((element) => {
      if (!(element instanceof OptionalValue)) throw new EvaluationError('value is not optional');
      return element.value === undefined ? [] : [element.value];
    }),
  );
}

/**
 * An expression about the value of an optional when there is one.
 *
 * @param minor Server: an older one has the optional twice in the expression, not a copy, so that both must have one type.
 */
const optionalMacro = (
  minor: number,
  name: string,
  wrap: (build: MacroBuilder, result: Expression) => Expression,
): Macro => {
  const expand: Expand = (build, target, [variable, result]) => {
    if (variable!.kind !== 'identifier') {
      throw new SyntaxIssue(variable!.offset, `${name}() variable name must be a simple identifier`);
    }
    const again = hasChange(minor, 'CelOptionalCopied') ? build.copy(target!) : target!;
    const value = build.method(again, 'value');
    return build.call(
      '_?_:_',
      build.method(target!, 'hasValue'),
      wrap(build, bind(build, variable!.name, value, result!)),
      build.call('optional.none'),
    );
  };
  return { name, parameters: 2, isMethod: true, expand };
};

/** cel-go `cel.OptionalTypes`. Its functions came in three steps, with versions of cel-go and so of the server itself. */
export const optionals = (minor: number): Library => ({
  introduced: 28,
  types: ['optional_type'],
  macros: [optionalMacro(minor, 'optMap', (build, result) => build.call('optional.of', result))],
  functions: [
    functionOf('optional_of', 'optional.of(V): optional<V>', (value) => new OptionalValue(value)),
    functionOf('optional_ofNonZeroValue', 'optional.ofNonZeroValue(V): optional<V>', (value) =>
      isZero(value) ? NONE : new OptionalValue(value),
    ),
    functionOf('optional_none', 'optional.none(): optional<V>', () => NONE),
    methodOf('optional_value', 'value(optional<V>): V', contentOf),
    methodOf('optional_hasValue', 'hasValue(optional<V>): bool', ({ value }: OptionalValue) => value !== undefined),
    methodOf('optional_or_optional', 'or(optional<V>, optional<V>): optional<V>'),
    methodOf('optional_orValue_value', 'orValue(optional<V>, V): V'),
    functionOf('list_optindex_optional_int', '_[?_](list<V>, int): optional<V>'),
    functionOf('optional_list_optindex_optional_int', '_[?_](optional<list<V>>, int): optional<V>'),
    functionOf('map_optindex_optional_value', '_[?_](map<K, V>, K): optional<V>'),
    functionOf('optional_map_optindex_optional_value', '_[?_](optional<map<K, V>>, K): optional<V>'),
    functionOf('optional_list_index_int', '_[_](optional<list<V>>, int): optional<V>'),
    functionOf('optional_map_index_value', '_[_](optional<map<K, V>>, K): optional<V>'),
  ],
});

export const optionalFlatMap = (minor: number): Macro => optionalMacro(minor, 'optFlatMap', (_, result) => result);

const end =
  (position: 0 | -1) =>
  ({ elements }: ListValue) => {
    const element = elements.at(position);
    return element === undefined ? NONE : new OptionalValue(element);
  };

export const optionalLists = [
  methodOf('list_last', 'last(list<V>): optional<V>', end(-1)),
  methodOf('list_first', 'first(list<V>): optional<V>', end(0)),
  functionOf('optional_unwrap', 'optional.unwrap(list<optional<V>>): list<V>', unwrap),
  methodOf('optional_unwrapOpt', 'unwrapOpt(list<optional<V>>): list<V>', unwrap),
];
