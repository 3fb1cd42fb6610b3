/** 40 bits: a collision of two contents of one ConfigMap is practically impossible. */
const LENGTH = 10;

/**
 * A short string that changes when the value does: for annotations that trigger a rollout, and for names of immutable
 * ConfigMaps and Secrets. Ten lowercase hexadecimal digits, the same on every machine and for every order of keys.
 *
 * @example
 * contentHash({ b: 1, a: 2 }) === contentHash({ a: 2, b: 1 }); // true
 */
export function contentHash(value: unknown): string {
  // Commands that hash nothing need not load it.
  const { createHash } = require('node:crypto') as typeof import('node:crypto');
  return createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, LENGTH);
}

/** JSON with sorted keys and without undefined and null fields. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'bigint' ? `${value}` : (JSON.stringify(value) ?? 'null');
  }
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  const fields = value as Record<string, unknown>;
  const parts = Object.keys(fields)
    .filter((key) => fields[key] !== undefined && fields[key] !== null)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(fields[key])}`);
  return `{${parts.join(',')}}`;
}
