import { COLON, HASH, isBlank, isBlankOrEnd, isBreak, isFlowIndicator, TAB } from './characters';
import { foldBreaks } from './fold';
import type { Source } from './source';
import { Token } from './token';

/** An unquoted scalar, and whether a line ended behind it, so that a key may follow. */
export interface PlainScalar {
  readonly token: Token;
  readonly lineEnded: boolean;
}

/**
 * Scans an unquoted scalar, which may run over several lines.
 *
 * @param indent column that a continuation line must reach outside brackets.
 */
export function scanPlain(source: Source, indent: number, inFlow: boolean): PlainScalar {
  const { text } = source;
  const start = source.position;
  let value = '';
  // The scalar is copied a line at a time: text between these two is read and not yet in `value`.
  let from = start;
  let end = start;
  let breaks: string[] = [];
  for (;;) {
    if (source.atDocumentMarker() || source.code() === HASH) {
      break;
    }
    const wordEnd = endOfWord(text, source.position, inFlow);
    if (wordEnd > source.position) {
      if (breaks.length > 0) {
        value += text.slice(from, end) + foldBreaks(breaks);
        from = source.position;
        breaks = [];
      }
      source.position = wordEnd;
      end = wordEnd;
    }
    const code = source.code();
    if (!isBlank(code) && !isBreak(code)) {
      break;
    }
    skipWhiteSpace(source, breaks, indent, start);
    if (!inFlow && source.column < indent) {
      break;
    }
  }
  const token = new Token('scalar', start, end, value + text.slice(from, end), '', true);
  return { token, lineEnded: breaks.length > 0 };
}

function endOfWord(text: string, from: number, inFlow: boolean): number {
  let at = from;
  for (let code = text.charCodeAt(at); !isBlankOrEnd(code); code = text.charCodeAt(++at)) {
    if (code === COLON ? isBlankOrEnd(text.charCodeAt(at + 1)) : inFlow && isFlowIndicator(code)) {
      break;
    }
  }
  return at;
}

function skipWhiteSpace(source: Source, breaks: string[], indent: number, start: number): void {
  for (;;) {
    const code = source.code();
    if (isBreak(code)) {
      breaks.push(source.readBreak());
    } else if (isBlank(code)) {
      if (code === TAB && breaks.length > 0 && source.column < indent) {
        throw source.error('found a tab character that violates indentation', start);
      }
      source.position++;
    } else {
      return;
    }
  }
}
