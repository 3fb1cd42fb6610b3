import { posix } from 'node:path';

/** A path in a container without `.`, `..` and a slash at the end; /var/run is a link to /run in all common images. */
export function containerPath(path: unknown): string {
  const normal = posix.normalize(`/${String(path ?? '')}`).replace(/(.)\/$/, '$1');
  return normal.replace(/^\/var\/(run|lock)(?=\/|$)/, (_, name) => (name === 'run' ? '/run' : '/run/lock'));
}

/** Whether a path is a directory or below it. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || directory === '/' || path.startsWith(`${directory}/`);
}
