import type { Expression } from '../syntax/ast';
import type { Issue } from '../syntax/issue';
import { DYN, parameterOf, type Type, typeText } from '../types/type';
import { assign, type Substitutions, substitute } from '../types/unification';
import type { Overload } from './declarations';
import type { Environment } from './environment';

/** An expression with what the type checker found out about it. */
export interface CheckedExpression {
  readonly root: Expression;
  /** Types of the expressions by their numbers. */
  readonly types: ReadonlyMap<number, Type>;
  /** The overloads that each call can be of. */
  readonly overloads: ReadonlyMap<number, readonly Overload[]>;
  /** Names with dots that stand for one thing, by the numbers of the selections that spell them. */
  readonly names: ReadonlyMap<number, string>;
  readonly issues: readonly Issue[];
}

/** What a type checker knows so far. */
export class Inference {
  protected readonly types = new Map<number, Type>();
  protected readonly overloads = new Map<number, readonly Overload[]>();
  protected readonly names = new Map<number, string>();
  protected known: Substitutions = new Map();
  private readonly issues: Issue[] = [];
  private variables = 0;

  public constructor(protected readonly environment: Environment) {}

  public result(root: Expression): CheckedExpression {
    const types = new Map([...this.types].map(([id, type]) => [id, substitute(this.known, type, DYN)]));
    return { root, types, overloads: this.overloads, names: this.names, issues: this.issues };
  }

  public report(offset: number, message: string): void {
    this.issues.push({ offset, message });
  }

  public isAssignable(left: Type, right: Type): boolean {
    const known = assign(this.known, [left], [right], this.environment.rules.nulls);
    if (known !== undefined) this.known = known;
    return known !== undefined;
  }

  protected undeclared(offset: number, name: string): void {
    this.report(offset, `undeclared reference to '${name}' (in container '')`);
  }

  protected mismatch(offset: number, expected: Type, actual: Type): void {
    this.report(offset, `expected type '${typeText(expected)}' but found '${typeText(actual)}'`);
  }

  protected newVariable(): Type {
    return parameterOf(`_var${this.variables++}`);
  }
}
