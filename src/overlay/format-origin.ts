import type { Origin } from '../origin';

/** ` at file.ts:12:5`, or nothing when the line is not known. */
export function formatOrigin(origin: Origin | undefined): string {
  return origin === undefined ? '' : ` at ${origin.file}:${origin.line}:${origin.column}`;
}
