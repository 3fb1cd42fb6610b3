/**
 * Splits a field path in the server's notation into keys and indexes.
 *
 * @example
 * parseFieldPath('spec.containers[0].resources.limits[cpu]'); // ['spec', 'containers', 0, 'resources', 'limits', 'cpu']
 */
export function parseFieldPath(path: string): (string | number)[] {
  const steps: (string | number)[] = [];
  for (const [, name, bracketed] of path.matchAll(/(?:^|\.)([^.[\]]+)|\[([^\]]*)\]/g)) {
    if (name !== undefined) {
      steps.push(name);
    } else if (bracketed !== undefined) {
      steps.push(/^\d+$/.test(bracketed) ? Number(bracketed) : bracketed);
    }
  }
  return steps;
}
