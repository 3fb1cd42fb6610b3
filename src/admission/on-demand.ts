import type * as Checks from './check-admission';

/** The rehearsal and the evaluation of policies are read with the first objects that need them. */
function checks(): typeof Checks {
  return require('./check-admission') as typeof import('./check-admission');
}

/** {@link Checks.admissionFindings}, loaded on demand. */
export function admissionFindings(
  ...parameters: Parameters<typeof Checks.admissionFindings>
): ReturnType<typeof Checks.admissionFindings> {
  return checks().admissionFindings(...parameters);
}

/** {@link Checks.admissionMessages}, loaded on demand. */
export function admissionMessages(
  ...parameters: Parameters<typeof Checks.admissionMessages>
): ReturnType<typeof Checks.admissionMessages> {
  return checks().admissionMessages(...parameters);
}
