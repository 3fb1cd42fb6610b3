/** Strings and JSON as Go prints them, which is how the server shows refused values. */

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** A string as `strconv.Quote` (and so `%q`) writes it. */
export function goQuote(text: string): string {
  return `"${wellFormed(text).replace(/["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, escapeOf)}"`;
}

/** JSON as Go's `json.Marshal` writes it: `<`, `>` and `&` are escaped, keys stand in the order given. */
export function goJson(value: unknown): string {
  return (JSON.stringify(value) ?? 'null').replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A number of JSON as `%v` writes it: Go reads whole numbers of 64 bits into an int64, all others into a float64. */
export function goNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) <= 2 ** 63 ? String(value) : goFloat(value);
}

/** A float64 as `%v` writes it: with an exponent of two digits from 1e6 on and below 1e-4. */
export function goFloat(value: number): string {
  const size = Math.abs(value);
  const text = value !== 0 && (size < 1e-4 || size >= 1e6) ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

function escapeOf(character: string): string {
  const known = ESCAPES[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0)!;
  const hex = code.toString(16);
  if (code < 0x80) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x1_0000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** Go reads a lone surrogate as the replacement character. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}
