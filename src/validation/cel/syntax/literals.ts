import { Uint } from '../values/values';

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const MOST_INT = 2n ** 63n - 1n;
const MOST_UINT = 2n ** 64n - 1n;

/** The value of an integer with its sign; undefined when it is out of range. */
export function intOf(text: string, isNegative: boolean): bigint | undefined {
  const value = isNegative ? -BigInt(text) : BigInt(text);
  return value > MOST_INT || value < -MOST_INT - 1n ? undefined : value;
}

/** The value of `12u` or `0x1Fu`; undefined when it is out of range. */
export function uintOf(text: string): Uint | undefined {
  const value = BigInt(text.slice(0, -1));
  return value > MOST_UINT ? undefined : new Uint(value);
}

/**
 * The text of a quoted string; undefined when an escape stands for no character.
 *
 * @param takesSurrogates Whether half of a character is one, which becomes the replacement character
 */
export function stringOf(quoted: string, takesSurrogates: boolean): string | undefined {
  const { content, isRaw } = contentOf(quoted);
  if (isRaw) return content;
  let isValid = true;
  const text = content.replace(ESCAPE, (_, code: string) => {
    const point = codePointOf(code);
    if (typeof point === 'string') return point;
    const isSurrogate = point >= 0xd800 && point <= 0xdfff;
    if (isSurrogate && takesSurrogates) return '\ufffd';
    if (point > 0x10ffff || isSurrogate) {
      isValid = false;
      return '';
    }
    return String.fromCodePoint(point);
  });
  return isValid ? text : undefined;
}

/** The bytes of `b'…'`; undefined when it has an escape that only strings can have. */
export function bytesOf(quoted: string): Uint8Array | undefined {
  const { content, isRaw } = contentOf(quoted.slice(1));
  if (isRaw) return Buffer.from(content, 'utf8');
  const parts: Buffer[] = [];
  let at = 0;
  for (const { 0: found, 1: code = '', index } of content.matchAll(ESCAPE)) {
    if (/^[uU]/.test(code)) return undefined;
    parts.push(Buffer.from(content.slice(at, index), 'utf8'));
    const point = codePointOf(code);
    parts.push(typeof point === 'string' ? Buffer.from(point, 'utf8') : Buffer.from([point]));
    at = index + found.length;
  }
  parts.push(Buffer.from(content.slice(at), 'utf8'));
  return Buffer.concat(parts);
}

const ESCAPE = /\\([0-3][0-7]{2}|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/gs;

/** What is within the quotes, with one kind of line break. */
function contentOf(quoted: string): { content: string; isRaw: boolean } {
  const isRaw = /^[rR]/.test(quoted);
  const text = (isRaw ? quoted.slice(1) : quoted).replace(/\r\n?/g, '\n');
  const width = /^(?:"""|''')/.test(text) && text.length >= 6 ? 3 : 1;
  return { content: text.slice(width, -width), isRaw };
}

function codePointOf(code: string): number | string {
  if (/^[xXuU]./.test(code)) return Number.parseInt(code.slice(1), 16);
  if (/^[0-3][0-7]{2}$/.test(code)) return Number.parseInt(code, 8);
  return ESCAPES[code] ?? code;
}
