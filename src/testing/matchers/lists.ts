import { below, compare, isMap, Matcher, type Mismatch, mismatch, shown } from '../matcher';

/** A list that holds a match for each pattern, in any order, each item used once. */
export class ArrayWith extends Matcher {
  public readonly description: string;

  public constructor(private readonly patterns: readonly unknown[]) {
    super();
    this.description = `a list with ${shown(patterns)}`;
  }

  public test(actual: unknown): readonly Mismatch[] {
    if (!Array.isArray(actual)) {
      return [mismatch(`expected ${this.description}`, actual)];
    }
    const taken = new Map<number, number>();
    const lonely = this.patterns.findIndex((_, pattern) => !this.assign(pattern, actual, taken, new Set()));
    return lonely < 0 ? [] : closestItem(this.patterns[lonely], actual);
  }

  /** Finds an item for a pattern; patterns that hold one already may be moved to another. */
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

/** What separates the item that is nearest to a pattern from it, so that a typo in one field is told as that field. */
function closestItem(pattern: unknown, items: readonly unknown[]): readonly Mismatch[] {
  const differences = items.map((item, index) => below(index, compare(pattern, item)));
  const nearest = differences.filter((one) => one.length > 0).sort((a, b) => a.length - b.length)[0];
  const names = isMap(pattern) ? Object.keys(pattern).length : 0;
  if (nearest === undefined || nearest.length >= Math.max(2, names)) {
    return [mismatch(`no item of the list is ${shown(pattern)}`, items)];
  }
  return nearest;
}

/** A list whose items have a key that names them: containers, ports, volumes, environment variables. */
export class ByName extends Matcher {
  public readonly description: string;

  public constructor(
    private readonly patterns: Readonly<Record<string, unknown>>,
    private readonly key: string,
  ) {
    super();
    this.description = `a list by ${key} with ${shown(patterns)}`;
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
      const there = actual.map((item) => shown(isMap(item) ? item[this.key] : undefined)).join(', ');
      return compare(pattern, undefined).length === 0
        ? []
        : [mismatch(`no item with ${this.key} ${JSON.stringify(name)}; there are: ${there || 'none'}`, actual)];
    });
  }
}
