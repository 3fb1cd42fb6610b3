import { relative, sep } from 'node:path';

/** A path as people read it: relative to the working directory unless that leads far away, with `/`. */
export function shownPath(file: string): string {
  const path = relative(process.cwd(), file);
  return (path === '' || path.startsWith(`..${sep}..${sep}`) ? file : path).split(sep).join('/');
}
