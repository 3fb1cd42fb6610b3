import { isPlainObject, type PlainObject } from '../../schema/imports/plain-object';
import { CommandError } from '../command-error';

/** Parses a JSON object; says in one line what the text is instead. */
export function parseJsonObject(text: string, from: string): PlainObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const truncated = /end of JSON input|Unterminated string/i.test((error as Error).message);
    throw new CommandError(truncated ? `${from} is truncated JSON: download it again` : `${from} is not JSON`);
  }
  if (!isPlainObject(value)) throw new CommandError(`${from} is not an OpenAPI document: it is no JSON object`);
  return value;
}
