import { printable } from './printable';
import type { ReaderError } from './reader-error';
import { EXPLANATIONS, type Explanation } from './syntax-explanations';
import { typicalSlip } from './typical-slips';

/** Why a text cannot be read, in the words of kubectl and for someone who did not know that rule. */
export interface SyntaxIssue {
  readonly message: string;
  readonly hint: string;
  /** Offset in the text. */
  readonly offset: number;
}

/**
 * Whether nothing of a text may be shown: it has a Secret in it. A value may go on over several lines, also over lines that look
 * like a key or begin a document, so the whole file counts.
 */
export function mayHoldSecret(text: string): boolean {
  return /secret|stringData/i.test(text);
}

/**
 * Explains why kubectl refuses a text. Typical slips of the keyboard (a tab, a full-width colon, a quote or bracket that is
 * never closed) are looked for in the text itself, since the reader notices them far from where they are.
 *
 * @param secret whether nothing of the text may be shown.
 */
export function explainSyntax(text: string, error: ReaderError, secret: boolean): SyntaxIssue {
  const {
    cause,
    hint,
    offset = error.offset,
  }: Explanation = typicalSlip(text, error) ??
    EXPLANATIONS[error.message] ??
    EXPLANATIONS[error.message.split(':', 1)[0]] ?? { hint: 'look for a missing quote, colon or bracket' };
  const message = cause === undefined ? error.message : `${error.message}: ${cause}`;
  const at = Math.min(offset, Math.max(0, text.length - 1));
  const shown = secret ? message.replace(/\banchor '.*'/s, 'anchor') : withText(message, lineAt(text, at));
  return { message: shown, hint, offset: at };
}

/** Adds the offending line: values are cut off behind the key, since passwords are found outside of Secrets, too. */
function withText(message: string, line: string): string {
  const shown = line.trim();
  const key = /^[-{[\s]*["']?[\w.\-/]+["']?\s*:/.exec(shown)?.[0];
  const safe = key === undefined ? shown.slice(0, 40) : `${key}${shown.length > key.length ? ' …' : ''}`;
  return safe === '' ? message : `${message}, at ${printable(JSON.stringify(safe))}`;
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const end = text.indexOf('\n', offset);
  return offset < start ? '' : text.slice(start, end < 0 ? text.length : end);
}
