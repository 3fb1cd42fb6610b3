import { lstatSync, readFileSync } from 'node:fs';

/** Whether a path is a file with that text. What cannot be read is not: to write it reports what is in its way. */
export function hasText(path: string, text: string): boolean {
  try {
    return !lstatSync(path).isSymbolicLink() && readFileSync(path).equals(Buffer.from(text));
  } catch {
    return false;
  }
}
