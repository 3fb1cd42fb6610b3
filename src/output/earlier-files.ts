import { readdirSync, renameSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { rememberFiles } from './file-bytes';
import { hasText } from './has-text';

let earlier: string | undefined;

/**
 * From now on files that are to be written and have the same path and text in that directory are moved from there, which is faster than
 * to write them. A process that runs an app again and again calls this before every run, with the output of the run before.
 *
 * @param time of the start of the run, in milliseconds.
 */
export function moveFilesFrom(folder: string, time: number): void {
  earlier = folder;
  rememberFiles(time);
}

/** Whether an equal file was there and has been moved. */
export function moveEarlier(name: string, text: string, target: string): boolean {
  if (earlier === undefined || !hasText(join(earlier, name), text)) return false;
  renameSync(join(earlier, name), target);
  return true;
}

/**
 * Moves the whole directory, when there is nothing in it but files that are to be written again.
 *
 * @param target which does not exist.
 * @returns whether it has been moved; its files may have other texts.
 */
export function moveAllEarlier(names: Iterable<string>, target: string): boolean {
  if (earlier === undefined) return false;
  const files = new Set(names);
  const folders = new Set([...files].flatMap(foldersAbove));
  try {
    const isWritten = readdirSync(earlier, { recursive: true, withFileTypes: true }).every((entry) => {
      const path = relative(earlier!, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/');
      return entry.isDirectory() ? folders.has(path) : entry.isFile() && files.has(path);
    });
    if (isWritten) renameSync(earlier, target);
    return isWritten;
  } catch {
    // There is none, as after a run that failed.
    return false;
  }
}

/** `a` and `a/b` of `a/b/c.yaml`. */
function foldersAbove(name: string): string[] {
  const folder = dirname(name);
  return folder === '.' ? [] : [...foldersAbove(folder), folder];
}
