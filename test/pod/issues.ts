import type { ReportIssue } from '../../src/props/props-error';

/** What a check reported, as `prop: says (hint)`. */
export function issuesOf(check: (reportIssue: ReportIssue) => unknown): string[] {
  const found: string[] = [];
  check((prop, message, hint) => found.push(`${prop}: ${message}${hint === undefined ? '' : ` (${hint})`}`));
  return found;
}

/** What a function makes, when it has nothing to report. */
export function made<Value>(make: (reportIssue: ReportIssue) => Value): Value {
  return make((prop, message) => {
    throw new Error(`unexpected problem: ${prop}: ${message}`);
  });
}
