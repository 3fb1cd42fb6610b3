import { fieldMessage, OMITTED, offendingValue, printedValue, type RawFinding, type Reason } from '../../findings';
import { parseFieldPath, valueAfter } from '../../values';

/** A violation in a custom resource, before the server's words are put around its message. */
export interface FieldProblem {
  readonly rule: string;
  readonly reason: Reason;
  /** Empty or undefined for the whole object, which the server names `<nil>`. */
  readonly path: string | undefined;
  readonly message: string;
  /** What the server shows as the value, where it is not what the field holds; `OMITTED` when it shows none. */
  readonly value?: unknown;
}

/** The finding for a violation, with the value of the field in `object` or the one given. */
export function fieldFinding(problem: FieldProblem, object: unknown, minor: number): RawFinding {
  const { rule, reason, path, message } = problem;
  const value = 'value' in problem ? problem.value : valueAfter(object, parseFieldPath(path ?? ''));
  return {
    rule,
    severity: 'error',
    reason,
    path: path || '<nil>',
    message: fieldMessage(reason, value === OMITTED ? undefined : printedValue(value, minor), message),
    value: offendingValue(value),
  };
}
