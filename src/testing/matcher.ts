/** MismatchPath from the manifest to a value: keys and indexes. */
export type MismatchPath = readonly (string | number)[];

/** One field that is not as expected. */
export interface Mismatch {
  readonly path: MismatchPath;
  /** What was expected: `expected "a"`, `expected no such field`. */
  readonly expected: string;
  /** The value that is there; undefined when nothing is. */
  readonly actual: unknown;
}

/** A pattern with a test of its own. Patterns nest: a matcher can be used anywhere in an expected manifest. */
export abstract class Matcher {
  /** What the matcher expects, for messages. */
  public abstract readonly description: string;
  /** Differences between the value and the pattern, each with its path below the value; none when it matches. */
  public abstract test(actual: unknown): readonly Mismatch[];
  /** The pattern that the value is compared with, if the matcher has one. */
  public get inner(): unknown {
    return undefined;
  }
  /** Called with the value when the whole object matches. Matchers that contain patterns pass the call on to them. */
  public capture(_actual: unknown): void {}
}

/** jest's and vitest's `expect.any`, `expect.stringContaining` and their like. */
export interface AsymmetricMatcher {
  /** Whether a value matches. */
  asymmetricMatch(other: unknown): boolean;
}

/** How strict plain values in a pattern are. */
export interface CompareOptions {
  /** Objects may have more keys than the pattern. @default true */
  readonly partial?: boolean;
}

/**
 * Differences between a value and a pattern: matchers run their own test, objects are compared key by key, arrays item by
 * item and with the same length, everything else by value.
 */
export function compare(pattern: unknown, actual: unknown, options: CompareOptions = {}): readonly Mismatch[] {
  if (pattern instanceof Matcher) {
    return pattern.test(actual);
  }
  if (isAsymmetric(pattern)) {
    return pattern.asymmetricMatch(actual) ? [] : [mismatch(() => `expected ${String(pattern)}`, actual)];
  }
  if (Array.isArray(pattern)) {
    return compareLists(pattern, actual, options);
  }
  if (isMap(pattern)) {
    return compareMaps(pattern, actual, options);
  }
  return Object.is(pattern, actual) ? [] : [mismatch(() => `expected ${format(pattern)}`, actual)];
}

function compareLists(pattern: readonly unknown[], actual: unknown, options: CompareOptions): readonly Mismatch[] {
  if (!Array.isArray(actual)) {
    return [mismatch(`expected an array of length ${pattern.length}`, actual)];
  }
  const items = pattern.flatMap((item, index) =>
    index < actual.length ? below(index, compare(item, actual[index], options)) : [],
  );
  return pattern.length === actual.length
    ? items
    : [...items, mismatch(`expected an array of length ${pattern.length}, received length ${actual.length}`, actual)];
}

function compareMaps(
  pattern: Readonly<Record<string, unknown>>,
  actual: unknown,
  options: CompareOptions,
): readonly Mismatch[] {
  if (!isMap(actual)) {
    return [mismatch(() => `expected ${format(pattern)}`, actual)];
  }
  const expected = Object.keys(pattern)
    .filter((key) => pattern[key] !== undefined)
    .flatMap((key) => below(key, compare(pattern[key], Object.hasOwn(actual, key) ? actual[key] : undefined, options)));
  const surplus =
    options.partial === false
      ? Object.keys(actual).filter((key) => actual[key] !== undefined && pattern[key] === undefined)
      : [];
  return [
    ...expected,
    ...surplus.map((key) => ({ path: [key], expected: 'expected no such field', actual: actual[key] })),
  ];
}

/** Whether `compare` finds nothing; stops at the first difference, which is what a search through many objects wants. */
export function matches(pattern: unknown, actual: unknown): boolean {
  if (pattern instanceof Matcher) {
    return pattern.test(actual).length === 0;
  }
  if (isAsymmetric(pattern)) {
    return pattern.asymmetricMatch(actual);
  }
  if (Array.isArray(pattern)) {
    return (
      Array.isArray(actual) &&
      actual.length === pattern.length &&
      pattern.every((item, index) => matches(item, actual[index]))
    );
  }
  if (isMap(pattern)) {
    if (!isMap(actual)) {
      return false;
    }
    for (const key in pattern) {
      if (pattern[key] !== undefined && !matches(pattern[key], Object.hasOwn(actual, key) ? actual[key] : undefined)) {
        return false;
      }
    }
    return true;
  }
  return Object.is(pattern, actual);
}

/** The mismatches of a part, seen from the whole. */
export function below(step: string | number, mismatches: readonly Mismatch[]): Mismatch[] {
  return mismatches.map((one) => new Difference([step, ...one.path], () => one.expected, one.actual));
}

/** One difference at the value itself. */
export function mismatch(expected: string | (() => string), actual: unknown): Mismatch {
  return new Difference([], typeof expected === 'string' ? () => expected : expected, actual);
}

/** Formatting costs more than the comparison, and most differences are never printed: another object matches. */
class Difference implements Mismatch {
  public constructor(
    public readonly path: MismatchPath,
    private readonly format: () => string,
    public readonly actual: unknown,
  ) {}

  public get expected(): string {
    return this.format();
  }
}

/** A pattern or value as messages print it. */
export function format(value: unknown): string {
  if (value instanceof Matcher) {
    return value.description;
  }
  if (isAsymmetric(value)) {
    return String(value);
  }
  if (value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return `[${value.map(format).join(', ')}]`;
  }
  if (isMap(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return `{${entries.map(([key, item]) => `${key}: ${format(item)}`).join(', ')}}`;
  }
  return JSON.stringify(value);
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isAsymmetric(value: unknown): value is AsymmetricMatcher {
  return isMap(value) && typeof value.asymmetricMatch === 'function';
}
