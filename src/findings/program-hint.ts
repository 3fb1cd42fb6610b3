const CLAUSE = /; in a program .*$/s;

/** A hint without its last clause, `; in a program use TlsSecret`, for an object that comes from a file and not from a construct. */
export function hintFor(hint: string, constructPath?: string): string {
  return constructPath === undefined ? hint.replace(CLAUSE, '') : hint;
}
