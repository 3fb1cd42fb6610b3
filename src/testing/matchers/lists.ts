import { captureValues } from '../capture-values';
import { below, compare, format, isMap, Matcher, type Mismatch, mismatch } from '../matcher';

/** An array that has a match for each pattern, in any order, each item used once. */
export class ArrayWith extends Matcher {
  public readonly description: string;

  public constructor(private readonly patterns: readonly unknown[]) {
    super();
    this.description = `an array with ${format(patterns)}`;
  }

  public override get inner(): unknown {
    return this.patterns;
  }

  public test(actual: unknown): readonly Mismatch[] {
    if (!Array.isArray(actual)) {
      return [mismatch(`expected ${this.description}`, actual)];
    }
    const { unmatched } = this.assignAll(actual);
    return unmatched < 0 ? [] : closestItem(this.patterns[unmatched], actual);
  }

  public override capture(actual: unknown): void {
    const items = Array.isArray(actual) ? actual : [];
    for (const [item, pattern] of this.assignAll(items).taken) {
      captureValues(this.patterns[pattern], items[item]);
    }
  }

  /** The pattern of each item that is used, and the index of the first pattern that matches none, or -1. */
  private assignAll(items: readonly unknown[]): { taken: ReadonlyMap<number, number>; unmatched: number } {
    const taken = new Map<number, number>();
    const unmatched = this.patterns.findIndex((_, pattern) => !this.assign(pattern, items, taken, new Set()));
    return { taken: new Map([...taken].sort(([, left], [, right]) => left - right)), unmatched };
  }

  /** Finds an item for a pattern; patterns that have one already can be moved to another. */
  private assign(pattern: number, items: readonly unknown[], taken: Map<number, number>, seen: Set<number>): boolean {
    for (const [index, item] of items.entries()) {
      if (seen.has(index) || compare(this.patterns[pattern], item).length > 0) {
        continue;
      }
      seen.add(index);
      const holder = taken.get(index);
      if (holder === undefined || this.assign(holder, items, taken, seen)) {
        taken.set(index, pattern);
        return true;
      }
    }
    return false;
  }
}

/** The differences of the item that is closest to a pattern, so that a typo in one field is reported at that field. */
function closestItem(pattern: unknown, items: readonly unknown[]): readonly Mismatch[] {
  const differences = items.map((item, index) => below(index, compare(pattern, item)));
  const nearest = differences.filter((one) => one.length > 0).sort((a, b) => a.length - b.length)[0];
  const names = isMap(pattern) ? Object.keys(pattern).length : 0;
  if (nearest === undefined || nearest.length >= Math.max(2, names)) {
    return [mismatch(`expected an item like ${format(pattern)}`, items)];
  }
  return nearest;
}

/** An array whose items have a key that names them: containers, ports, volumes, environment variables. */
export class ByName extends Matcher {
  public readonly description: string;

  public constructor(
    private readonly patterns: Readonly<Record<string, unknown>>,
    private readonly key: string,
  ) {
    super();
    this.description = `an array by ${key} with ${format(patterns)}`;
  }

  public override get inner(): unknown {
    return Object.values(this.patterns);
  }

  public test(actual: unknown): readonly Mismatch[] {
    if (!Array.isArray(actual)) {
      return [mismatch(`expected ${this.description}`, actual)];
    }
    return Object.entries(this.patterns).flatMap(([name, pattern]) => {
      const index = actual.findIndex((item) => isMap(item) && item[this.key] === name);
      if (index >= 0) {
        return below(index, compare(pattern, actual[index]));
      }
      const there = actual.map((item) => format(isMap(item) ? item[this.key] : undefined)).join(', ');
      return compare(pattern, undefined).length === 0
        ? []
        : [mismatch(`expected an item with ${this.key} ${JSON.stringify(name)}, found ${there || 'none'}`, actual)];
    });
  }

  public override capture(actual: unknown): void {
    const items = Array.isArray(actual) ? actual : [];
    for (const [name, pattern] of Object.entries(this.patterns)) {
      captureValues(
        pattern,
        items.find((item) => isMap(item) && item[this.key] === name),
      );
    }
  }
}
