import {
  AT,
  BACKTICK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOT,
  EXCLAMATION,
  GREATER_THAN,
  hexValue,
  isBlank,
  isBlankOrEnd,
  isDigit,
  isWord,
  PERCENT,
  QUESTION,
  ZERO,
} from './characters';
import type { Source } from './source';
import { Token } from './token';

/** Scans `&name` or `*name`. */
export function scanAnchor(source: Source, type: 'anchor' | 'alias'): Token {
  const start = source.position;
  source.position++;
  const name = readWord(source);
  const code = source.code();
  const ends =
    isBlankOrEnd(code) || [QUESTION, COLON, COMMA, CLOSE_BRACKET, CLOSE_BRACE, PERCENT, AT, BACKTICK].includes(code);
  if (name === '' || !ends) {
    throw source.error('did not find expected alphabetic or numeric character', start);
  }
  return new Token(type, start, source.position, name);
}

/** Scans `!<uri>`, `!suffix`, `!handle!suffix` or `!`. */
export function scanTag(source: Source): Token {
  const start = source.position;
  let handle = '';
  let suffix: string;
  if (source.text.startsWith('!<', start)) {
    source.position += 2;
    suffix = readUri(source, start, '');
    if (source.code() !== GREATER_THAN) {
      throw source.error("did not find the expected '>'", start);
    }
    source.position++;
  } else {
    handle = readHandle(source, start, false);
    if (handle.length > 1 && handle.endsWith('!')) {
      suffix = readUri(source, start, '');
    } else {
      suffix = readUri(source, start, handle);
      handle = '!';
      if (suffix === '') {
        [handle, suffix] = ['', '!'];
      }
    }
  }
  if (!isBlankOrEnd(source.code())) {
    throw source.error('did not find expected whitespace or line break', start);
  }
  return new Token('tag', start, source.position, handle, suffix);
}

/** Scans a line that begins with `%`. */
export function scanDirective(source: Source): Token {
  const start = source.position;
  source.position++;
  const name = readWord(source);
  if (name === '') {
    throw source.error('could not find expected directive name', start);
  }
  if (!isBlankOrEnd(source.code())) {
    throw source.error('found unexpected non-alphabetical character', start);
  }
  if (name !== 'YAML' && name !== 'TAG') {
    throw source.error('found unknown directive name', start);
  }
  source.skipBlanks();
  const token = name === 'YAML' ? versionDirective(source, start) : tagDirective(source, start);
  source.skipRestOfLine(start);
  return token;
}

function versionDirective(source: Source, start: number): Token {
  const major = readVersionNumber(source, start);
  if (source.code() !== DOT) {
    throw source.error("did not find expected digit or '.' character", start);
  }
  source.position++;
  const minor = readVersionNumber(source, start);
  return new Token('version-directive', start, source.position, `${major}.${minor}`);
}

function readVersionNumber(source: Source, start: number): number {
  let value = 0;
  let length = 0;
  for (; isDigit(source.code()); source.position++) {
    if (++length > 2) {
      throw source.error('found extremely long version number', start);
    }
    value = value * 10 + source.code() - ZERO;
  }
  if (length === 0) {
    throw source.error('did not find expected version number', start);
  }
  return value;
}

function tagDirective(source: Source, start: number): Token {
  const handle = readHandle(source, start, true);
  if (!isBlank(source.code())) {
    throw source.error('did not find expected whitespace', start);
  }
  source.skipBlanks();
  const prefix = readUri(source, start, '');
  if (!isBlankOrEnd(source.code())) {
    throw source.error('did not find expected whitespace or line break', start);
  }
  return new Token('tag-directive', start, source.position, handle, prefix);
}

function readWord(source: Source): string {
  const from = source.position;
  while (isWord(source.code())) {
    source.position++;
  }
  return source.text.slice(from, source.position);
}

function readHandle(source: Source, start: number, directive: boolean): string {
  if (source.code() !== EXCLAMATION) {
    throw source.error("did not find expected '!'", start);
  }
  source.position++;
  const handle = `!${readWord(source)}`;
  if (source.code() === EXCLAMATION) {
    source.position++;
    return `${handle}!`;
  }
  if (directive && handle !== '!') {
    throw source.error("did not find expected '!'", start);
  }
  return handle;
}

const URI_CHARACTER = /[-0-9A-Za-z_;/?:@&=+$,.!~*'()[\]]/;

/** @param head what was taken for a handle and belongs to the URI, behind its `!`. */
function readUri(source: Source, start: number, head: string): string {
  let uri = head.slice(1);
  let found = head !== '';
  for (;;) {
    if (source.code() === PERCENT) {
      uri += readUriEscape(source, start);
    } else if (URI_CHARACTER.test(source.text[source.position])) {
      uri += source.text[source.position++];
    } else if (found) {
      return uri;
    } else {
      throw source.error('did not find expected tag URI', start);
    }
    found = true;
  }
}

/** Reads the escaped bytes of one character. Each stays a character of its own: no tag that matters has any. */
function readUriEscape(source: Source, start: number): string {
  let bytes = '';
  let width = 1;
  for (let at = 0; at < width; at++) {
    const high = hexValue(source.code(1));
    const low = hexValue(source.code(2));
    if (source.code() !== PERCENT || high < 0 || low < 0) {
      throw source.error('did not find URI escaped octet', start);
    }
    const byte = high * 16 + low;
    if (at === 0) {
      width = widthOf(byte);
      if (width === 0) {
        throw source.error('found an incorrect leading UTF-8 octet', start);
      }
    } else if ((byte & 0xc0) !== 0x80) {
      throw source.error('found an incorrect trailing UTF-8 octet', start);
    }
    bytes += String.fromCharCode(byte);
    source.position += 3;
  }
  return bytes;
}

function widthOf(leadingByte: number): number {
  if (leadingByte < 0x80) {
    return 1;
  }
  if (leadingByte < 0xc0) {
    return 0;
  }
  return leadingByte < 0xe0 ? 2 : leadingByte < 0xf0 ? 3 : leadingByte < 0xf8 ? 4 : 0;
}
