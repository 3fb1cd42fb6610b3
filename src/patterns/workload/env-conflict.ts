import { Env, type EnvProps, type EnvValue } from '../../pod';
import type { Problem } from '../../props';

/** Two connections that use the same name for different things would leave one of them unheard. */
export function checkNotSet(env: EnvProps, present: EnvProps, problem: Problem): void {
  for (const [name, value] of Object.entries(env)) {
    if (present[name] === undefined || isSameValue(present[name], value)) continue;
    problem(`env.${name}`, 'is set already, to something else', 'rename it in one of the two');
  }
}

function isSameValue(left: EnvValue | undefined, right: EnvValue | undefined): boolean {
  const [one, other] = [left, right].map((value) => JSON.stringify(value instanceof Env ? value.source : value));
  return one === other;
}
