import { type CheckOptions, checkManifests, forgetting, rememberUnchanged } from '../../src/check';

/** `structuredClone` of jest gives objects of another realm, of which nothing is remembered. */
export const copyOf = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

/** Compares a run that may remember the runs before with one that remembers nothing. A program makes all objects anew in every run. */
export function expectSame(manifests: readonly object[], options: CheckOptions, what: unknown): void {
  rememberUnchanged();
  const again = checkManifests(copyOf(manifests), options);
  let cold: unknown;
  forgetting(() => {
    cold = checkManifests(copyOf(manifests), options);
  });
  expect({ what, findings: again }).toEqual({ what, findings: cold });
}
