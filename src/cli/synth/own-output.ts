/** A change that soon after the end of a run is not of a person. In milliseconds. */
const SOON = 500;
/** Runs in a row, each of which follows from the one before. */
const RUNS = 5;

/** Files of the project that a run itself writes, such as a report of the app or a log of the command: each would start another run. */
export class OwnOutput {
  private readonly found = new Set<string>();
  /** Runs in a row that a path has started soon after the one before. */
  private inARow = new Map<string, number>();
  private lastEnd = Number.NEGATIVE_INFINITY;

  public has(path: string): boolean {
    return this.found.has(path);
  }

  /** What turns out to be output, of the paths that a run starts for. */
  public in(changed: readonly string[]): readonly string[] {
    const before = performance.now() - this.lastEnd < SOON ? this.inARow : new Map<string, number>();
    this.inARow = new Map(changed.map((path) => [path, (before.get(path) ?? 0) + 1]));
    const output = changed.filter((path) => this.inARow.get(path)! >= RUNS);
    for (const path of output) this.found.add(path);
    return output;
  }

  public ended(): void {
    this.lastEnd = performance.now();
  }
}
