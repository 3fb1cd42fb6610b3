/**
 * Writes a string on one line so that every YAML parser reads it as that string: unquoted where that is
 * safe, otherwise in double quotes, or in single quotes where that avoids escapes.
 *
 * "Every parser" means that of kubectl (YAML 1.1 with Go's rules), YAML 1.2 core and strict YAML 1.1, so `no`, `0775`,
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

/** Escapes for double-quoted strings. */
export function escapeText(text: string): string {
  return text.replace(/["\\]/g, '\\$&').replace(UNPRINTABLES, escapeCharacter);
}

/** Whether the characters can be written literally. A tab can, but is hard to see. */
export function isPrintable(text: string): boolean {
  return !UNPRINTABLE.test(text);
}

// Control characters, C1, no-break space, the line breaks of YAML 1.1 (U+0085, U+2028, U+2029), invisible and bidirectional
// controls, byte order marks, noncharacters, lone surrogates. No Unicode classes: they differ between versions of Node.js.
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: matching control characters is the purpose
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
    // A lone surrogate has no UTF-8 encoding; every encoder writes the replacement character for it.
    return '\\uFFFD';
  }
  const hex = code.toString(16).toUpperCase();
  return code > 0xffff
    ? `\\U${hex.padStart(8, '0')}`
    : code > 0xff
      ? `\\u${hex.padStart(4, '0')}`
      : `\\x${hex.padStart(2, '0')}`;
}

/** Letters first: one expression handles the common case. */
const SURELY_PLAIN = /^[A-Za-z/_][A-Za-z0-9_./-]*$/;
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|~|nan|inf|infinity|e[-+]?[0-9_]+)$/i;
/** Anything that some parser could read as a number or a time, without the `_` and `,` that some allow. */
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
