import type { Literal } from '../values/values';

interface Node {
  /** Number by which the type checker and the cost estimate remember what they found out about the expression. */
  readonly id: number;
  /** Where it starts in the text, in UTF-16 code units. */
  readonly offset: number;
}

export interface LiteralExpression extends Node {
  readonly kind: 'literal';
  readonly value: Literal;
}

export interface Identifier extends Node {
  readonly kind: 'identifier';
  readonly name: string;
}

export interface Selection extends Node {
  readonly kind: 'select';
  readonly operand: Expression;
  readonly field: string;
  /** Whether it asks for the presence of the field, as `has(operand.field)`. */
  readonly isTest: boolean;
}

export interface Call extends Node {
  readonly kind: 'call';
  readonly name: string;
  readonly target?: Expression;
  readonly parameters: readonly Expression[];
}

export interface ListExpression extends Node {
  readonly kind: 'list';
  readonly elements: readonly Expression[];
  /** Positions of the elements written with a question mark. */
  readonly optional: ReadonlySet<number>;
}

export interface MapEntry extends Node {
  readonly key: Expression;
  readonly value: Expression;
  readonly isOptional: boolean;
}

export interface MapExpression extends Node {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
}

export interface FieldValue extends Node {
  readonly name: string;
  readonly value: Expression;
  readonly isOptional: boolean;
}

export interface StructExpression extends Node {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: readonly FieldValue[];
}

/** A loop over a list or the keys of a map, into which macros such as `all` expand. */
export interface Comprehension extends Node {
  readonly kind: 'comprehension';
  readonly variable: string;
  readonly secondVariable?: string;
  readonly range: Expression;
  readonly accumulator: string;
  readonly start: Expression;
  readonly condition: Expression;
  readonly step: Expression;
  readonly result: Expression;
}

export type Expression =
  | LiteralExpression
  | Identifier
  | Selection
  | Call
  | ListExpression
  | MapExpression
  | StructExpression
  | Comprehension;

/** The expressions directly within an expression. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'identifier':
      return [];
    case 'select':
      return [expression.operand];
    case 'call':
      return expression.target === undefined ? expression.parameters : [expression.target, ...expression.parameters];
    case 'list':
      return expression.elements;
    case 'map':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'struct':
      return expression.fields.map(({ value }) => value);
    case 'comprehension': {
      const { range, start, condition, step, result } = expression;
      return [range, start, condition, step, result];
    }
  }
}

/** The name that a chain of selections such as `a.b.c` spells; undefined when it is anything else. */
export function qualifiedName(expression: Expression): string | undefined {
  if (expression.kind === 'identifier') return expression.name;
  if (expression.kind !== 'select' || expression.isTest) return undefined;
  const prefix = qualifiedName(expression.operand);
  return prefix === undefined ? undefined : `${prefix}.${expression.field}`;
}
