import { contentHash } from './content-hash';

/**
 * Joins the parts of an object's name with `-`, leaving out empty ones. Nothing is cut off and no hash is added: a name
 * that is too long is for the checks to refuse, not to change behind the user's back.
 *
 * @example
 * joinName('shop', 'config'); // 'shop-config'
 */
export function joinName(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('-');
}

/** Name for an immutable object: another content gets another name. */
export function nameByContent(name: string, content: unknown): string {
  return joinName(name, contentHash(content));
}
