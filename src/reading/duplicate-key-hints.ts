import type { DuplicateKey } from './decode';
import type { Position } from './position';

/**
 * What to do about each of the repeated keys of a document. Where the object has a second apiVersion or kind, a separator is
 * missing: to keep one of the two would lose an object.
 */
export function duplicateKeyHints(keys: readonly DuplicateKey[], positions: readonly Position[]): string[] {
  const hints = keys.map(() => 'keep one of the two');
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
