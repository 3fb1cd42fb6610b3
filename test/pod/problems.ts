import type { Problem } from '../../src/props/props-error';

/** What a check reported, as `prop: says (hint)`. */
export function problemsOf(check: (problem: Problem) => unknown): string[] {
  const found: string[] = [];
  check((prop, says, hint) => found.push(`${prop}: ${says}${hint === undefined ? '' : ` (${hint})`}`));
  return found;
}

/** What a function makes, when it has nothing to report. */
export function made<Value>(make: (problem: Problem) => Value): Value {
  return make((prop, says) => {
    throw new Error(`unexpected problem: ${prop}: ${says}`);
  });
}
