import { parseSignature, type Signature } from '../types/signature';
import type { Type } from '../types/type';
import type { Value } from '../values/values';

/** One way to call a function. */
export interface Overload extends Signature {
  /** Name of the overload in cel-go, by which costs are estimated. */
  readonly id: string;
  /** Whether it is called with a dot: the first parameter stands before it. */
  readonly isMethod: boolean;
  /** Absent when only a running server can answer, or when the evaluator itself does. */
  readonly evaluate?: Evaluate;
}

export type Evaluate = (...parameters: any[]) => Value;

/** A function called as `name(…)`. */
export function functionOf(id: string, signature: string, evaluate?: Evaluate): Overload {
  return { ...parseSignature(signature), id, isMethod: false, ...(evaluate && { evaluate }) };
}

/** A function called as `value.name(…)`, whose first parameter is the value. */
export function methodOf(id: string, signature: string, evaluate?: Evaluate): Overload {
  return { ...parseSignature(signature), id, isMethod: true, ...(evaluate && { evaluate }) };
}

/** What a name stands for. */
export interface Declaration {
  readonly type: Type;
  /** Value of a name that is the same in every evaluation, such as that of a type. */
  readonly value?: Value;
}

/** The type of a field; undefined when there is no such field. */
export type FieldTypes = (field: string) => Type | undefined;
