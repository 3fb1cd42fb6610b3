import { escapeText, isPrintable } from './scalar';

/**
 * A multi-line string, each line on its own line of the file: as a literal block, or, where a block cannot represent the
 * string or would have trailing spaces, in double quotes broken after every `\n`. Starts after the `:` or `-`.
 *
 * @param pad indentation of the lines below
 */
export function stringifyTextBlock(text: string, pad: string): string {
  const lines = text.split('\n');
  return fitsLiteralBlock(text, lines) ? literalBlock(lines, pad) : brokenQuotes(lines, pad);
}

function fitsLiteralBlock(text: string, lines: readonly string[]): boolean {
  return (
    /[^\n]/.test(text) &&
    // The parser of kubectl rejects a tab in the indentation.
    !/^\n*\t/.test(text) &&
    lines.every((line) => isPrintable(line.replaceAll('\t', '')) && !/[ \t]$/.test(line))
  );
}

function literalBlock(lines: readonly string[], pad: string): string {
  const last = lines.length - 1;
  const ends = lines[last] !== '' ? '-' : lines[last - 1] === '' ? '+' : '';
  const first = lines.find((line) => line !== '')!;
  // Without the digit a parser would read leading spaces of the string as indentation.
  const digit = first.startsWith(' ') ? '2' : '';
  const body = ends === '-' ? lines : lines.slice(0, -1);
  return ` |${digit}${ends}\n${body.map((line) => (line === '' ? '\n' : `${pad}${line}\n`)).join('')}`;
}

function brokenQuotes(lines: readonly string[], pad: string): string {
  const last = lines.length - 1;
  const parts = lines.map((line, index) => {
    const escaped = escapeText(line);
    // Leading space of a continuation line is folded away unless it is escaped.
    const kept = index > 0 && escaped.startsWith(' ') ? `\\${escaped}` : escaped;
    return index < last ? `${kept}\\n` : kept;
  });
  if (parts[last] === '') {
    parts.pop();
  }
  return ` "${parts.join(`\\\n${pad}`)}"\n`;
}
