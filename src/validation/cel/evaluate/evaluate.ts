import type { Environment } from '../check/environment';
import type { CheckedExpression } from '../check/inference';
import { protobufType } from '../check/protobuf';
import type {
  Call,
  Comprehension,
  Expression,
  ListExpression,
  MapExpression,
  Selection,
  StructExpression,
} from '../syntax/ast';
import { isEqual, isIn } from '../values/equality';
import { EvaluationError, noSuchOverload, Undecidable } from '../values/errors';
import { fitsParameter, typeOfValue } from '../values/types-of-values';
import { ListValue, MapValue, NONE, OptionalValue, PatchObject, type Value } from '../values/values';
import { field, fieldIfPresent, isPresent, item, itemIfPresent } from './access';

type Failure = EvaluationError | Undecidable;

/** Names that have a value, those of loops before those of the environment. */
interface Names {
  readonly values: ReadonlyMap<string, Value | Failure>;
  readonly outer?: Names;
}

/**
 * Evaluates an expression that compiles.
 *
 * @param variables Values of the variables of the environment
 * @throws {@link EvaluationError} when it breaks off
 * @throws {@link Undecidable} when it asks for something that only a running server knows
 */
export function evaluate(
  expression: CheckedExpression,
  environment: Environment,
  variables: Readonly<Record<string, Value>>,
): Value {
  const names = { values: new Map(Object.entries(variables)) };
  return new Evaluator(expression, environment).value(expression.root, names);
}

class Evaluator {
  public constructor(
    private readonly checked: CheckedExpression,
    private readonly environment: Environment,
  ) {}

