/** Merges maps key by key; other values of the later file replace those of the earlier one; null removes a value. */
export function mergeValues(base: unknown, over: unknown): unknown {
  if (!isMap(base) || !isMap(over)) {
    return over;
  }
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    if (value === null) {
      merged.delete(key);
    } else {
      merged.set(key, merged.has(key) ? mergeValues(merged.get(key), value) : value);
    }
  }
  return Object.fromEntries(merged);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
