import type { IConstruct } from 'constructs';

/** Apps whose objects have been written. */
const written = new WeakSet<IConstruct>();

/** Notes that the objects of an app have been written: what is changed in them later is lost. */
export function recordWritten(app: IConstruct): void {
  written.add(app);
}

/** Whether the app of a construct has been written, and that of another one has not. */
export function isWrittenBefore(construct: IConstruct, other: IConstruct): boolean {
  return written.has(construct.node.root) && !written.has(other.node.root);
}
