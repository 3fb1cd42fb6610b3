/**
 * Writes one text on one line so that every YAML reader takes it for that text and nothing else: unquoted where that is
 * safe, in double quotes otherwise, in single quotes where these spare escapes.
 *
 * "Every reader" is kubectl's (YAML 1.1 with Go's rules), YAML 1.2 core and the letter of YAML 1.1, so `no`, `0775`,
 * `12:30:00`, `2024-01-01`, `=` and `<<` are quoted.
 */
export function stringifyScalar(text: string): string {
  if (isPlain(text)) {
    return text;
  }
  if (/["\\]/.test(text) && !text.includes("'") && !UNPRINTABLE.test(text)) {
    return `'${text}'`;
  }
  return `"${escapeText(text)}"`;
}

/** Escapes for use between double quotes. */
export function escapeText(text: string): string {
  return text.replace(/["\\]/g, '\\$&').replace(UNPRINTABLES, escapeCharacter);
}

/** Whether the characters can stand in a YAML file as they are. A tab can, but shows badly. */
export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text);
}

// Controls, C1, no-break space, the line breaks of YAML 1.1 (U+0085, U+2028, U+2029), what is invisible or reverses the
// line, byte order marks, non-characters, half surrogates. No Unicode classes: they differ between versions of Node.
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff]/u;
const UNPRINTABLES = new RegExp(UNPRINTABLE.source, 'gu');

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '\0': '\\0' };

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) {
    return short;
  }
  const code = character.codePointAt(0)!;
  if (code >= 0xd800 && code <= 0xdfff) {
    // Half a surrogate pair has no UTF-8 form; every encoder writes the replacement character for it.
    return '\\uFFFD';
  }
  const hex = code.toString(16).toUpperCase();
  return code > 0xffff
    ? `\\U${hex.padStart(8, '0')}`
    : code > 0xff
      ? `\\u${hex.padStart(4, '0')}`
      : `\\x${hex.padStart(2, '0')}`;
}

/** Letters first: the common case is decided by one expression. */
const SURELY_PLAIN = /^[A-Za-z/_][A-Za-z0-9_./-]*$/;
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|~|nan|inf|infinity|e[-+]?[0-9_]+)$/i;
/** Anything that could be a number or a time to some reader, once the `_` and `,` that some allow are gone. */
const NUMBER_LIKE =
  /^[-+]?(?:[0-9]+(?:\.[0-9]*)?(?:e[-+]?[0-9]*)?|\.?[0-9]*e[-+]?[0-9]+|\.[0-9]*(?:e[-+]?[0-9]*)?|0x[0-9a-f]*|0o[0-7]*|0b[01]*|[0-9]+(?::[0-9.]*)+|\.?(?:inf|nan))$/i;
const DATE_LIKE = /^[0-9]{4}-[0-9]{1,2}/;
/** An indicator of YAML at the beginning, or `- `, `? `, `: `. */
const BAD_START = /^(?:[\s,[\]{}#&*!|>'"%@`=]|[-?:](?:\s|$)|---|\.\.\.|<<$)/;
const BAD_INSIDE = /:(?:\s|$)|\s#|\s$/;

function isPlain(text: string): boolean {
  if (SURELY_PLAIN.test(text)) {
    return !WORDS.test(text);
  }
  return (
    text !== '' &&
    !WORDS.test(text) &&
    !NUMBER_LIKE.test(text.replace(/[_,]/g, '')) &&
    !DATE_LIKE.test(text) &&
    !BAD_START.test(text) &&
    !BAD_INSIDE.test(text) &&
    !UNPRINTABLE.test(text)
  );
}
