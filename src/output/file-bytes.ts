import { lstatSync, readFileSync } from 'node:fs';

interface Known {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly bytes: Buffer;
}

/** File systems give changes that follow each other closely the same time. In milliseconds. */
const SAME_TIME = 100;

/** Until when a file may have been changed last to be known by its times. */
let settledBefore = Number.NEGATIVE_INFINITY;
/** Files of the run before and of this one, wherever they are moved. */
let before = new Map<string, Known>();
let now = new Map<string, Known>();

/**
 * From now on a file whose times and size are those of the time before is not read again. A process that runs an app again and again
 * calls this before every run.
 *
 * @param time of the start of the run.
 */
export function rememberFiles(time: number): void {
  settledBefore = time - SAME_TIME;
  before = now;
  now = new Map();
}

/** What is in a file; undefined for anything but a file, such as a symbolic link, and for what cannot be read. */
export function fileBytes(path: string): Buffer | undefined {
  try {
    const stats = lstatSync(path);
    if (!stats.isFile()) return undefined;
    const { dev, ino, size, mtimeMs, ctimeMs } = stats;
    const key = `${dev}:${ino}`;
    const known = now.get(key) ?? before.get(key);
    const isSame = known?.size === size && known.mtimeMs === mtimeMs && known.ctimeMs === ctimeMs;
    const bytes = isSame ? known.bytes : readFileSync(path);
    if (Math.max(mtimeMs, ctimeMs) < settledBefore) now.set(key, { size, mtimeMs, ctimeMs, bytes });
    return bytes;
  } catch {
    return undefined;
  }
}
