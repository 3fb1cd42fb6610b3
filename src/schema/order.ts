/** Order by code unit, which no locale changes. */
export function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Copy with the keys of every object sorted; lists keep their order. */
export function sortKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(sortKeys) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  entries.sort(([left], [right]) => byCodeUnit(left, right));
  return Object.fromEntries(entries.map(([key, field]) => [key, sortKeys(field)])) as T;
}
