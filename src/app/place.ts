import { relative, sep } from 'node:path';
import type { IConstruct } from 'constructs';
import { type Origin, originOf } from '../origin';

/** A path as people read it: relative to the working directory unless that leads far away, with `/`. */
export function shownPath(file: string): string {
  const path = relative(process.cwd(), file);
  return (path === '' || path.startsWith(`..${sep}..${sep}`) ? file : path).split(sep).join('/');
}

/** `main.ts:12:5` */
export function shownOrigin({ file, line, column }: Origin): string {
  return `${shownPath(file)}:${line}:${column}`;
}

/** `shop/web (main.ts:12:5)` */
export function shownConstruct(construct: IConstruct): string {
  const origin = originOf(construct);
  const path = construct.node.path === '' ? 'the app' : construct.node.path;
  return origin === undefined ? path : `${path} (${shownOrigin(origin)})`;
}
