import {
  type Call,
  type Comprehension,
  type Expression,
  type ListExpression,
  type MapExpression,
  qualifiedName,
  type Selection,
} from '../syntax/ast';
import {
  BOOL,
  DYN,
  ERROR,
  INT,
  insideOptional,
  isDyn,
  isDynOrError,
  isSameType,
  listOf,
  mapOf,
  optionalOf,
  type Type,
  typeText,
} from '../types/type';
import { mostGeneral, substitute } from '../types/unification';
import { typeOfValue } from '../values/types-of-values';
import type { Environment } from './environment';
import { type CheckedExpression, Inference } from './inference';
import { resultOf } from './overloads';
import { Scope } from './scope';
import { structType } from './structs';

/**
 * Checks the types of an expression.
 *
 * @see checker.Check in cel-go
 */
export function checkTypes(root: Expression, environment: Environment): CheckedExpression {
  const checker = new Checker(environment);
  checker.check(root);
  return checker.result(root);
}

export class Checker extends Inference {
  private scope: Scope;
  private hasLooped = false;

  public constructor(environment: Environment) {
    super(environment);
    this.scope = new Scope(environment);
  }

  /** Finds out the type of an expression, and remembers it. */
  public check(expression: Expression): Type {
    const type = this.typeOf(expression);
    const before = this.types.get(expression.id);
    if (before !== undefined && !isSameType(before, type)) {
      const types = `old:${typeText(before)}, new:${typeText(type)}`;
      this.report(expression.offset, `incompatible type already exists for expression: (${expression.id}) ${types}`);
    }
    this.types.set(expression.id, type);
    return type;
  }

  private typeOf(expression: Expression): Type {
    switch (expression.kind) {
      case 'literal':
        return typeOfValue(expression.value);
      case 'identifier':
        return this.identifier(expression.name, expression.offset);
      case 'select':
        return this.selection(expression);
      case 'call':
        return this.call(expression);
      case 'list':
        return this.list(expression);
      case 'map':
        return this.map(expression);
      case 'struct':
        return structType(expression, this, this.environment);
      case 'comprehension':
        return this.comprehension(expression);
    }
  }

  private identifier(name: string, offset: number): Type {
    const declaration = this.scope.lookUp(name);
    if (declaration !== undefined) return declaration.type;
    this.undeclared(offset, name);
    return ERROR;
  }

  private selection(expression: Selection): Type {
    const name = qualifiedName(expression);
    const declaration = name === undefined ? undefined : this.scope.lookUp(name);
    if (declaration !== undefined) {
      this.names.set(expression.id, name!);
      return declaration.type;
    }
    const type = this.fieldType(expression.operand, expression.field, expression.offset, false);
    return expression.isTest ? BOOL : substitute(this.known, type);
  }

  private fieldType(operand: Expression, field: string, offset: number, isOptional: boolean): Type {
    const operandType = substitute(this.known, this.check(operand));
    const inside = insideOptional(operandType);
    const target = inside ?? operandType;
    const type = this.fieldTypeOf(target, field, offset);
    return inside !== undefined || isOptional ? optionalOf(type) : type;
  }

  private fieldTypeOf(target: Type, field: string, offset: number): Type {
    switch (target.kind) {
      case 'map':
        return target.parameters[1]!;
      case 'struct':
        return this.structField(target.name, field, offset);
      case 'parameter':
        this.isAssignable(DYN, target);
        return DYN;
      default:
        if (!isDynOrError(target)) {
          this.report(offset, `type '${typeText(target)}' does not support field selection`);
        }
        return DYN;
    }
  }

  public structField(struct: string, field: string, offset: number): Type {
    const fields = this.environment.fieldsOf(struct);
    if (fields === undefined) {
      this.report(offset, `unexpected failed resolution of '${struct}'`);
      return ERROR;
    }
    return fields(field) ?? this.unknownField(field, offset);
  }

  public unknownField(field: string, offset: number): Type {
    this.report(offset, `undefined field '${field}'`);
    return ERROR;
  }

  private call(expression: Call): Type {
    const { name, target, parameters, offset } = expression;
    if (name === '_?._') return this.optionalField(parameters, offset);
    const isJunction = name === '_&&_' || name === '_||_';
    if (isJunction && this.environment.rules.checksOperands) return this.junction(expression);
    for (const parameter of parameters) this.check(parameter);
    if (target === undefined) return this.callOf(expression, name.replace(/^\./, ''), undefined);
    const prefix = qualifiedName(target);
    const qualified = prefix === undefined ? undefined : `${prefix}.${name}`.replace(/^\./, '');
    if (qualified !== undefined && this.environment.overloadsOf(qualified) !== undefined) {
      this.names.set(expression.id, qualified);
      return this.callOf(expression, qualified, undefined);
    }
    this.check(target);
    if (this.environment.overloadsOf(name) !== undefined) return this.callOf(expression, name, target);
    this.undeclared(offset, name);
    return ERROR;
  }

