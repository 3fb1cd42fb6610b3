import { Env, type EnvProps, type EnvValue } from '../../pod';
import type { ReportIssue } from '../../props';

/** Two connections that use the same variable for different values would silently override each other. */
export function checkNotSet(env: EnvProps, present: EnvProps, reportIssue: ReportIssue): void {
  for (const [name, value] of Object.entries(env)) {
    if (present[name] === undefined || isSameValue(present[name], value)) continue;
    reportIssue(`env.${name}`, 'is already set to a different value', 'rename one of them');
  }
}

function isSameValue(left: EnvValue | undefined, right: EnvValue | undefined): boolean {
  const [one, other] = [left, right].map((value) => JSON.stringify(value instanceof Env ? value.source : value));
  return one === other;
}
