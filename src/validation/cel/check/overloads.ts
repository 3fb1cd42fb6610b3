import { DYN, isDyn, isSameType, type Type } from '../types/type';
import { assign, type Nulls, type Substitutions, substitute } from '../types/unification';
import type { Overload } from './declarations';

interface Found {
  readonly type: Type;
  readonly overloads: readonly Overload[];
  readonly known: Substitutions;
}

interface CallOptions {
  readonly isMethod: boolean;
  /** Whether numbers of different types can be compared. */
  readonly comparesNumbers: boolean;
  readonly nulls: Nulls;
  readonly known: Substitutions;
  readonly newVariable: () => Type;
}

/** The overloads that take parameters of the types, and the type of their result; undefined when none does. */
export function resultOf(
  overloads: readonly Overload[],
  given: readonly Type[],
  { isMethod, comparesNumbers, nulls, known, newVariable }: CallOptions,
): Found | undefined {
  let current = known;
  let result: Type | undefined;
  const matching: Overload[] = [];
  for (const overload of overloads) {
    if (overload.isMethod !== isMethod || (!comparesNumbers && isCrossComparison(overload))) continue;
    const fresh = new Map(overload.variables.map((name) => [name, newVariable()]));
    const parameters = overload.parameters.map((parameter) => substitute(fresh, parameter));
    const next = assign(current, given, parameters, nulls);
    if (next === undefined) continue;
    current = next;
    matching.push(overload);
    const type = substitute(current, substitute(fresh, overload.result));
    if (result === undefined) result = type;
    else if (!isDyn(result) && !isSameType(type, result)) result = DYN;
  }
  return result === undefined ? undefined : { type: result, overloads: matching, known: current };
}

const COMPARISONS = new Set(['_<_', '_<=_', '_>_', '_>=_']);

/** Whether the overload compares numbers of different types. */
function isCrossComparison({ name, parameters: [left, right] }: Overload): boolean {
  return COMPARISONS.has(name) && left!.kind !== right!.kind;
}
