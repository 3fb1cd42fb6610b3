import { compare, Matcher, type Mismatch, mismatch } from '../matcher';

/**
 * Takes any value that is there, and keeps it for later assertions.
 *
 * @example
 * const image = Match.capture<string>();
 * manifest.hasResource('Deployment', 'shop', { spec: { template: { spec: { containers: [{ image }] } } } });
 * expect(image.value).toMatch(/@sha256:/);
 */
export class Capture<T = unknown> extends Matcher {
  public readonly description = 'a value to capture';
  private readonly captured: T[] = [];

  public constructor(private readonly pattern?: unknown) {
    super();
  }

  public test(actual: unknown): readonly Mismatch[] {
    const mismatches =
      actual === undefined
        ? [mismatch('expected a value to capture', actual)]
        : this.pattern === undefined
          ? []
          : compare(this.pattern, actual);
    if (mismatches.length === 0) {
      this.captured.push(actual as T);
    }
    return mismatches;
  }

  /**
   * The value that was captured last.
   *
   * @throws Error when nothing was.
   */
  public get value(): T {
    if (this.captured.length === 0) {
      throw new Error(
        'Match.capture: nothing was captured; the assertion that holds the capture must run, and match, first',
      );
    }
    return this.captured[this.captured.length - 1]!;
  }

  /** All values, in the order in which they were captured. */
  public get values(): readonly T[] {
    return this.captured;
  }
}
