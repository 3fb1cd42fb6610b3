import type { Literal } from '../values/values';
import type { Expression, FieldValue, MapEntry } from './ast';

/** Makes expressions with numbers of their own. */
export class Builder {
  private count = 0;

  private node(offset: number): { id: number; offset: number } {
    return { id: ++this.count, offset };
  }

  public literal(offset: number, value: Literal): Expression {
    return { ...this.node(offset), kind: 'literal', value };
  }

  public identifier(offset: number, name: string): Expression {
    return { ...this.node(offset), kind: 'identifier', name };
  }

  public select(offset: number, operand: Expression, field: string, isTest = false): Expression {
    return { ...this.node(offset), kind: 'select', operand, field, isTest };
  }

  public call(offset: number, name: string, parameters: readonly Expression[], target?: Expression): Expression {
    return { ...this.node(offset), kind: 'call', name, parameters, ...(target && { target }) };
  }

  public list(offset: number, elements: readonly Expression[], optional: ReadonlySet<number> = new Set()): Expression {
    return { ...this.node(offset), kind: 'list', elements, optional };
  }

  public map(offset: number, entries: readonly MapEntry[]): Expression {
    return { ...this.node(offset), kind: 'map', entries };
  }

  public entry(offset: number, key: Expression, value: Expression, isOptional: boolean): MapEntry {
    return { ...this.node(offset), key, value, isOptional };
  }

  public struct(offset: number, name: string, fields: readonly FieldValue[]): Expression {
    return { ...this.node(offset), kind: 'struct', name, fields };
  }

  public field(offset: number, name: string, value: Expression, isOptional: boolean): FieldValue {
    return { ...this.node(offset), name, value, isOptional };
  }

  /** A builder of the parts of one macro, which are all at its place. */
  public at(offset: number): MacroBuilder {
    return new MacroBuilder(this, offset);
  }

  public comprehension(offset: number, loop: Loop): Expression {
    return { ...this.node(offset), kind: 'comprehension', ...loop };
  }

  /** The same expression with new numbers. */
  public copy(expression: Expression): Expression {
    const copy = (part: Expression): Expression => this.copy(part);
    const node = { ...expression, id: ++this.count };
    switch (node.kind) {
      case 'literal':
      case 'identifier':
        return node;
      case 'select':
        return { ...node, operand: copy(node.operand) };
      case 'call':
        return {
          ...node,
          parameters: node.parameters.map(copy),
          ...(node.target && { target: copy(node.target) }),
        };
      case 'list':
        return { ...node, elements: node.elements.map(copy) };
      case 'map':
        return {
          ...node,
          entries: node.entries.map((entry) => ({
            ...entry,
            id: ++this.count,
            key: copy(entry.key),
            value: copy(entry.value),
          })),
        };
      case 'struct':
        return {
          ...node,
          fields: node.fields.map((field) => ({ ...field, id: ++this.count, value: copy(field.value) })),
        };
      case 'comprehension':
        return {
          ...node,
          range: copy(node.range),
          start: copy(node.start),
          condition: copy(node.condition),
          step: copy(node.step),
          result: copy(node.result),
        };
    }
  }
}

/** The parts of a comprehension. */
export interface Loop {
  readonly variable: string;
  readonly secondVariable?: string;
  readonly range: Expression;
  readonly accumulator: string;
  readonly start: Expression;
  readonly condition: Expression;
  readonly step: Expression;
  readonly result: Expression;
}

/** Makes the expressions into which a macro expands. */
export class MacroBuilder {
  public constructor(
    private readonly build: Builder,
    private readonly offset: number,
  ) {}

  public literal(value: Literal): Expression {
    return this.build.literal(this.offset, value);
  }

  public identifier(name: string): Expression {
    return this.build.identifier(this.offset, name);
  }

  public call(name: string, ...parameters: Expression[]): Expression {
    return this.build.call(this.offset, name, parameters);
  }

  public method(target: Expression, name: string, ...parameters: Expression[]): Expression {
    return this.build.call(this.offset, name, parameters, target);
  }

  public presence(operand: Expression, field: string): Expression {
    return this.build.select(this.offset, operand, field, true);
  }

  public list(...elements: Expression[]): Expression {
    return this.build.list(this.offset, elements);
  }

  public emptyMap(): Expression {
    return this.build.map(this.offset, []);
  }

  public comprehension(loop: Loop): Expression {
    return this.build.comprehension(this.offset, loop);
  }

  public copy(expression: Expression): Expression {
    return this.build.copy(expression);
  }
}
