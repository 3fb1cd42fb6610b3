import { hasChange } from '../../../facts';
import type { Overload } from '../check/declarations';
import type { CheckedExpression } from '../check/inference';
import type { Call, Comprehension, Expression, ListExpression, MapExpression, Selection } from '../syntax/ast';
import { ACCUMULATOR } from '../syntax/macros';
import { callCost } from './calls';
import { type Part, Sizes, type Variable, type Variables } from './known-sizes';
import { add, ENDLESS, exactly, multiply, type Range, UNKNOWN, union, ZERO } from './range';
import type { Sized } from './sizes';

const LIST = exactly(10);
const MAP = exactly(30);
const STRUCT = exactly(40);
const ONE = exactly(1);

/**
 * Estimates what an expression that compiles costs at most, in units of cel-go.
 *
 * @param root Sizes of `self`
 * @see checker.Cost in cel-go
 */
export function estimateCost(expression: CheckedExpression, root: Sized, minor: number): number {
  return new Estimator(expression, root, minor).cost(expression.root, new Map()).most;
}

class Estimator extends Sizes {
  public cost(expression: Expression, variables: Variables): Range {
    switch (expression.kind) {
      case 'literal':
        return ZERO;
      case 'identifier':
        this.paths.set(expression.id, variables.get(expression.name)?.path ?? [expression.name]);
        return ONE;
      case 'select':
        return this.selection(expression, variables);
      case 'call':
        return this.call(expression, variables);
      case 'list':
        return this.list(expression, variables);
      case 'map':
        return this.map(expression, variables);
      case 'struct':
        return add(STRUCT, ...expression.fields.map(({ value }) => this.cost(value, variables)));
      case 'comprehension':
        return this.remembers && isBinding(expression)
          ? this.binding(expression, variables)
          : this.loop(expression, variables);
    }
  }

  private selection(expression: Selection, variables: Variables): Range {
    const name = this.checked.names.get(expression.id);
    if (name !== undefined) {
      this.paths.set(expression.id, [name]);
      return ONE;
    }
    const cost = this.cost(expression.operand, variables);
    if (expression.isTest) return hasChange(this.minor, 'CelPresenceFree') ? cost : add(cost, ONE);
    this.paths.set(expression.id, [...this.pathOf(expression.operand, variables), expression.field]);
    const isField = ['map', 'struct', 'parameter'].includes(this.typeOf(expression.operand).kind);
    return isField ? add(cost, ONE) : cost;
  }

  private call(expression: Call, variables: Variables): Range {
    const { name, parameters } = expression;
    if (this.remembers && name === 'dyn') {
      const cost = this.cost(parameters[0]!, variables);
      this.copySizes(expression, parameters[0]!, variables);
      return add(ONE, cost);
    }
    const costs = parameters.map((parameter) => this.cost(parameter, variables));
    const parts = parameters.map((parameter) => this.part(parameter, variables));
    const overloads = this.checked.overloads.get(expression.id) ?? [];
    if (overloads.length === 0) return ZERO;
    const isMethod = expression.target !== undefined && !this.checked.names.has(expression.id);
    const targetCost = isMethod ? this.cost(expression.target!, variables) : ZERO;
    const target = isMethod ? this.part(expression.target!, variables) : undefined;
    let own: Range = { least: ENDLESS, most: 0 };
    let size: Range | undefined;
    for (const overload of overloads) {
      const found = this.overloadCost(expression, overload, target, parts, costs, variables);
      own = union(own, found.cost);
      if (found.size !== undefined) size = size === undefined ? found.size : union(size, found.size);
      if (overload.id === 'index_list' || overload.id === 'index_map') {
        const step = overload.id === 'index_list' ? '@items' : '@values';
        this.paths.set(expression.id, [...this.pathOf(parameters[0]!, variables), step]);
        if (this.remembers) size = this.entriesOf(parameters[0]!, variables)?.value;
      }
      if (this.remembers) size ??= this.sizeOf(expression, variables);
    }
    if (size !== undefined) this.sizes.set(expression.id, size);
    return add(targetCost, own);
  }

  private overloadCost(
    expression: Call,
    overload: Overload,
    target: Part | undefined,
    parts: readonly Part[],
    costs: readonly Range[],
    variables: Variables,
  ): { cost: Range; size?: Range | undefined } {
    const known = callCost(this, this.nameOf(expression), overload.id, target, parts);
    if (known !== undefined) return { cost: add(known.cost, ...costs), size: known.size };
    const sizes = parts.map(({ size }) => size ?? UNKNOWN);
    switch (overload.id) {
      case 'logical_or':
      case 'logical_and':
        return { cost: { least: costs[0]!.least, most: add(...costs).most } };
      case 'conditional': {
        this.uniteEntries(expression, parts[1]!, parts[2]!, variables);
        return { cost: add(costs[0]!, union(costs[1]!, costs[2]!)), size: union(sizes[1]!, sizes[2]!) };
      }
      case 'add_string':
      case 'add_bytes':
      case 'add_list':
        this.uniteEntries(expression, parts[0]!, parts[1]!, variables);
        return { cost: add(additionCost(overload.id, sizes), ...costs), size: add(...sizes) };
      default:
        return { cost: add(ONE, ...costs) };
    }
  }

