import { functionOf } from '../check/declarations';
import type { Expression } from '../syntax/ast';
import type { MacroBuilder } from '../syntax/builder';
import { SyntaxIssue } from '../syntax/issue';
import {
  ACCUMULATOR,
  bind,
  collect,
  type Iteration,
  type Macro,
  QUANTIFIERS,
  type Quantifier,
  quantify,
  variableOf,
} from '../syntax/macros';
import { EvaluationError } from '../values/errors';
import { MapValue, type Value } from '../values/values';
import type { Library } from './library';

function iteration(range: Expression, first: Expression, second: Expression): Required<Iteration> {
  const message = 'argument must be a simple name';
  const [variable, secondVariable] = [variableOf(first, message), variableOf(second, message)];
  if (variable === secondVariable) throw new SyntaxIssue(second.offset, `duplicate variable name: ${variable}`);
  return { range, variable, secondVariable };
}

const quantifier = (name: string, loop: Quantifier): Macro => ({
  name,
  parameters: 3,
  isMethod: true,
  expand: (build, target, [first, second, predicate]) =>
    quantify(build, iteration(target!, first!, second!), loop, predicate!),
});

type Step = (build: MacroBuilder, over: Required<Iteration>, transform: Expression) => Expression;

/** A macro with a transformation, and the same with a filter before it. */
function transform(name: string, start: (build: MacroBuilder) => Expression, step: Step): Macro[] {
  return [3, 4].map((parameters) => ({
    name,
    parameters,
    isMethod: true,
    expand: (build, target, [first, second, ...rest]) => {
      const over = iteration(target!, first!, second!);
      const filter = rest.length === 2 ? rest[0] : undefined;
      return collect(build, over, start(build), step(build, over, rest.at(-1)!), filter);
    },
  }));
}

const collected = (build: MacroBuilder) => build.identifier(ACCUMULATOR);

function insert(map: MapValue, key: Value, value: Value): MapValue {
  if (map.has(key)) throw new EvaluationError(`insert failed: key ${String(key)} already exists`);
  return new MapValue([...map.pairs(), [key, value]]);
}

function insertAll(map: MapValue, added: MapValue): MapValue {
  return added.pairs().reduce((all, [key, value]) => insert(all, key, value), map);
}

/** cel-go `ext.TwoVarComprehensions`. */
export const twoVariableLoops: Library = {
  introduced: 32,
  macros: [
    quantifier('all', QUANTIFIERS.all),
    quantifier('exists', QUANTIFIERS.exists),
    quantifier('existsOne', QUANTIFIERS.existsOne),
    quantifier('exists_one', QUANTIFIERS.existsOne),
    ...transform(
      'transformList',
      (build) => build.list(),
      (build, _, result) => build.call('_+_', collected(build), build.list(result)),
    ),
    ...transform(
      'transformMap',
      (build) => build.emptyMap(),
      (build, { variable }, result) =>
        build.call('cel.@mapInsert', collected(build), build.identifier(variable), result),
    ),
    ...transform(
      'transformMapEntry',
      (build) => build.emptyMap(),
      (build, _, result) => build.call('cel.@mapInsert', collected(build), result),
    ),
  ],
  functions: [
    functionOf('@mapInsert_map_key_value', 'cel.@mapInsert(map<K, V>, K, V): map<K, V>', insert),
    functionOf('@mapInsert_map_map', 'cel.@mapInsert(map<K, V>, map<K, V>): map<K, V>', insertAll),
  ],
};

/** `cel.bind(name, value, expression)` of cel-go `ext.Bindings`, which only selectors of devices have. */
export const bindings: Macro = {
  name: 'bind',
  parameters: 3,
  isMethod: true,
  expand: (build, target, [variable, value, result]) => {
    if (target?.kind !== 'identifier' || target.name !== 'cel') return undefined;
    if (variable!.kind !== 'identifier') {
      throw new SyntaxIssue(variable!.offset, 'cel.bind() variable names must be simple identifiers');
    }
    return bind(build, variable!.name, value!, result!);
  },
};
