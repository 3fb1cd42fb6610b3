/** Values in the order in which the server lists a set of them. */
export function sortedValues(values: readonly string[]): readonly string[] {
  return [...values].sort((left, right) => (left < right ? -1 : 1));
}
