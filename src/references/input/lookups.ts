/** Stands for all that is in a cluster. */
export const EVERYTHING = '*';

/**
 * Which lists of a cluster each of its objects is in, and which a rule looks at: a rule reports the same as long as the objects of these
 * lists are the same. Lists have names.
 */
export class Lookups {
  private readonly byDocument: Set<string>[] = [];
  private document: Set<string> | undefined;
  private seen: Set<string> | undefined;

  /** What is added from now on is an object of the input. */
  public begin(document: number): void {
    this.document = new Set([EVERYTHING]);
    this.byDocument[document] = this.document;
  }

  /** What is added from now on is not in the input. */
  public end(): void {
    this.document = undefined;
  }

  public added(list: string): void {
    this.document?.add(list);
  }

  public read(list: string): void {
    this.seen?.add(list);
  }

  /** The lists that an object of the input is in. */
  public listsOf(document: number): ReadonlySet<string> {
    return this.byDocument[document]!;
  }

  /** What is found, and the lists that it was looked for in. */
  public during<T>(find: () => T): { readonly value: T; readonly lists: ReadonlySet<string> } {
    const outer = this.seen;
    const lists = new Set<string>();
    this.seen = lists;
    try {
      return { value: find(), lists };
    } finally {
      this.seen = outer;
      this.readAgain(lists);
    }
  }

  /** Notes that something is used which was found in these lists before. */
  public readAgain(lists: Iterable<string>): void {
    if (this.seen === undefined) return;
    for (const list of lists) this.seen.add(list);
  }
}
