import { formatPath, type Origin } from '../origin';

/** ` at file.ts:12:5`, or an empty string when the line is unknown. */
export function formatOrigin(origin: Origin | undefined): string {
  return origin === undefined ? '' : ` at ${formatPath(origin.file)}:${origin.line}:${origin.column}`;
}