  public value(expression: Expression, names: Names): Value {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'identifier':
        return this.named(expression.name, names);
      case 'select':
        return this.selection(expression, names);
      case 'call':
        return this.call(expression, names);
      case 'list':
        return this.list(expression, names);
      case 'map':
        return this.map(expression, names);
      case 'struct':
        return this.struct(expression, names);
      case 'comprehension':
        return this.loop(expression, names);
    }
  }

  private named(name: string, names: Names): Value {
    const plain = name.replace(/^\./, '');
    for (let at: Names | undefined = names; at !== undefined; at = at.outer) {
      const value = at.values.get(plain);
      if (value instanceof EvaluationError || value instanceof Undecidable) throw value;
      if (value !== undefined) return value;
    }
    const value = this.environment.declarationOf(plain)?.value;
    if (value === undefined) throw new EvaluationError(`no such attribute(s): ${plain}`);
    return value;
  }

  private selection({ id, operand, field: name, isTest }: Selection, names: Names): Value {
    const qualified = this.checked.names.get(id);
    if (qualified !== undefined) return this.named(qualified, names);
    const value = this.value(operand, names);
    return isTest ? isPresent(value, name) : field(value, name);
  }

  private call(call: Call, names: Names): Value {
    const { name, target, parameters } = call;
    const [first, second, third] = parameters as [Expression, Expression, Expression];
    switch (name) {
      case '_&&_':
        return this.junction(first, second, names, false);
      case '_||_':
        return this.junction(first, second, names, true);
      case '_?_:_':
        return this.value(this.truth(first, names) ? second : third, names);
      case '@not_strictly_false':
        return attempt(() => this.value(first, names)) !== false;
      case '_==_':
        return isEqual(this.value(first, names), this.value(second, names));
      case '_!=_':
        return this.differs(this.value(first, names), this.value(second, names));
      case '@in':
        // Nothing is in an empty list, whatever it is.
        if (second.kind === 'list' && second.elements.length === 0) return false;
        return isIn(this.value(first, names), this.value(second, names));
      case '_[_]':
        return item(this.value(first, names), this.value(second, names));
      case '_[?_]':
        return itemIfPresent(this.value(first, names), this.value(second, names));
      case '_?._':
        return fieldIfPresent(this.value(first, names), this.value(second, names) as string);
    }
    if (target !== undefined && (name === 'or' || name === 'orValue')) return this.alternative(call, target, names);
    return this.function(call, names);
  }

  /** What cannot be compared is different, while asking whether it is the same breaks off. */
  private differs(left: Value, right: Value): boolean {
    return attempt(() => isEqual(left, right)) !== true;
  }

  /** `or` and `orValue` look at their parameter only when there is no value before the dot. */
  private alternative({ name, parameters }: Call, target: Expression, names: Names): Value {
    const value = this.value(target, names);
    // A value of any type may turn out to be none that is optional, and stands for itself.
    if (!(value instanceof OptionalValue)) return value;
    if (value.value === undefined) return this.value(parameters[0]!, names);
    return name === 'or' ? value : value.value;
  }

  /** An operand that breaks off does not matter when the other one decides. */
  private junction(left: Expression, right: Expression, names: Names, deciding: boolean): boolean {
    const first = attempt(() => this.value(left, names));
    if (first === deciding) return deciding;
    const second = attempt(() => this.value(right, names));
    if (second === deciding) return deciding;
    for (const value of [first, second]) {
      if (value instanceof Error) throw value;
      if (typeof value !== 'boolean') throw noSuchOverload();
    }
    return !deciding;
  }

  private truth(expression: Expression, names: Names): boolean {
    const value = this.value(expression, names);
    if (typeof value !== 'boolean') throw noSuchOverload();
    return value;
  }

  private function({ id, name, target, parameters }: Call, names: Names): Value {
    const isQualified = this.checked.names.has(id);
    const given = target === undefined || isQualified ? parameters : [target, ...parameters];
    const values = given.map((parameter) => this.value(parameter, names));
    const overload = this.checked.overloads
      .get(id)
      ?.find((one) => one.parameters.every((type, index) => fitsParameter(values[index]!, type)));
    if (overload === undefined) throw noSuchOverload(callText(name, values));
    if (overload.evaluate === undefined) throw new Undecidable(`the function ${name}`);
    return overload.evaluate(...values);
  }

  private list({ elements, optional }: ListExpression, names: Names): Value {
    const values: Value[] = [];
    for (const [index, element] of elements.entries()) {
      const value = this.value(element, names);
      if (!optional.has(index)) values.push(value);
      else if (inside(value) !== undefined) values.push(inside(value)!);
    }
    return new ListValue(values);
  }

  private map({ entries }: MapExpression, names: Names): Value {
    const pairs: [Value, Value][] = [];
    for (const { key, value, isOptional } of entries) {
      const pair: [Value, Value] = [this.value(key, names), this.value(value, names)];
      if (!isOptional) pairs.push(pair);
      else if (inside(pair[1]) !== undefined) pairs.push([pair[0], inside(pair[1])!]);
    }
    return new MapValue(pairs);
  }

  private struct({ name, fields }: StructExpression, names: Names): Value {
    const type = protobufType(name.replace(/^\./, ''));
    const isPatch = name === 'JSONPatch' || name === 'Object' || name.startsWith('Object.');
    if (type === undefined && !isPatch) throw new Undecidable(`objects of the type ${name}`);
    const values: Record<string, Value> = {};
    for (const { name: field, value, isOptional } of fields) {
      const given = this.value(value, names);
      const found = isOptional ? inside(given) : given;
      if (found !== undefined) values[field] = found;
    }
    return type === undefined ? new PatchObject(name, values) : type.make(values);
  }

  private loop(loop: Comprehension, names: Names): Value {
    const range = this.value(loop.range, names);
    let accumulated = attempt(() => this.value(loop.start, names));
    for (const [first, second] of roundsOf(range)) {
      const outer: Names = { values: new Map([[loop.accumulator, accumulated]]), outer: names };
      const values = new Map<string, Value>();
      if (loop.secondVariable === undefined) values.set(loop.variable, range instanceof ListValue ? second : first);
      else values.set(loop.variable, first).set(loop.secondVariable, second);
      const inner: Names = { values, outer };
      if (attempt(() => this.value(loop.condition, inner)) === false) break;
      accumulated = attempt(() => this.value(loop.step, inner));
    }
    return this.value(loop.result, { values: new Map([[loop.accumulator, accumulated]]), outer: names });
  }
}

/** Functions that compare texts without looking at the types of their parameters. */
const UNGUARDED = new Set(['contains', 'endsWith', 'startsWith']);

/** The call as the server names it when nothing fits; undefined for those that it does not name. */
function callText(name: string, values: readonly Value[]): string | undefined {
  if (/^[^a-z]/i.test(name) || UNGUARDED.has(name)) return undefined;
  return `${name}(${values.map((value) => typeOfValue(value).name).join(', ')})`;
}

/** Positions and entries of a list, or keys and entries of a map. */
function* roundsOf(range: Value): Iterable<readonly [Value, Value]> {
  if (range instanceof ListValue) {
    for (const [index, element] of range.elements.entries()) yield [BigInt(index), element];
  } else if (range instanceof MapValue) {
    yield* range.pairs();
  } else throw new EvaluationError('got a value that is not a list or a map, expected iterable type');
}

/** A value, or why there is none. */
function attempt(work: () => Value): Value | Failure {
  try {
    return work();
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof Undecidable) return error;
    throw error;
  }
}

function inside(value: Value): Value | undefined {
  if (!(value instanceof OptionalValue))
    throw new EvaluationError(`cannot initialize optional entry from non-optional`);
  return value === NONE ? undefined : value.value;
}
