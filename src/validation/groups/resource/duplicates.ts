/** Positions of entries that were there before. */
export function duplicates(keys: readonly unknown[]): number[] {
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []));
}
