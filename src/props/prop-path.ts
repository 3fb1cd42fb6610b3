import type { ParameterShape } from './shape';

/** Whether a path is another one, or a path in it. */
export function isWithin(path: string, other: string): boolean {
  return path === other || (path.startsWith(other) && /^[.[]/.test(path.slice(other.length)));
}

/** `ports`, `0` and `name` of `ports[0].name`; keys with other characters are in quotes. */
export function stepsOf(path: string): string[] {
  return [...path.matchAll(/"(?:[^"\\]|\\.)*"|[^.[\]"]+/g)].map(([step]) =>
    step.startsWith('"') ? (JSON.parse(step) as string) : step,
  );
}

/** `ports` of `ports[0].name`. */
export function topOf(path: string): string {
  return /^[^.[]*/.exec(path)![0];
}

/** The argument that a path is about: a parameter of that name, or the one with the props. */
export function parameterOf(parameters: readonly ParameterShape[], path: string): number {
  const top = topOf(path);
  const named = parameters.findIndex(({ name }) => name !== '' && name === top);
  return named >= 0 ? named : parameters.findIndex(({ name }) => name === '');
}

/** Position of an entry that a path names by its position, or by its name: `containers["proxy"]`. */
export function entryAt(list: readonly unknown[], step: string): number {
  return /^\d+$/.test(step) ? Number(step) : list.findIndex((entry) => Object(entry).name === step);
}

/** The value that a program passes at a path. */
export function valueAt(parameters: readonly ParameterShape[], args: readonly unknown[], path: string): unknown {
  const index = parameterOf(parameters, path);
  if (index < 0) return undefined;
  const steps = stepsOf(path).slice(parameters[index]!.name === '' ? 0 : 1);
  let value: unknown = args[index];
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Array.isArray(value) ? value[entryAt(value, step)] : (value as Record<string, unknown>)[step];
  }
  return value;
}

/** The path with the positions of entries that it names: `containers[0].image` for `containers["proxy"].image`. */
export function byPosition(parameters: readonly ParameterShape[], args: readonly unknown[], path: string): string {
  return path.replaceAll(/\["(?:[^"\\]|\\.)*"\]/g, (step, offset: number) => {
    const list = valueAt(parameters, args, path.slice(0, offset));
    const at = Array.isArray(list) ? entryAt(list, JSON.parse(step)[0]) : -1;
    return at < 0 ? step : `[${at}]`;
  });
}
