import type { RawFinding } from './raw-finding';

/**
 * The finding for a check that threw. Nothing is known of what it would have reported, so it counts as an error and asks for
 * a report; the stack trace of the package would not help its reader.
 *
 * @param check what failed, such as `the rule service-port`.
 * @param object whose check it was: of a Secret only the class of the error is named, as messages may quote values.
 */
export function internalError(check: string, error: unknown, object: unknown, path = ''): RawFinding {
  const secret = (object as { kind?: unknown } | null | undefined)?.kind === 'Secret';
  return {
    rule: 'internal-error',
    severity: 'error',
    reason: 'InternalError',
    path,
    message: `${check} failed: ${describe(error, secret)}`,
    hint: 'this is a bug in cdk8s-patterns; report it with this message and the object, without the values of Secrets',
  };
}

/** Too deep to be walked. The server limits the depth as well, so this is not a bug. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}

function describe(error: unknown, secret: boolean): string {
  if (!(error instanceof Error)) return 'a value that is not an Error was thrown';
  return secret ? error.name : `${error.name}: ${error.message.split('\n', 1)[0]}`;
}
