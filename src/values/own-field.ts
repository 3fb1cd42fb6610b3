/**
 * The field that an object itself has: never one that all objects inherit, such as `constructor` or `__proto__`. Tables are read
 * with it where the key comes from a manifest or a program.
 */
export function ownField<T>(object: Readonly<Record<string, T>>, field: string): T | undefined {
  return Object.hasOwn(object, field) ? object[field] : undefined;
}

/** Sets a field of whatever name. Assigning to `__proto__` would change what the object inherits. */
export function setOwnField(object: object, field: string, value: unknown): void {
  if (field === '__proto__') {
    Object.defineProperty(object, field, { value, enumerable: true, configurable: true, writable: true });
  } else {
    (object as Record<string, unknown>)[field] = value;
  }
}