  /** Both sides of `&&` and `||` are truth values, each of which is reported by itself. */
  private junction({ id, name, parameters }: Call): Type {
    for (const parameter of parameters) this.check(parameter);
    const areTrue = parameters.map((parameter) => this.expectBool(parameter)).every(Boolean);
    this.overloads.set(id, this.environment.overloadsOf(name)!);
    return areTrue ? BOOL : ERROR;
  }

  private expectBool({ id, offset }: Expression): boolean {
    const type = this.types.get(id)!;
    const isBool = this.isAssignable(type, BOOL);
    if (!isBool) this.mismatch(offset, BOOL, substitute(this.known, type));
    return isBool;
  }

  private optionalField([operand, field]: readonly Expression[], offset: number): Type {
    const name = field!.kind === 'literal' ? String(field.value) : '';
    this.types.set(field!.id, typeOfValue(name));
    return substitute(this.known, this.fieldType(operand!, name, offset, true));
  }

  private callOf(expression: Call, name: string, target: Expression | undefined): Type {
    const overloads = this.environment.overloadsOf(name);
    if (overloads === undefined) {
      this.undeclared(expression.offset, name);
      return ERROR;
    }
    const given = (target === undefined ? expression.parameters : [target, ...expression.parameters]).map(
      ({ id }) => this.types.get(id)!,
    );
    const found = resultOf(overloads, given, {
      isMethod: target !== undefined,
      // As in cel-go, the first loop lifts the restriction for everything after it.
      comparesNumbers: this.environment.rules.comparesNumbers || this.hasLooped,
      nulls: this.environment.rules.nulls,
      known: this.known,
      newVariable: () => this.newVariable(),
    });
    if (found !== undefined) {
      this.known = found.known;
      this.overloads.set(expression.id, found.overloads);
      return found.type;
    }
    const [first, ...rest] = given.map((type) => typeText(substitute(this.known, type, DYN)));
    const signature = target === undefined ? `(${[first, ...rest].join(', ')})` : `${first}.(${rest.join(', ')})`;
    this.report(expression.offset, `found no matching overload for '${name}' applied to '${signature}'`);
    return ERROR;
  }

  private list({ elements, optional }: ListExpression): Type {
    let joined: Type | undefined;
    for (const [index, element] of elements.entries()) {
      const type = this.entryType(element, optional.has(index));
      joined = this.join(element, joined, type);
    }
    return listOf(joined ?? this.newVariable());
  }

  private map({ entries }: MapExpression): Type {
    let keys: Type | undefined;
    let values: Type | undefined;
    for (const { key, value, isOptional } of entries) {
      keys = this.join(key, keys, this.check(key));
      values = this.join(value, values, this.entryType(value, isOptional));
    }
    return mapOf(keys ?? this.newVariable(), values ?? this.newVariable());
  }

  /** The type of an entry; of what is inside, when the entry is written with a question mark. */
  public entryType(expression: Expression, isOptional: boolean): Type {
    const type = this.check(expression);
    if (!isOptional) return type;
    const inside = insideOptional(type);
    if (inside === undefined && !isDyn(type)) this.mismatch(expression.offset, optionalOf(type), type);
    return inside ?? type;
  }

  private join(expression: Expression, joined: Type | undefined, type: Type): Type {
    if (joined === undefined) return type;
    if (this.isAssignable(joined, type)) return mostGeneral(joined, type);
    if (this.environment.rules.homogeneous === 'literals') return DYN;
    this.mismatch(expression.offset, joined, type);
    return ERROR;
  }

  private comprehension(loop: Comprehension): Type {
    this.check(loop.range);
    const start = this.check(loop.start);
    const range = substitute(this.known, this.types.get(loop.range.id)!);
    this.hasLooped = true;
    const outer = this.scope;
    const outside = outer.with([[loop.accumulator, start]]);
    this.scope = outside;
    const [first, second] = this.variableTypes(loop, range);
    this.scope = outside.with(
      loop.secondVariable === undefined
        ? [[loop.variable, first]]
        : [
            [loop.variable, first],
            [loop.secondVariable, second],
          ],
    );
    this.expect(loop.condition, BOOL);
    this.expect(loop.step, start);
    this.scope = outside;
    const result = this.check(loop.result);
    this.scope = outer;
    return substitute(this.known, result);
  }

  /** The types of the loop variables: with two, those of the position or key, and of the entry. */
  private variableTypes(loop: Comprehension, range: Type): readonly [Type, Type] {
    switch (range.kind) {
      case 'list':
        return loop.secondVariable === undefined ? [range.parameters[0]!, DYN] : [INT, range.parameters[0]!];
      case 'map':
        return [range.parameters[0]!, range.parameters[1]!];
      case 'dyn':
      case 'error':
      case 'parameter':
        this.isAssignable(DYN, range);
        return [DYN, DYN];
      default:
        this.report(
          loop.range.offset,
          `expression of type '${typeText(range)}' cannot be range of a comprehension (must be list, map, or dynamic)`,
        );
        return [ERROR, ERROR];
    }
  }

  private expect(expression: Expression, expected: Type): void {
    const type = this.check(expression);
    if (!this.isAssignable(expected, type)) this.mismatch(expression.offset, expected, type);
  }
}
