import { compareQuantities, literalPattern, parseQuantity } from '../../values';
import { captureValues } from '../capture-values';
import { compare, format, Matcher, type Mismatch, mismatch } from '../matcher';

/** A matcher that is a test of the value and a description. */
class Predicate extends Matcher {
  public constructor(
    public readonly description: string,
    private readonly holds: (actual: unknown) => boolean,
  ) {
    super();
  }

  public test(actual: unknown): readonly Mismatch[] {
    return this.holds(actual) ? [] : [mismatch(`expected ${this.description}`, actual)];
  }
}

export const absent = (): Matcher => new Predicate('no such field', (actual) => actual === undefined);

export const anyValue = (): Matcher => new Predicate('any value', (actual) => actual !== undefined && actual !== null);

/** A string that matches a regular expression, or a pattern in which `*` stands for anything. */
export function stringLike(pattern: string | RegExp): Matcher {
  const expression = typeof pattern === 'string' ? glob(pattern) : pattern;
  return new Predicate(
    `a string like ${typeof pattern === 'string' ? JSON.stringify(pattern) : String(pattern)}`,
    (actual) => {
      // A global expression remembers where it stopped.
      expression.lastIndex = 0;
      return typeof actual === 'string' && expression.test(actual);
    },
  );
}

function glob(pattern: string): RegExp {
  const parts = pattern.split('*').map(literalPattern);
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

/**
 * An equal amount, however it is written.
 *
 * @throws Error when `amount` is not a quantity.
 */
export function quantity(amount: string | number): Matcher {
  const wanted = parseQuantity(amount);
  if (wanted === undefined) {
    throw new Error(`Match.quantity: ${JSON.stringify(amount)} is not a quantity; write it as "250m", "1Gi" or 2`);
  }
  return new Predicate(`the quantity ${amount}`, (actual) => {
    const parsed = typeof actual === 'string' || typeof actual === 'number' ? parseQuantity(actual) : undefined;
    return parsed !== undefined && compareQuantities(parsed, wanted) === 0;
  });
}

/** What `pattern` does not match. */
export function not(pattern: unknown): Matcher {
  return new Predicate(`not ${format(pattern)}`, (actual) => compare(pattern, actual).length > 0);
}

class Exactly extends Matcher {
  public readonly description: string;

  public constructor(private readonly pattern: unknown) {
    super();
    this.description = `exactly ${format(pattern)}`;
  }

  public override get inner(): unknown {
    return this.pattern;
  }

  public test(actual: unknown): readonly Mismatch[] {
    return compare(this.pattern, actual, { partial: false });
  }

  public override capture(actual: unknown): void {
    captureValues(this.pattern, actual);
  }
}

/** The same keys and no more, all the way down. */
export const exactly = (pattern: unknown): Matcher => new Exactly(pattern);

class ObjectLike extends Matcher {
  public readonly description: string;

  public constructor(private readonly pattern: object) {
    super();
    this.description = format(pattern);
  }

  public override get inner(): unknown {
    return this.pattern;
  }

  public test(actual: unknown): readonly Mismatch[] {
    return compare(this.pattern, actual);
  }

  public override capture(actual: unknown): void {
    captureValues(this.pattern, actual);
  }
}

/** At least these keys, even inside `exactly`. */
export const objectLike = (pattern: object): Matcher => new ObjectLike(pattern);
