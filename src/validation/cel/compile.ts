import { checkTypes } from './check/checker';
import type { Environment } from './check/environment';
import type { CheckedExpression } from './check/inference';
import { literalIssues } from './check/literals';
import { planningProblem } from './evaluate/plan';
import { type Issue, issuesText, SyntaxIssue } from './syntax/issue';
import { parse } from './syntax/parser';
import { DYN, type Type } from './types/type';
import { Undecidable } from './values/errors';

/** What the server would say about an expression when it compiles it. */
export type Compilation =
  | { readonly outcome: 'accepted'; readonly type: Type; readonly expression: CheckedExpression }
  | { readonly outcome: 'refused'; readonly message: string }
  /** Whether the server takes it is not known here. */
  | { readonly outcome: 'undecided'; readonly reason: string };

/** The server's words around what is wrong with an expression. */
export interface Words {
  readonly compilation: string;
  readonly instantiation: string;
}

const WORDS: Words = { compilation: 'compilation failed', instantiation: 'program instantiation failed' };

/** Compiles an expression as the server does. */
export function compile(environment: Environment, expression: string, words: Words = WORDS): Compilation {
  const refused = (...issues: readonly Issue[]): Compilation => ({
    outcome: 'refused',
    message: `${words.compilation}: ${issuesText(expression, issues)}`,
  });
  try {
    const checked = checkTypes(parse(expression, environment), environment);
    if (checked.issues.length > 0) return refused(...checked.issues);
    const issues = literalIssues(checked, environment.rules);
    if (issues.length > 0) return refused(...issues);
    const problem = planningProblem(checked, environment);
    if (problem !== undefined) return { outcome: 'refused', message: `${words.instantiation}: ${problem}` };
    return { outcome: 'accepted', type: checked.types.get(checked.root.id) ?? DYN, expression: checked };
  } catch (error) {
    if (error instanceof SyntaxIssue) return refused(error);
    if (error instanceof Undecidable) return { outcome: 'undecided', reason: error.part };
    throw error;
  }
}

/** The type as the server writes it, such as `list(string)` or `null_type`. */
export function typeName({ name, parameters }: Type): string {
  return parameters.length === 0 ? name : `${name}(${parameters.map(typeName).join(', ')})`;
}
