/** Wordings that the server's checks share; every check answers in them. */

/** Length in bytes of UTF-8, which is what the server counts. */
export function byteLength(value: string): number {
  return Buffer.byteLength(value, 'utf8');
}

export function tooLong(limit: number): string {
  return `must be no more than ${limit} characters`;
}

/** The same where the server counts bytes in words, too: in keys and values of labels. */
export function tooManyBytes(limit: number): string {
  return `must be no more than ${limit} bytes`;
}

export const MUST_BE_NON_EMPTY = 'must be non-empty';

export const MUST_NOT_BE_NEGATIVE = 'must be greater than or equal to 0';

/** The server shows examples (with two blanks before "or") and the regular expression itself. */
export function doesNotMatch(message: string, expression: string, ...examples: readonly string[]): string {
  const shown = examples.map((example) => `'${example}'`).join(',  or ');
  return examples.length === 0
    ? `${message} (regex used for validation is '${expression}')`
    : `${message} (e.g. ${shown}, regex used for validation is '${expression}')`;
}
