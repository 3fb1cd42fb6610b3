import { ReaderError } from '../reader-error';
import {
  CARRIAGE_RETURN,
  DOT,
  END,
  HASH,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  LINE_FEED,
  MINUS,
} from './characters';

/** The text of a document and how far it has been read. */
export class Source {
  public readonly text: string;
  public position: number;
  /** Offset of the first character of the current line. */
  public lineStart: number;
  /** The last quoted scalar that runs over several lines; it may do so by mistake. */
  public longQuote: { readonly start: number; readonly end: number } | undefined;

  /** @param position where reading begins: behind a byte order mark. */
  public constructor(text: string, position = 0) {
    this.position = position;
    this.lineStart = position;
    // The end is a character like any other, which saves every look ahead a check of the length.
    this.text = `${text}\0\0\0\0`;
  }

  public get column(): number {
    return this.position - this.lineStart;
  }

  public code(ahead = 0): number {
    return this.text.charCodeAt(this.position + ahead);
  }

  public skipBlanks(): void {
    while (isBlank(this.code())) {
      this.position++;
    }
  }

  public skipComment(): void {
    if (this.code() === HASH) {
      this.skipToBreak();
    }
  }

  public skipToBreak(): void {
    const { text } = this;
    let at = this.position;
    while (!isBreakOrEnd(text.charCodeAt(at))) {
      at++;
    }
    this.position = at;
  }

  /** Goes to the next line, if this one ends here. */
  public skipBreak(): void {
    const code = this.code();
    if (isBreak(code)) {
      this.position += code === CARRIAGE_RETURN && this.code(1) === LINE_FEED ? 2 : 1;
      this.lineStart = this.position;
    }
  }

  /** Goes to the next line and returns what the break is in a value: the line and paragraph separators stay, others are `\n`. */
  public readBreak(): string {
    const code = this.code();
    this.skipBreak();
    if (code >= 0x2028) {
      return String.fromCharCode(code);
    }
    return code === END ? '' : '\n';
  }

  /** Whether a line begins here with `---` or `...`, and nothing but white space touches it. */
  public atDocumentMarker(): boolean {
    const code = this.code();
    return (
      (code === MINUS || code === DOT) &&
      this.column === 0 &&
      this.code(1) === code &&
      this.code(2) === code &&
      isBlankOrEnd(this.code(3))
    );
  }

  /** Skips blanks, a comment and the break at the end of a line that may hold nothing else. */
  public skipRestOfLine(start: number): void {
    this.skipBlanks();
    this.skipComment();
    if (!isBreakOrEnd(this.code())) {
      throw this.error('did not find expected comment or line break', start);
    }
    this.skipBreak();
  }

  public error(message: string, start?: number): ReaderError {
    return new ReaderError(message, this.position, start);
  }
}
