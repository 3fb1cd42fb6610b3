/** Line of the caller in its source, as stack traces of the test runner have it. */
export function sourceLine(): number {
  return Number(/:(\d+):\d+\)?$/.exec(new Error().stack!.split('\n')[2]!)![1]);
}
