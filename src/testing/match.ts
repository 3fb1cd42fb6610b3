import type { Matcher } from './matcher';
import { Capture } from './matchers/capture';
import { base64, json, yaml } from './matchers/embedded';
import { ArrayWith, ByName } from './matchers/lists';
import { absent, anyValue, exactly, not, objectLike, quantity, stringLike } from './matchers/values';

/**
 * Patterns for assertions. They stand anywhere inside an expected manifest, and inside each other; jest's and vitest's own
 * asymmetric matchers (`expect.any(String)`) do so too.
 */
export const Match = {
  /** The field is not there. */
  absent,
  /** The field is there, whatever it holds. */
  anyValue,
  /** The same keys and no more, all the way down. Plain objects in a pattern allow more. */
  exactly: (value: unknown): Matcher => exactly(value),
  /** At least these keys. */
  objectLike: (partial: object): Matcher => objectLike(partial),
  /** A list that holds a match for each of these, in any order. Plain lists in a pattern must match item by item. */
  arrayWith: (patterns: readonly unknown[]): Matcher => new ArrayWith(patterns),
  /**
   * A list by the names of its items, in any order and with others between.
   *
   * @param key what names an item; default `name`.
   * @example Match.byName({ shop: { image: 'ghcr.io/acme/shop:1.4.2' } })
   */
  byName: (items: Readonly<Record<string, unknown>>, key = 'name'): Matcher => new ByName(items, key),
  /** Whatever the pattern does not match. */
  not: (pattern: unknown): Matcher => not(pattern),
  /** A text by a regular expression, or by a pattern in which `*` stands for anything. */
  stringLike: (pattern: string | RegExp): Matcher => stringLike(pattern),
  /** An equal amount, however it is written: `1Gi` is `1024Mi`. */
  quantity: (amount: string | number): Matcher => quantity(amount),
  /** A text of YAML (as in a ConfigMap) whose meaning matches. */
  yaml: (pattern: unknown): Matcher => yaml(pattern),
  /** A text of JSON whose meaning matches. */
  json: (pattern: unknown): Matcher => json(pattern),
  /** A base64 text (as in a Secret) whose bytes, as UTF-8, match. */
  base64: (pattern: unknown): Matcher => base64(pattern),
  /** A `valueFrom` that takes this key of this Secret. */
  secretRef: (name: string, key: string): Matcher => objectLike({ secretKeyRef: { name, key } }),
  /** Any value, kept for later. With a pattern, only values that match it. */
  capture: <T = unknown>(pattern?: unknown): Capture<T> => new Capture<T>(pattern),
} as const;
