export type PlainObject = Record<string, unknown>;

/** Whether a parsed value is a JSON object (not a list, not null). */
export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; the empty object when it is anything else. */
export function asObject(value: unknown): PlainObject {
  return isPlainObject(value) ? value : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
