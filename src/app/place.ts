import type { IConstruct } from 'constructs';
import { type Origin, originOf, shownPath } from '../origin';

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
