import type { Environment } from './engine';

/** What the server would say about an expression when it compiles it. */
export type Compilation =
  | { readonly outcome: 'fine'; readonly type: string }
  | { readonly outcome: 'refused'; readonly problem: string }
  /** The engine here does not know the part of the language that the expression uses. */
  | { readonly outcome: 'undecided'; readonly problem: string };

/** Results that are of any type. */
export const ANY_TYPE = 'any';

/**
 * Compiles an expression for its types only.
 *
 * @param types Types of the result that are taken, or {@link ANY_TYPE}
 */
export function compile(environment: Environment, expression: string, types: readonly string[]): Compilation {
  const { valid, type = 'dyn', error } = checked(environment, expression);
  if (!valid) {
    const unknown = unknownPart(expression);
    if (unknown !== undefined) return { outcome: 'undecided', problem: unknown };
    const [summary = 'syntax error'] = (error?.message ?? '').split('\n');
    return { outcome: 'refused', problem: `compilation failed: ${summary}` };
  }
  if (types.includes(ANY_TYPE) || types.includes(type)) return { outcome: 'fine', type };
  const wanted = types.length === 1 ? types[0] : `one of [${types.join(' ')}]`;
  return { outcome: 'refused', problem: `must evaluate to ${wanted} but got ${type}` };
}

function checked(environment: Environment, expression: string) {
  try {
    // A leading dot means the outermost name, of which there is no other here.
    const plain = expression.replace(/^(\s*)\.(?=[A-Za-z_])/, '$1');
    const result = environment.check(plain);
    // The engine takes has() of names with dots only, the server also that of fields of entries and of results.
    const isRefused = result.error?.message.startsWith('has() invalid argument') === true;
    return isRefused ? environment.check(withoutPresenceTests(plain)) : result;
  } catch (error) {
    return { valid: false, type: undefined, error: error as Error };
  }
}

/** Writes `has(list[0].field)` as something else of the same type that needs the same field. */
function withoutPresenceTests(expression: string): string {
  return expression.replace(
    /\bhas\(((?:[^()'"]|\([^()'"]*\)|'[^'\\]*'|"[^"\\]*")*[\])]\s*\.\s*\w+(?:\s*\.\s*\w+)*)\)/g,
    '(dyn([$1]) != dyn(0))',
  );
}

/** Parts of the language that the engine cannot read: told apart only after it refused the expression. */
export function unknownPart(expression: string): string | undefined {
  const code = expression.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
  if (/google\.protobuf\.\w+\s*\{/.test(code)) return 'objects of the types of google.protobuf';
  if (/\.(?:transformList|transformMap|transformMapEntry|sortBy)\s*\(/.test(code))
    return 'the macros transformList, transformMap and sortBy';
  if (/\.(?:all|exists|existsOne)\s*\(\s*\w+\s*,\s*\w+\s*,/.test(code)) return 'macros with two variables';
  return undefined;
}
