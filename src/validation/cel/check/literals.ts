import { CLAUSES, formatParts } from '../libraries/format';
import { regularExpression } from '../libraries/regex';
import { type Expression, type ListExpression, type MapExpression, partsOf } from '../syntax/ast';
import type { Issue } from '../syntax/issue';
import { insideOptional, isDyn, isEquivalentType, type Type, typeText } from '../types/type';
import { EvaluationError } from '../values/errors';
import { parseGoDuration, parseTimestamp } from '../values/time';
import type { Rules } from './environment';
import type { CheckedExpression } from './inference';

/**
 * Looks at the literals of an expression whose types are right.
 *
 * @see cel.ASTValidators in cel-go
 */
export function literalIssues(checked: CheckedExpression, rules: Rules): Issue[] {
  const issues: Issue[] = [];
  visit(checked.root, OUTSIDE, (expression, within) => {
    if (rules.checksLiterals) issues.push(...argumentIssues(expression));
    if (rules.checksFormats) issues.push(...formatIssues(expression, checked));
    const isExempt = rules.exemptsFormats !== 'nothing' && within[rules.exemptsFormats];
    if (rules.homogeneous === 'literals' && !isExempt) {
      issues.push(...entryIssues(expression, checked.types));
    }
  });
  return issues;
}

/** Whether an expression is below `format(…)`: anyhow, and with only literals in between. */
interface Exemptions {
  readonly everything: boolean;
  readonly literals: boolean;
}

const OUTSIDE: Exemptions = { everything: false, literals: false };

function visit(
  expression: Expression,
  within: Exemptions,
  look: (expression: Expression, within: Exemptions) => void,
): void {
  look(expression, within);
  const isFormat = expression.kind === 'call' && expression.name === 'format';
  const isLiteral = expression.kind === 'list' || expression.kind === 'map';
  const below: Exemptions = {
    everything: within.everything || isFormat,
    literals: isFormat || (isLiteral && within.literals),
  };
  for (const part of partsOf(expression)) visit(part, below, look);
}

const LITERALS: Readonly<Record<string, (text: string) => unknown>> = {
  duration: parseGoDuration,
  timestamp: parseTimestamp,
  matches: regularExpression,
};

/** The first parameter of `duration('…')` and the like, which is not what stands before the dot. */
function argumentIssues(expression: Expression): Issue[] {
  if (expression.kind !== 'call') return [];
  const parse = Object.hasOwn(LITERALS, expression.name) ? LITERALS[expression.name] : undefined;
  const [parameter] = expression.parameters;
  if (parse === undefined || parameter?.kind !== 'literal' || typeof parameter.value !== 'string') return [];
  const isWrong = failureOf(() => parse(parameter.value as string)) !== undefined;
  return isWrong ? [{ offset: parameter.offset, message: `invalid ${expression.name} argument` }] : [];
}

function failureOf(work: () => unknown): EvaluationError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof EvaluationError) return error;
    throw error;
  }
}

/** A format that is written out, with a list that is written out. */
function formatIssues(expression: Expression, { types }: CheckedExpression): Issue[] {
  if (expression.kind !== 'call' || expression.name !== 'format') return [];
  const { target, parameters, offset } = expression;
  const [list] = parameters;
  if (target?.kind !== 'literal' || typeof target.value !== 'string' || list?.kind !== 'list') return [];
  let used = 0;
  try {
    for (const part of formatParts(target.value)) {
      if (!('clause' in part)) continue;
      const element = list.elements[used++];
      if (element === undefined) return [{ offset, message: `index ${used - 1} out of range` }];
      const wrong = unformattable(part.clause.toLowerCase(), element, types);
      if (wrong !== undefined) return [wrong];
    }
  } catch (error) {
    if (error instanceof EvaluationError) return [{ offset, message: error.message }];
    throw error;
  }
  if (used === list.elements.length) return [];
  const message = `too many arguments supplied to string.format (expected ${used}, got ${list.elements.length})`;
  return [{ offset, message }];
}

function unformattable(clause: string, element: Expression, types: ReadonlyMap<number, Type>): Issue | undefined {
  const [kinds, message] = CLAUSES[clause]!;
  const type = types.get(element.id)!;
  if (type.kind !== 'dyn' && !kinds.includes(type.kind)) {
    return { offset: element.offset, message: `error during formatting: ${message} ${type.name}` };
  }
  if (clause !== 's' || (element.kind !== 'list' && element.kind !== 'map')) return undefined;
  for (const part of partsOf(element)) {
    const wrong = unformattable(clause, part, types);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** Entries of a literal that have another type than the first. */
function entryIssues(expression: Expression, types: ReadonlyMap<number, Type>): Issue[] {
  if (expression.kind === 'list') return elementIssues(expression, types);
  return expression.kind === 'map' ? pairIssues(expression, types) : [];
}

function elementIssues({ elements, optional }: ListExpression, types: ReadonlyMap<number, Type>): Issue[] {
  const found = elements.map((element, index) => typeOfEntry(types.get(element.id)!, optional.has(index)));
  const index = found.findIndex((type) => !isEquivalentType(found[0]!, type));
  return index < 0 ? [] : [mismatch(elements[index]!, found[0]!, found[index]!)];
}

function pairIssues({ entries }: MapExpression, types: ReadonlyMap<number, Type>): Issue[] {
  const [first] = entries;
  if (first === undefined) return [];
  const keyType = types.get(first.key.id)!;
  const valueType = typeOfEntry(types.get(first.value.id)!, first.isOptional);
  return entries.flatMap(({ key, value, isOptional }) => {
    const [own, other] = [types.get(key.id)!, typeOfEntry(types.get(value.id)!, isOptional)];
    return [
      ...(isEquivalentType(keyType, own) ? [] : [mismatch(key, keyType, own)]),
      ...(isEquivalentType(valueType, other) ? [] : [mismatch(value, valueType, other)]),
    ];
  });
}

function typeOfEntry(type: Type, isOptional: boolean): Type {
  return isOptional && !isDyn(type) ? (insideOptional(type) ?? type) : type;
}

function mismatch({ offset }: Expression, expected: Type, actual: Type): Issue {
  return { offset, message: `expected type '${typeText(expected)}' but found '${typeText(actual)}'` };
}
