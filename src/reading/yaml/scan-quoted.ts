import { BACKSLASH, DOUBLE_QUOTE, END, hexValue, isBlank, isBlankOrEnd, isBreak, SINGLE_QUOTE } from './characters';
import { foldBreaks } from './fold';
import type { Source } from './source';
import { Token } from './token';

/** Scans a scalar in single or double quotes. */
export function scanQuoted(source: Source): Token {
  const start = source.position;
  const { lineStart } = source;
  const quote = source.code();
  source.position++;
  let value = '';
  for (;;) {
    if (source.atDocumentMarker()) {
      throw source.error('found unexpected document indicator', start);
    }
    if (source.code() === END) {
      throw source.error('found unexpected end of stream', start);
    }
    const word = quote === SINGLE_QUOTE ? singleQuotedWord(source) : doubleQuotedWord(source, start);
    value += word.text;
    if (source.code() === quote) {
      break;
    }
    value += whiteSpace(source, word.lineEscaped);
  }
  source.position++;
  if (source.lineStart !== lineStart) {
    source.longQuote = { start, end: source.position };
  }
  return new Token('scalar', start, source.position, value);
}

interface Word {
  readonly text: string;
  /** Whether the line ends with a backslash, which joins it to the next one without a space. */
  readonly lineEscaped: boolean;
}

function singleQuotedWord(source: Source): Word {
  const { text } = source;
  let value = '';
  let from = source.position;
  let at = from;
  for (let code = text.charCodeAt(at); !isBlankOrEnd(code); code = text.charCodeAt(++at)) {
    if (code === SINGLE_QUOTE) {
      if (text.charCodeAt(at + 1) !== SINGLE_QUOTE) {
        break;
      }
      value += text.slice(from, ++at);
      from = at + 1;
    }
  }
  source.position = at;
  return { text: value + text.slice(from, at), lineEscaped: false };
}

function doubleQuotedWord(source: Source, start: number): Word {
  const { text } = source;
  let value = '';
  let from = source.position;
  for (let code = source.code(); !isBlankOrEnd(code) && code !== DOUBLE_QUOTE; code = source.code()) {
    if (code !== BACKSLASH) {
      source.position++;
      continue;
    }
    value += text.slice(from, source.position);
    if (isBreak(source.code(1))) {
      source.position++;
      source.skipBreak();
      return { text: value, lineEscaped: true };
    }
    value += readEscape(source, start);
    from = source.position;
  }
  return { text: value + text.slice(from, source.position), lineEscaped: false };
}

const ESCAPES: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function readEscape(source: Source, start: number): string {
  const letter = source.text[source.position + 1];
  const simple = ESCAPES[letter];
  if (simple !== undefined) {
    source.position += 2;
    return simple;
  }
  const digits = DIGITS[letter];
  if (digits === undefined) {
    throw source.error('found unknown escape character', start);
  }
  source.position += 2;
  let code = 0;
  for (let at = 0; at < digits; at++) {
    const value = hexValue(source.code(at));
    if (value < 0) {
      throw source.error('did not find expected hexdecimal number', start);
    }
    code = code * 16 + value;
  }
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    throw source.error('found invalid Unicode character escape code', start);
  }
  source.position += digits;
  return String.fromCodePoint(code);
}

function whiteSpace(source: Source, lineEscaped: boolean): string {
  const from = source.position;
  source.skipBlanks();
  if (!lineEscaped && !isBreak(source.code())) {
    return source.text.slice(from, source.position);
  }
  const breaks: string[] = [];
  while (isBlank(source.code()) || isBreak(source.code())) {
    if (isBreak(source.code())) {
      breaks.push(source.readBreak());
    } else {
      source.position++;
    }
  }
  return lineEscaped ? breaks.join('') : foldBreaks(breaks);
}
