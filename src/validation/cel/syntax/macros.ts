import type { Expression } from './ast';
import type { MacroBuilder } from './builder';
import { SyntaxIssue } from './issue';

/**
 * Writes a call as what it stands for.
 *
 * @returns undefined when the call is not a call of the macro
 */
export type Expand = (
  build: MacroBuilder,
  target: Expression | undefined,
  parameters: readonly Expression[],
) => Expression | undefined;

/** A function that is expanded before types are checked. */
export interface Macro {
  readonly name: string;
  /** How many parameters the call has, beside what is before the dot. */
  readonly parameters: number;
  readonly isMethod: boolean;
  readonly expand: Expand;
}

/** The macros of an environment. */
export class Macros {
  private readonly macros = new Map<string, Macro>();

  public constructor(macros: readonly Macro[]) {
    for (const macro of macros) this.macros.set(keyOf(macro.name, macro.parameters, macro.isMethod), macro);
  }

  /** What the call expands to; undefined when it is not a macro. */
  public expand(
    build: MacroBuilder,
    name: string,
    target: Expression | undefined,
    parameters: readonly Expression[],
  ): Expression | undefined {
    return this.macros.get(keyOf(name, parameters.length, target !== undefined))?.expand(build, target, parameters);
  }
}

function keyOf(name: string, parameters: number, isMethod: boolean): string {
  return `${name}:${parameters}:${isMethod}`;
}

/** Name of the variable that collects the result of a loop, which no expression can spell. */
export const ACCUMULATOR = '@result';

/** The name of a loop variable. */
export function variableOf(expression: Expression, message: string): string {
  if (expression.kind !== 'identifier') throw new SyntaxIssue(expression.offset, message);
  if (expression.name === '__result__') {
    throw new SyntaxIssue(expression.offset, 'iteration variable overwrites accumulator variable');
  }
  return expression.name;
}

/** How a macro loops: the same for those with one variable and with two. */
export interface Quantifier {
  readonly start: boolean | bigint;
  readonly condition: (build: MacroBuilder) => Expression;
  readonly step: (build: MacroBuilder, predicate: Expression) => Expression;
  readonly result: (build: MacroBuilder) => Expression;
}

const collected = (build: MacroBuilder) => build.identifier(ACCUMULATOR);

/** The loops that answer a question about all entries. */
export const QUANTIFIERS = {
  all: {
    start: true,
    condition: (build) => build.call('@not_strictly_false', collected(build)),
    step: (build, predicate) => build.call('_&&_', collected(build), predicate),
    result: collected,
  },
  exists: {
    start: false,
    condition: (build) => build.call('@not_strictly_false', build.call('!_', collected(build))),
    step: (build, predicate) => build.call('_||_', collected(build), predicate),
    result: collected,
  },
  existsOne: {
    start: 0n,
    condition: (build) => build.literal(true),
    step: (build, predicate) =>
      build.call('_?_:_', predicate, build.call('_+_', collected(build), build.literal(1n)), collected(build)),
    result: (build) => build.call('_==_', collected(build), build.literal(1n)),
  },
} as const satisfies Readonly<Record<string, Quantifier>>;

/** Variables and range of a loop. */
export interface Iteration {
  readonly range: Expression;
  readonly variable: string;
  readonly secondVariable?: string;
}

export function quantify(
  build: MacroBuilder,
  over: Iteration,
  quantifier: Quantifier,
  predicate: Expression,
): Expression {
  return build.comprehension({
    ...over,
    accumulator: ACCUMULATOR,
    start: build.literal(quantifier.start),
    condition: quantifier.condition(build),
    step: quantifier.step(build, predicate),
    result: quantifier.result(build),
  });
}

/** A loop that collects a list or a map, of those entries only that the filter takes. */
export function collect(
  build: MacroBuilder,
  over: Iteration,
  start: Expression,
  step: Expression,
  filter: Expression | undefined,
): Expression {
  return build.comprehension({
    ...over,
    accumulator: ACCUMULATOR,
    start,
    condition: build.literal(true),
    step: filter === undefined ? step : build.call('_?_:_', filter, step, collected(build)),
    result: collected(build),
  });
}

/** An expression with a name for a value that is computed once, as `cel.bind` does. */
export function bind(build: MacroBuilder, name: string, value: Expression, result: Expression): Expression {
  return build.comprehension({
    range: build.list(),
    variable: '#unused',
    accumulator: name,
    start: value,
    condition: build.literal(false),
    step: build.identifier(name),
    result,
  });
}

const quantifierMacro = (name: string, quantifier: Quantifier): Macro => ({
  name,
  parameters: 2,
  isMethod: true,
  expand: (build, target, [variable, predicate]) => {
    const over = { range: target!, variable: variableOf(variable!, 'argument must be a simple name') };
    return quantify(build, over, quantifier, predicate!);
  },
});

/** Loops of `map(variable, transform)`, and of `map(variable, filter, transform)`. */
export const expandMap: Expand = (build, target, parameters) => {
  const over = { range: target!, variable: variableOf(parameters[0]!, 'argument is not an identifier') };
  const [filter, transform] = parameters.length === 3 ? parameters.slice(1) : [undefined, parameters[1]];
  const step = build.call('_+_', collected(build), build.list(transform!));
  return collect(build, over, build.list(), step, filter);
};

/** The macros of the language itself. */
export const STANDARD_MACROS: readonly Macro[] = [
  {
    name: 'has',
    parameters: 1,
    isMethod: false,
    expand: (build, _, [parameter]) => {
      if (parameter!.kind !== 'select') throw new SyntaxIssue(parameter!.offset, 'invalid argument to has() macro');
      return build.presence(parameter!.operand, parameter!.field);
    },
  },
  quantifierMacro('all', QUANTIFIERS.all),
  quantifierMacro('exists', QUANTIFIERS.exists),
  quantifierMacro('exists_one', QUANTIFIERS.existsOne),
  { name: 'map', parameters: 2, isMethod: true, expand: expandMap },
  { name: 'map', parameters: 3, isMethod: true, expand: expandMap },
  {
    name: 'filter',
    parameters: 2,
    isMethod: true,
    expand: (build, target, [variable, filter]) => {
      const over = { range: target!, variable: variableOf(variable!, 'argument is not an identifier') };
      const step = build.call('_+_', collected(build), build.list(variable!));
      return collect(build, over, build.list(), step, filter);
    },
  },
];
