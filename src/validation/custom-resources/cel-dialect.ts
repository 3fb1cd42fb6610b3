import { RE2JS } from 're2js';
import type { Environment } from '../cel';

const MATCHES = 'matchesRe2';
/** Functions of lists whose result has the type of the entries, which the engine can not tell of a list of any type. */
const OF_ENTRIES = ['min', 'max', 'sum'];
const ANY_ENTRY = 'OfAny';
const expressions = new Map<string, RE2JS>();

/** Adds what {@link engineDialect} writes to an environment that has a variable `self` of any type. */
export function registerDialect(environment: Environment): void {
  environment.registerFunction(`string.${MATCHES}(string): bool`, ((text: string, pattern: string) => {
    let expression = expressions.get(pattern);
    if (expression === undefined) {
      expression = RE2JS.compile(pattern);
      expressions.set(pattern, expression);
    }
    return expression.matcher(text).find();
  }) as any);
  for (const name of OF_ENTRIES) {
    const original = environment.parse(`self.${name}()`);
    environment.registerFunction(`list.${name}${ANY_ENTRY}(): dyn`, ((self: unknown) => original({ self })) as any);
  }
}

/**
 * Writes an expression so that the engine evaluates it as the server does: patterns are those of RE2 and not those of JavaScript,
 * and `has(list[0].field)`, which the engine does not take, becomes `"field" in list[0]`.
 */
export function engineDialect(expression: string): string {
  let result = '';
  let index = 0;
  while (index < expression.length) {
    const literal = LITERAL.exec(expression.slice(index))?.[0];
    if (literal !== undefined) {
      result += literal;
      index += literal.length;
      continue;
    }
    const rest = expression.slice(index);
    const end =
      /^has\s*\(/.test(rest) && !/[\w.]$/.test(result) ? closingOf(expression, expression.indexOf('(', index)) : -1;
    if (end > 0) {
      result += presence(expression.slice(expression.indexOf('(', index) + 1, end));
      index = end + 1;
    } else if (/^\.matches\s*\(/.test(rest)) {
      result += `.${MATCHES}`;
      index += '.matches'.length;
    } else if (OF_ENTRIES_CALL.test(rest)) {
      const [call = '', name] = OF_ENTRIES_CALL.exec(rest)!;
      result += `.${name}${ANY_ENTRY}()`;
      index += call.length;
    } else result += expression[index++];
  }
  return result;
}

const OF_ENTRIES_CALL = new RegExp(`^\\.(${OF_ENTRIES.join('|')})\\s*\\(\\s*\\)`);

const LITERAL =
  /^(?:[rR]?(?:"""[\s\S]*?"""|'''[\s\S]*?''')|[rR]"[^"]*"|[rR]'[^']*'|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/;

function presence(argument: string): string {
  const field = /^([\s\S]*\[[\s\S]*)\.\s*([A-Za-z_]\w*)\s*$/.exec(argument);
  return field === null ? `has(${argument})` : `(${JSON.stringify(field[2])} in ${engineDialect(field[1]!)})`;
}

/** Where the bracket that opens at `open` closes, or -1. */
function closingOf(expression: string, open: number): number {
  let depth = 0;
  for (let index = open; index < expression.length; index++) {
    const literal = LITERAL.exec(expression.slice(index))?.[0];
    if (literal !== undefined) index += literal.length - 1;
    else if (expression[index] === '(') depth++;
    else if (expression[index] === ')' && --depth === 0) return index;
  }
  return -1;
}
