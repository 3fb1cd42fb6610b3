import type { KubernetesVersion } from '../facts';
import { goJson, goNumber, goQuote } from './go-text';
import { reworded } from './rewordings';

/**
 * The server's words without field and reason, such as `must specify a handler type`. `{name}` is filled from the parameters of
 * the report; a list of strings is written as `"a", "b"`. Where the words changed, they stand under the first version
 * that has them.
 *
 * @example
 * { '1.28': 'must have at most {limit} bytes', '1.32': 'may not be more than {limit} bytes' }
 */
export type Message = string | Readonly<Partial<Record<KubernetesVersion, string>>>;

/** What a report adds to its rule: what fills the message, the refused value, a hint. */
export interface Params {
  readonly [name: string]: unknown;
  /** The refused value, where it is not what the field holds. */
  readonly value?: unknown;
  /** How to fix it, when that depends on the value. */
  readonly hint?: string | undefined;
}

/** Parameter `value` of a report whose message shows no value although others of its reason do. */
export const OMITTED = Symbol('omitted');

/** The message of a rule for one minor version, with its placeholders filled. */
export function renderMessage(message: Message, params: Params, minor: number): string {
  const text = wordsOf(message, minor).replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(params, name) ? formatted(name, params[name]) : placeholder,
  );
  return reworded(text, minor);
}

/** The words of that version: those of the newest version that is not newer. */
function wordsOf(message: Message, minor: number): string {
  if (typeof message === 'string') return message;
  let words = '';
  let best = -1;
  for (const [version, text] of Object.entries(message)) {
    const first = Number(version.slice(2));
    if (first <= minor && first > best) [best, words] = [first, text];
  }
  return words;
}

function formatted(name: string, value: unknown): string {
  if (typeof value === 'string') return name === 'value' ? goQuote(value) : value;
  if (Array.isArray(value))
    return value.map((item) => (typeof item === 'string' ? goQuote(item) : goJson(item))).join(', ');
  return typeof value === 'number' ? goNumber(value) : typeof value === 'bigint' ? String(value) : goJson(value);
}
