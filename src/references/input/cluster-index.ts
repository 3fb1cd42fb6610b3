import type { Lookups } from './lookups';
import type { Placed } from './placed';

/** Lists by key. */
export class Index<T> {
  private readonly lists = new Map<string, T[]>();

  /** @param name of the index among those of a cluster, whose lookups are noted. */
  public constructor(
    private readonly name = '',
    private readonly lookups?: Lookups,
  ) {}

  public add(item: T, key: string): void {
    this.lookups?.added(`${this.name} ${key}`);
    const list = this.lists.get(key);
    if (list === undefined) this.lists.set(key, [item]);
    else list.push(item);
  }

  public get(key: string): readonly T[] {
    this.lookups?.read(`${this.name} ${key}`);
    return this.lists.get(key) ?? [];
  }

  public keys(): string[] {
    return [...this.lists.keys()];
  }
}

/** Lists by two keys, of which the first has few values. No text is made of both: most lookups of all rules are among these. */
export class PairIndex<T> {
  private readonly byFirst = new Map<string, Index<T>>();

  /** @param name as above. */
  public constructor(
    private readonly name = '',
    private readonly lookups?: Lookups,
  ) {}

  public add(item: T, first: string, second: string): void {
    this.lookups?.added(`${this.name} ${first} ${second}`);
    let inner = this.byFirst.get(first);
    if (inner === undefined) {
      inner = new Index();
      this.byFirst.set(first, inner);
    }
    inner.add(item, second);
  }

  public get(first: string, second: string): readonly T[] {
    this.lookups?.read(`${this.name} ${first} ${second}`);
    return this.byFirst.get(first)?.get(second) ?? [];
  }
}

/** Shorter lists are searched: most namespaces have few objects of a kind, and an index of them would be larger than they are. */
const INDEXED = 8;

/** Those of longer lists by name, made when one is first looked for. The lists are complete by then. */
const namesOf = new WeakMap<readonly Placed[], Map<string, Placed | Placed[]>>();

/** The objects of a list that have a name. */
export function named(list: readonly Placed[], name: unknown): readonly Placed[] {
  const wanted = textOf(name);
  if (list.length < INDEXED) return list.filter((one) => nameOf(one) === wanted);
  return [indexed(list).get(wanted) ?? []].flat();
}

/** The first of them. */
export function firstNamed(list: readonly Placed[], name: unknown): Placed | undefined {
  const wanted = textOf(name);
  if (list.length < INDEXED) return list.find((one) => nameOf(one) === wanted);
  const found = indexed(list).get(wanted);
  return Array.isArray(found) ? found[0] : found;
}

function indexed(list: readonly Placed[]): Map<string, Placed | Placed[]> {
  let names = namesOf.get(list);
  if (names === undefined) {
    names = new Map();
    for (const one of list) {
      const name = nameOf(one);
      const before = names.get(name);
      names.set(name, before === undefined ? one : [before, one].flat());
    }
    namesOf.set(list, names);
  }
  return names;
}

function nameOf({ object }: Placed): string {
  return textOf(object?.metadata?.name);
}

/** Names of programs without types may be numbers. */
function textOf(name: unknown): string {
  return typeof name === 'string' ? name : String(name ?? '');
}

/** Kinds with this name, in any case, or the one kind of a group that ends so: PulsarConnection for `connection`. */
export function kindsCalled(kinds: readonly string[], kind: string, group?: string): string[] {
  const wanted = kind.toLowerCase();
  const called = kinds.filter((key) => key.toLowerCase().endsWith(`/${wanted}`));
  if (group === undefined || called.length > 0 || wanted.length < 4) return called;
  const like = kinds.filter((key) => key.startsWith(`${group}/`) && key.toLowerCase().endsWith(wanted));
  return like.length === 1 ? like : called;
}
