/** One step into a value: a field, a key or an index. */
export type Step = string | number;

/**
 * The steps to an existing field, read from a path in the server's notation. Keys may hold dots, which the path does not
 * escape (`metadata.labels.app.kubernetes.io/name`), so the keys of the object decide.
 *
 * @returns undefined when the object has no such field.
 */
export function stepsToField(object: unknown, path: string): Step[] | undefined {
  if (path === '') return [];
  if (typeof object !== 'object' || object === null) return undefined;
  const [bracketed, inside] = /^\[([^\]]*)\]/.exec(path) ?? [];
  if (bracketed !== undefined) {
    const step = Array.isArray(object) ? Number(inside) : inside!;
    return Object.hasOwn(object, step) ? continued(step, path.slice(bracketed.length)) : undefined;
  }
  if (Array.isArray(object)) return undefined;
  for (const key of Object.keys(object).filter((candidate) => startsWithKey(path, candidate))) {
    const steps = continued(key, path.slice(key.length));
    if (steps !== undefined) return steps;
  }
  return undefined;

  function continued(step: Step, rest: string): Step[] | undefined {
    const below = stepsToField((object as any)[step], rest.startsWith('.') ? rest.slice(1) : rest);
    return below === undefined ? undefined : [step, ...below];
  }
}

function startsWithKey(path: string, key: string): boolean {
  return key !== '' && path.startsWith(key) && ['', '.', '['].includes(path.charAt(key.length));
}

/** The value after these steps; undefined where there is none. */
export function valueAfter(value: unknown, steps: readonly Step[]): unknown {
  return steps.reduce<any>(
    (at, step) => (typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? at[step] : undefined),
    value,
  );
}

/** The value of a field by its path in the server's notation; undefined when there is none. */
export function fieldValue(object: unknown, path: string): unknown {
  const steps = stepsToField(object, path);
  return steps && valueAfter(object, steps);
}
