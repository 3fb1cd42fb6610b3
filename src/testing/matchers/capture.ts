import { captureValues } from '../capture-values';
import { compare, Matcher, type Mismatch, mismatch } from '../matcher';

/**
 * Matches any value that is set, and keeps it for later assertions. Only values of objects that match the whole pattern are
 * kept: of the first such object by `hasResource`, of the one by `one`, of each by `all`, `find` and `count`, and none when
 * the assertion fails.
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
    if (actual === undefined) {
      return [mismatch('expected a value to capture', actual)];
    }
    return this.pattern === undefined ? [] : compare(this.pattern, actual);
  }

  public override capture(actual: unknown): void {
    this.captured.push(actual as T);
    captureValues(this.pattern, actual);
  }

  /**
   * The value that was captured last.
   *
   * @throws Error when nothing was.
   */
  public get value(): T {
    if (this.captured.length === 0) {
      throw new Error(
        'Match.capture: no value was captured; first run an assertion with this capture, and it must pass',
      );
    }
    return this.captured[this.captured.length - 1]!;
  }

  /** All values, in the order in which they were captured. */
  public get values(): readonly T[] {
    return this.captured;
  }
}
