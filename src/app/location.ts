import type { IConstruct } from 'constructs';
import { formatPath, type Origin, originOf } from '../origin';

/** `main.ts:12:5` */
export function formatLocation({ file, line, column }: Origin): string {
  return `${formatPath(file)}:${line}:${column}`;
}

/** `shop/web (main.ts:12:5)` */
export function formatConstruct(construct: IConstruct): string {
  const origin = originOf(construct);
  const path = construct.node.path === '' ? 'the app' : construct.node.path;
  return origin === undefined ? path : `${path} (${formatLocation(origin)})`;
}
