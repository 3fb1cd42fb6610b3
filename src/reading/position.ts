/** A place in a file. */
export interface Position {
  readonly file: string;
  /** One-based. */
  readonly line: number;
  /** One-based, in UTF-16 units. */
  readonly column: number;
}

/** Finds lines and columns of offsets in a part of a file. */
export class Lines {
  private readonly text: string;
  private readonly firstLine: number;
  private readonly firstColumn: number;
  private starts: readonly number[] | undefined;

  public constructor(
    {
      text,
      firstLine,
      firstColumn,
    }: { readonly text: string; readonly firstLine: number; readonly firstColumn: number },
    private readonly file: string,
  ) {
    this.text = text;
    this.firstLine = firstLine;
    this.firstColumn = firstColumn;
  }

  public positionOf(offset: number): Position {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    const column = offset - starts[low] + (low === 0 ? this.firstColumn : 0);
    return { file: this.file, line: this.firstLine + low + 1, column: column + 1 };
  }

  private lineStarts(): readonly number[] {
    this.starts ??= [0, ...[...this.text.matchAll(/\n/g)].map((newline) => newline.index + 1)];
    return this.starts;
  }
}
