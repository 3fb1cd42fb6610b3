import { isObject } from './lists';
import { MAXIMUM_DEPTH } from './reader-error';

/** Printing longer texts again takes more memory than it saves time. */
const MAXIMUM_LENGTH = 512 * 1024;
/** A whole number that may be beyond those that are kept with all digits. */
const LONG_NUMBER = /\d{16}/;
/** An escaped half of a character, for which the reader has a replacement. */
const SURROGATE = /\\ud/;

/**
 * The object of a text that is written exactly as JSON.stringify writes it, with any indentation: most files that programs write.
 * Then no key is written twice, no number loses digits and nothing stands beside the object, so that the reader that keeps
 * positions has nothing to add, and JSON.parse reads it thirty times as fast.
 *
 * @returns undefined for every other text, JSON or not.
 */
export function canonicalJsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const indentation = /^\{(?:\n([ \t]{1,10}))?"/.exec(text);
  if (indentation === null || text.length > MAXIMUM_LENGTH || LONG_NUMBER.test(text) || SURROGATE.test(text)) {
    return undefined;
  }
  if (text.replaceAll(/[^[{]+/g, '').length > MAXIMUM_DEPTH) {
    return undefined;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const printed = JSON.stringify(value, undefined, indentation[1]);
  return isObject(value) && text.startsWith(printed) && /^\n?$/.test(text.slice(printed.length)) ? value : undefined;
}
