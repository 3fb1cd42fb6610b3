import { relative, sep } from 'node:path';

/** A path for messages: relative to the working directory if it is near, with `/`. */
export function formatPath(file: string): string {
  const path = relative(process.cwd(), file);
  return (path === '' || path.startsWith(`..${sep}..${sep}`) ? file : path).split(sep).join('/');
}
