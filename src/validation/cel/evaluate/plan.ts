import type { Environment } from '../check/environment';
import type { CheckedExpression } from '../check/inference';
import { regularExpression } from '../libraries/regex';
import { type Call, type Expression, partsOf } from '../syntax/ast';
import { EvaluationError } from '../values/errors';
import { evaluate } from './evaluate';

const CONVERSIONS = new Set([
  'bool',
  'bytes',
  'double',
  'duration',
  'dyn',
  'int',
  'string',
  'timestamp',
  'type',
  'uint',
]);
const SEARCHES = new Set(['matches', 'find', 'findAll']);

/**
 * What the server finds out when it prepares an expression for evaluation: conversions of literals that fail, and literals that
 * are no regular expressions. It refuses the expression then, even when that part would never be evaluated.
 *
 * @returns undefined when there is nothing
 */
export function planningProblem(checked: CheckedExpression, environment: Environment): string | undefined {
  try {
    new Planner(checked, environment).visit(checked.root);
    return undefined;
  } catch (error) {
    if (error instanceof EvaluationError) return error.message;
    throw error;
  }
}

class Planner {
  public constructor(
    private readonly checked: CheckedExpression,
    private readonly environment: Environment,
  ) {}

  /** Whether the expression is a constant. Its parts come first. */
  public visit(expression: Expression): boolean {
    const areConstant = partsOf(expression).map((part) => this.visit(part));
    switch (expression.kind) {
      case 'literal':
        return true;
      case 'list':
        return expression.optional.size === 0 && areConstant.every(Boolean);
      case 'map':
        return areConstant.every(Boolean);
      case 'call':
        return this.call(expression, areConstant);
      default:
        return false;
    }
  }

  private call(call: Call, areConstant: readonly boolean[]): boolean {
    const parts = partsOf(call);
    if (CONVERSIONS.has(call.name) && parts.length === 1 && areConstant[0]) {
      evaluate({ ...this.checked, root: call }, this.environment, {});
      return true;
    }
    const pattern = parts[1];
    if (SEARCHES.has(call.name) && pattern?.kind === 'literal' && typeof pattern.value === 'string') {
      regularExpression(pattern.value);
    }
    return false;
  }
}
