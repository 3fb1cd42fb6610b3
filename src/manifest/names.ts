import { contentHash } from './content-hash';

/**
 * Joins the parts of an object name with `-`, without empty ones. Nothing is truncated and no hash is added: a name
 * that is too long is reported by the checks, not changed silently.
 *
 * @example
 * joinName('shop', 'config'); // 'shop-config'
 */
export function joinName(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('-');
}

/** Name for an immutable object: a different content results in a different name. */
export function nameByContent(name: string, content: unknown): string {
  return joinName(name, contentHash(content));
}
