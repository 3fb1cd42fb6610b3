/** Deeper than any manifest. */
const DEEPEST = 100;

/**
 * A copy to compare with later. Undefined for what is not plain, or has something in it that is not: it may change without a difference
 * that can be seen.
 */
export function copyOfPlain(value: unknown): { readonly value: unknown } | undefined {
  return copyOf(value, DEEPEST);
}

function copyOf(value: unknown, depth: number): { readonly value: unknown } | undefined {
  if (typeof value === 'function' || typeof value === 'symbol' || depth === 0) return undefined;
  if (typeof value !== 'object' || value === null) return { value };
  const isArray = Array.isArray(value);
  if (!isArray && !isPlain(value)) return undefined;
  const copy: any = isArray ? [] : {};
  const keys = Object.keys(value);
  if (isArray && keys.length !== value.length) return undefined;
  for (const key of keys) {
    const inner = copyOf((value as any)[key], depth - 1);
    // A hole of another array looks like undefined.
    if (inner === undefined || key === '__proto__' || (isArray && inner.value === undefined)) return undefined;
    copy[key] = inner.value;
  }
  return { value: copy };
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Whether a value is the same as the one that was copied. Keys have the same order too, which that of findings and of the output may follow.
 *
 * @param known a copy as above.
 */
export function isSamePlain(known: any, value: any): boolean {
  if (typeof known !== 'object' || known === null || typeof value !== 'object' || value === null)
    return Object.is(known, value);
  if (Array.isArray(known)) {
    if (!Array.isArray(value) || value.length !== known.length) return false;
    for (let index = 0; index < known.length; index++) if (!isSamePlain(known[index], value[index])) return false;
    return true;
  }
  if (Array.isArray(value) || !isPlain(value)) return false;
  const keys = Object.keys(known);
  const others = Object.keys(value);
  if (keys.length !== others.length) return false;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    if (key !== others[index] || !isSamePlain(known[key], value[key])) return false;
  }
  return true;
}