  private nameOf(expression: Call): string {
    return this.checked.names.get(expression.id) ?? expression.name;
  }

  private uniteEntries(at: Expression, left: Part, right: Part, variables: Variables): void {
    if (!this.remembers) return;
    const [one, other] = [this.entriesOf(left.expression, variables), this.entriesOf(right.expression, variables)];
    if (one === undefined || other === undefined) return;
    this.entries.set(at.id, {
      isList: one.isList,
      key: union(one.key, other.key),
      value: union(one.value, other.value),
    });
  }

  private list(expression: ListExpression, variables: Variables): Range {
    const costs = expression.elements.map((element) => this.cost(element, variables));
    this.rememberEntries(expression, true, [ONE], expression.elements, variables);
    return add(LIST, ...costs);
  }

  private map(expression: MapExpression, variables: Variables): Range {
    const { entries } = expression;
    const costs = entries.flatMap(({ key, value }) => [this.cost(key, variables), this.cost(value, variables)]);
    const keys = entries.map(({ key }) => this.sizeOf(key, variables) ?? UNKNOWN);
    const values = entries.map(({ value }) => value);
    this.rememberEntries(expression, false, keys, values, variables);
    return add(MAP, ...costs);
  }

  private rememberEntries(
    expression: Expression,
    isList: boolean,
    keys: readonly Range[],
    values: readonly Expression[],
    variables: Variables,
  ): void {
    if (!this.remembers) return;
    const sizes = values.map((value) => this.sizeOf(value, variables) ?? UNKNOWN);
    this.entries.set(expression.id, { isList, key: unionOf(keys), value: unionOf(sizes) });
  }

  private loop(loop: Comprehension, variables: Variables): Range {
    const rangeCost = this.cost(loop.range, variables);
    const startCost = this.cost(loop.start, variables);
    const outer = this.remembers
      ? new Map(variables).set(loop.accumulator, this.variableFor(loop.start, variables))
      : variables;
    const inner = new Map(outer);
    for (const [name, variable] of this.loopVariables(loop, variables)) inner.set(name, variable);
    const roundCost = add(this.cost(loop.condition, inner), this.cost(loop.step, inner));
    const resultCost = this.cost(loop.result, outer);
    const rounds = this.sizeOf(loop.range, variables) ?? UNKNOWN;
    this.rememberLoop(loop, rounds, inner);
    return add(rangeCost, startCost, resultCost, multiply(rounds, roundCost));
  }

  private rememberLoop(loop: Comprehension, rounds: Range, variables: Variables): void {
    if (!this.remembers) {
      if (hasChange(this.minor, 'CelSizesOfLoops')) this.sizes.set(loop.id, rounds);
    } else if (loop.start.kind === 'literal') this.sizes.set(loop.id, ONE);
    else if (loop.start.kind === 'list' || loop.start.kind === 'map') {
      this.sizes.set(loop.id, rounds);
      const entries = this.entriesOf(loop.step, variables);
      if (entries !== undefined) this.entries.set(loop.id, entries);
    }
  }

  private loopVariables(loop: Comprehension, variables: Variables): [string, Variable][] {
    const path = this.pathOf(loop.range, variables);
    const entries = this.remembers ? this.entriesOf(loop.range, variables) : undefined;
    const isList = entries?.isList ?? this.typeOf(loop.range).kind === 'list';
    if (loop.secondVariable !== undefined) {
      return [
        [loop.variable, { path: [...path, isList ? '@indices' : '@keys'], size: entries?.key }],
        [loop.secondVariable, { path: [...path, isList ? '@items' : '@values'], size: entries?.value }],
      ];
    }
    if (!this.remembers && !['list', 'map'].includes(this.typeOf(loop.range).kind)) {
      return [[loop.variable, { path: [] }]];
    }
    const size = isList ? entries?.value : entries?.key;
    return [[loop.variable, { path: [...path, isList ? '@items' : '@keys'], size }]];
  }

  private binding(loop: Comprehension, variables: Variables): Range {
    const costs = [this.cost(loop.range, variables), this.cost(loop.start, variables)];
    const inner = new Map(variables).set(loop.accumulator, this.variableFor(loop.start, variables));
    const resultCost = this.cost(loop.result, inner);
    this.copySizes(loop, loop.result, inner);
    return add(...costs, resultCost);
  }

  private variableFor(value: Expression, variables: Variables): Variable {
    return {
      path: this.pathOf(value, variables),
      size: this.sizeOf(value, variables),
      entries: this.entriesOf(value, variables),
    };
  }
}

function additionCost(id: string, sizes: readonly Range[]): Range {
  if (id === 'add_list') return ONE;
  const { least, most } = add(...sizes);
  return { least: Math.ceil(least * 0.1), most: Math.min(ENDLESS, Math.ceil(most * 0.1)) };
}

function unionOf(ranges: readonly Range[]): Range {
  return ranges.length === 0 ? ZERO : ranges.reduce(union, { least: ENDLESS, most: 0 });
}

/** Whether the loop runs never, and only gives its accumulator a name, as `cel.bind` does. */
function isBinding({ range, condition, accumulator }: Comprehension): boolean {
  const isEmpty = range.kind === 'list' && range.elements.length === 0;
  return isEmpty && condition.kind === 'literal' && condition.value === false && accumulator !== ACCUMULATOR;
}
