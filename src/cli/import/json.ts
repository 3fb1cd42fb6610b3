import { isPlainObject, type PlainObject } from '../../schema/imports';
import { CommandError } from '../command-error';

/** Length of `false`, which a parser refuses at its beginning when it is cut off. */
const LONGEST_LITERAL = 5;

/** Parses a JSON object; says in one line what the text is instead. */
export function parseJsonObject(text: string, from: string): PlainObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CommandError(
      isCutOff(text, error as Error) ? `${from} is truncated JSON: download it again` : `${from} is not JSON`,
    );
  }
  if (!isPlainObject(value)) throw new CommandError(`${from} is not an OpenAPI document: it is not a JSON object`);
  return value;
}

/** Whether the parser had no complaint before the end of the text. */
function isCutOff(text: string, error: Error): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  if (/end of JSON input|Unterminated string/i.test(error.message)) return true;
  const position = /at position (\d+)/.exec(error.message)?.[1];
  return position !== undefined && Number(position) >= text.trimEnd().length - LONGEST_LITERAL;
}
