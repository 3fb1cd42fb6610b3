import type { Source } from './source';
import { Token } from './token';

const NONE: readonly Token[] = [];

/** Columns of the block collections that are open; the parser, which reads each token at once, limits how many. */
export class Indentation {
  /** Column of the innermost open block collection, -1 at the top. */
  public current = -1;
  private readonly outer: number[] = [];

  public constructor(private readonly source: Source) {}

  /** Opens a collection at that column, if it is indented more than the innermost one. */
  public roll(column: number): boolean {
    if (column <= this.current) {
      return false;
    }
    this.outer.push(this.current);
    this.current = column;
    return true;
  }

  /** Closes the collections that are indented more than that column. */
  public unroll(column: number): readonly Token[] {
    if (this.current <= column) {
      return NONE;
    }
    const ends: Token[] = [];
    const { position } = this.source;
    while (this.current > column) {
      ends.push(new Token('block-end', position, position));
      this.current = this.outer.pop() ?? -1;
    }
    return ends;
  }
}
