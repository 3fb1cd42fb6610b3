import { valuesAt } from '../edges';

/** Names that a path of an object leads to; one that ends with `{}` is a map whose keys are names. */
export function namesAt(object: any, path: string): string[] {
  if (!path.endsWith('{}')) return valuesAt(object, path).map(({ value }) => String(value));
  return valuesAt(object, path.slice(0, -2)).flatMap(({ value }) => Object.keys(Object(value)));
}
