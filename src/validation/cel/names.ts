import type { CheckedExpression } from './check/inference';
import { type Expression, partsOf } from './syntax/ast';

/** Whether the expression refers to a variable of its environment. */
export function uses({ root }: CheckedExpression, variable: string): boolean {
  return refersTo(root, variable);
}

function refersTo(expression: Expression, variable: string): boolean {
  if (expression.kind === 'identifier') return expression.name.replace(/^\./, '') === variable;
  return partsOf(expression).some((part) => refersTo(part, variable));
}
