import { type Origin, shownPath } from '../origin';

/** ` at file.ts:12:5`, or nothing when the line is not known. */
export function formatOrigin(origin: Origin | undefined): string {
  return origin === undefined ? '' : ` at ${shownPath(origin.file)}:${origin.line}:${origin.column}`;
}
