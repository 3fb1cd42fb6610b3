import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { hasText } from './has-text';

let earlier: string | undefined;

/**
 * From now on a file that is to be written and has the same path and text in that directory is moved from there, which is faster than to
 * write it. A process that runs an app again and again calls this before every run, with the output of the run before.
 */
export function moveFilesFrom(folder: string): void {
  earlier = folder;
}

/** Whether an equal file was there and has been moved. */
export function moveEarlier(name: string, text: string, target: string): boolean {
  if (earlier === undefined || !hasText(join(earlier, name), text)) return false;
  renameSync(join(earlier, name), target);
  return true;
}
