import { setOwnField } from './own-field';

/** A deep copy of a value of JSON; several times faster than `structuredClone`, which takes any value. */
export function plainCopy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(plainCopy) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy = {};
  for (const key of Object.keys(value)) setOwnField(copy, key, plainCopy((value as Record<string, unknown>)[key]));
  return copy as T;
}
