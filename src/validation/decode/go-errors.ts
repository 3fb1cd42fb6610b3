import { Buffer } from 'node:buffer';

/** Errors of Go's base64 and time packages, which the server passes on. */

const PAD = 0x3d;

/** `illegal base64 data at input byte 4`: where Go's decoder stops. */
export function base64Error(text: string): string {
  return `illegal base64 data at input byte ${corruptByte(Buffer.from(text, 'utf8'))}`;
}

function corruptByte(bytes: Buffer): number {
  let at = 0;
  for (;;) {
    for (let node = 0; node < 4; node++) {
      if (at === bytes.length) return at - node;
      const byte = bytes[at++]!;
      if (isLineBreak(byte)) node--;
      else if (byte === PAD) return corruptPadding(bytes, at, node);
      else if (!isAlphabet(byte)) return at - 1;
    }
  }
}

/** Padding ends the data: two characters before it need a second one, and nothing may follow. */
function corruptPadding(bytes: Buffer, after: number, node: number): number {
  let at = after;
  const skipLineBreaks = () => {
    while (at < bytes.length && isLineBreak(bytes[at]!)) at++;
  };
  if (node < 2) return at - 1;
  if (node === 2) {
    skipLineBreaks();
    if (at === bytes.length) return bytes.length;
    if (bytes[at] !== PAD) return at - 1;
    at++;
  }
  skipLineBreaks();
  return at;
}

function isLineBreak(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}

function isAlphabet(byte: number): boolean {
  return /[A-Za-z0-9+/]/.test(String.fromCharCode(byte));
}

const DATE_AND_TIME: readonly (readonly [
  literal: string,
  element: string,
  range: string,
  low: number,
  high: number,
])[] = [
  ['', '2006', '', 0, 9999],
  ['-', '01', 'month', 1, 12],
  ['-', '02', '', 0, 99],
  ['T', '15', 'hour', 0, 23],
  [':', '04', 'minute', 0, 59],
  [':', '05', 'second', 0, 59],
];

/** What `time.Parse` reports about a text that is not an RFC 3339 time; `micro` asks for six digits of fraction. */
export function timeError(text: string, micro: boolean): string {
  const layout = micro ? '2006-01-02T15:04:05.000000Z07:00' : '2006-01-02T15:04:05Z07:00';
  const head = `parsing time ${timeQuote(text)}`;
  const cannot = (rest: string, element: string) =>
    `${head} as ${timeQuote(layout)}: cannot parse ${timeQuote(rest)} as ${timeQuote(element)}`;
  let rest = text;
  const numbers: number[] = [];
  for (const [literal, element, range, low, high] of DATE_AND_TIME) {
    if (!rest.startsWith(literal)) return cannot(rest, literal);
    rest = rest.slice(literal.length);
    const digits = /^\d+/.exec(rest)?.[0].slice(0, element.length) ?? '';
    const isShort = digits.length < element.length && !(element === '15' && digits.length === 1);
    if (isShort) return cannot(rest, element);
    rest = rest.slice(digits.length);
    const number = Number(digits);
    numbers.push(number);
    if (range !== '' && (number < low || number > high)) return `${head}: ${range} out of range`;
  }
  if (micro) {
    if (!/^[.,]\d{6}/.test(rest)) return cannot(rest, '.000000');
    rest = rest.slice(7);
  } else rest = rest.replace(/^[.,]\d+/, '');
  const zone = /^(?:Z|[+-](\d\d):(\d\d))/.exec(rest);
  if (zone === null) return cannot(rest, 'Z07:00');
  if (Number(zone[1] ?? 0) > 24) return `${head}: time zone offset hour out of range`;
  if (Number(zone[2] ?? 0) > 60) return `${head}: time zone offset minute out of range`;
  rest = rest.slice(zone[0].length);
  return rest === '' ? `${head}: day out of range` : `${head}: extra text: ${timeQuote(rest)}`;
}

/** The time package quotes bytes that are no printable ASCII one by one. */
function timeQuote(text: string): string {
  const quoted = text
    .replace(/["\\]/g, '\\$&')
    .replace(/[^ -~\u007f]/gu, (character) =>
      [...Buffer.from(character, 'utf8')].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
    );
  return `"${quoted}"`;
}
