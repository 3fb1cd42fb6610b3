import { BAR, END, isBlank, isBreak, isDigit, MINUS, PLUS, SPACE, TAB, ZERO } from './characters';
import { foldBreaks } from './fold';
import type { Source } from './source';
import { Token } from './token';

/**
 * Scans a literal (`|`) or folded (`>`) scalar.
 *
 * @param parentIndent column of the collection it stands in, -1 at the top.
 */
export function scanBlock(source: Source, parentIndent: number): Token {
  const start = source.position;
  const literal = source.code() === BAR;
  source.position++;
  const header = readHeader(source, start);
  source.skipRestOfLine(start);
  let end = source.position;

  const breaks: string[] = [];
  let indent = header.increment === 0 ? 0 : Math.max(parentIndent, 0) + header.increment;
  indent = skipIndent(source, indent, breaks, parentIndent, start);
  let value = '';
  let lastBreak = '';
  let afterBlank = false;
  while (source.column === indent && source.code() !== END) {
    const blank = isBlank(source.code());
    // Lines that begin with white space are not folded, nor is the break before and after them.
    if (!literal && !afterBlank && !blank && lastBreak === '\n') {
      value += foldBreaks([lastBreak, ...breaks]);
    } else {
      value += lastBreak + breaks.join('');
    }
    breaks.length = 0;
    afterBlank = blank;
    const from = source.position;
    source.skipToBreak();
    value += source.text.slice(from, source.position);
    lastBreak = source.readBreak();
    end = source.position;
    skipIndent(source, indent, breaks, parentIndent, start);
  }
  if (header.chomping !== 'strip') {
    value += lastBreak;
  }
  if (header.chomping === 'keep') {
    value += breaks.join('');
  }
  return new Token('scalar', start, end, value);
}

interface Header {
  readonly chomping: 'strip' | 'clip' | 'keep';
  /** Columns of indentation that are said explicitly; 0 when none. */
  readonly increment: number;
}

function readHeader(source: Source, start: number): Header {
  const before = readChomping(source);
  const increment = readIncrement(source, start);
  const chomping = before ?? (increment > 0 ? readChomping(source) : undefined) ?? 'clip';
  return { chomping, increment };
}

function readChomping(source: Source): Header['chomping'] | undefined {
  const code = source.code();
  if (code !== PLUS && code !== MINUS) {
    return undefined;
  }
  source.position++;
  return code === PLUS ? 'keep' : 'strip';
}

function readIncrement(source: Source, start: number): number {
  const code = source.code();
  if (!isDigit(code)) {
    return 0;
  }
  if (code === ZERO) {
    throw source.error('found an indentation indicator equal to 0', start);
  }
  source.position++;
  return code - ZERO;
}

/**
 * Skips empty lines and the indentation of the next line that is not empty.
 *
 * @param indent columns of indentation, 0 when they are still to be found out.
 * @returns columns of indentation.
 */
function skipIndent(source: Source, indent: number, breaks: string[], parentIndent: number, start: number): number {
  let widest = 0;
  for (;;) {
    while ((indent === 0 || source.column < indent) && source.code() === SPACE) {
      source.position++;
    }
    widest = Math.max(widest, source.column);
    const code = source.code();
    if (code === TAB && (indent === 0 || source.column < indent)) {
      throw source.error('found a tab character where an indentation space is expected', start);
    }
    if (!isBreak(code)) {
      return indent === 0 ? Math.max(widest, parentIndent + 1, 1) : indent;
    }
    breaks.push(source.readBreak());
  }
}
