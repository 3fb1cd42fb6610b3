import type { DuplicateKey } from './decode';
import type { Position } from './position';

/**
 * What to do about each of the repeated keys of a document. Where the object has a second apiVersion or kind, a separator is
 * missing, and where an entry of a list has its first key again, the dash of another entry: to keep one of the two would lose one.
 */
export function duplicateKeyHints(
  keys: readonly DuplicateKey[],
  positions: readonly Position[],
  positionOf: (offset: number) => Position,
): string[] {
  const hints = entryHints(keys, positions, positionOf);
  // Only a field at the beginning of a line can follow a separator: braces have none.
  const fields = keys.flatMap(({ key, atTop }, index) =>
    atTop && positions[index]!.column === 1 ? [{ key, index, line: positions[index]!.line }] : [],
  );
  if (!fields.some(({ key }) => key === 'apiVersion' || key === 'kind')) return hints;
  let seen = new Set<string>();
  let begins = 0;
  for (const { key, index, line } of fields) {
    // Another object begins with the first field that this one already has.
    if (seen.size === 0 || seen.has(key)) [seen, begins] = [new Set(), line];
    seen.add(key);
    const where = begins === line ? 'here' : `on line ${begins}`;
    hints[index] = `a second object begins ${where}: write --- on a line of its own before it`;
  }
  return hints;
}

function entryHints(
  keys: readonly DuplicateKey[],
  positions: readonly Position[],
  positionOf: (offset: number) => Position,
): string[] {
  /** Lines where another entry begins, by the beginning of the one that it is in. */
  const begins = new Map<number, number>();
  return keys.map(({ key, entry }, index) => {
    const { line, column } = positions[index]!;
    // In braces there are no dashes.
    if (entry === undefined || positionOf(entry.start).column !== column) return 'keep one of the two';
    if (key === entry.key) begins.set(entry.start, line);
    const begin = begins.get(entry.start);
    if (begin === undefined) return 'keep one of the two';
    const where = begin === line ? 'here' : `on line ${begin}`;
    const isObject = entry.key === 'apiVersion' || entry.key === 'kind';
    return isObject
      ? `a second object begins ${where}: begin it with a dash`
      : `if another entry begins ${where}, begin it with a dash; otherwise keep one of the two`;
  });
}
