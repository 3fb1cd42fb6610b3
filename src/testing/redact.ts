import { isMap } from './matcher';

/** What stands in place of the value of a Secret. */
export const REDACTED = '<redacted>';

/** A Secret without its values; other objects as they are. The keys stay, since they are what workloads refer to. */
export function redacted(object: any): any {
  if (object?.kind !== 'Secret') {
    return object;
  }
  const hidden = ['data', 'stringData'].filter((field) => isMap(object[field]));
  return {
    ...object,
    ...Object.fromEntries(
      hidden.map((field) => [field, Object.fromEntries(Object.keys(object[field]).map((key) => [key, REDACTED]))]),
    ),
  };
}

/** Whether a path leads to the value of a Secret. */
export function isSecretValue(object: any, path: readonly (string | number)[]): boolean {
  return object?.kind === 'Secret' && (path[0] === 'data' || path[0] === 'stringData');
}
