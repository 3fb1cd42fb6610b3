/** `supported values: "A", "B"`, as the server lists them: sorted, in quotes. */
export function supportedValues(values: readonly string[]): string {
  return `supported values: ${[...values]
    .sort((left, right) => (left < right ? -1 : 1))
    .map((value) => JSON.stringify(value))
    .join(', ')}`;
}
