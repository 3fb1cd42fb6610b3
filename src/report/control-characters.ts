/**
 * Characters that steer a terminal or change the order of a line: C0 and C1 except tab and newline, separators of lines,
 * marks and overrides of the writing direction, and the byte order mark.
 *
 * @see https://trojansource.codes
 */
const CONTROL = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\u2028\u2029\uFEFF]/gu;

/** Text with control characters written as `\u001b`, for terminals and logs; also valid inside of JSON strings. */
export function escapeControls(text: string): string {
  return text.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * The same for text of one finding that may have several lines. Further lines begin with a bar, so that none of them can be
 * taken for a finding, or for a workflow command of a CI service.
 */
export function escapeLines(text: string): string {
  return escapeControls(text).replaceAll('\n', '\n  | ');
}

/** JSON on several lines, without raw control characters. */
export function printableJson(value: unknown): string {
  const json = JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part), 2);
  return `${escapeControls(json)}\n`;
}
