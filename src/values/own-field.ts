/** The field that an object itself has: never one that all objects inherit, such as `constructor` or `__proto__`. */
export function ownField(object: object, field: string): unknown {
  return Object.hasOwn(object, field) ? (object as Record<string, unknown>)[field] : undefined;
}

/** Sets a field of whatever name. Assigning to `__proto__` would change what the object inherits. */
export function setOwnField(object: object, field: string, value: unknown): void {
  if (field === '__proto__') {
    Object.defineProperty(object, field, { value, enumerable: true, configurable: true, writable: true });
  } else {
    (object as Record<string, unknown>)[field] = value;
  }
}
