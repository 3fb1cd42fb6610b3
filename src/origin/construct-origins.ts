import { type Construct, type IConstruct, Node } from 'constructs';
import { captureOrigin, forgetPositions, type Origin } from './origin';

/** Kept on `Node` itself, so that two copies of this package share one record and one hook. */
const RECORD = Symbol.for('cdk8s-patterns.origins');

interface OriginRecord {
  readonly origins: WeakMap<IConstruct, Origin>;
  /** Roots that asked for it, and all that was created below them since. */
  readonly recorded: WeakSet<IConstruct>;
}

type RecordingNode = typeof Node & { [RECORD]?: OriginRecord };

/** Records the line that creates a construct; a pattern calls it in its constructor. */
export function recordOriginOf(construct: IConstruct): void {
  note(construct, recordOf());
}

/**
 * Records the line that created the root of a tree, and from now on that of every construct added below it. Constructs
 * of other trees stay unobserved.
 */
export function recordOriginsBelow(root: IConstruct): void {
  const record = recordOf();
  forgetPositions();
  observeChildren(record);
  record.recorded.add(root);
  note(root, record);
}

/**
 * The line of the user's program that created a construct; for one created by library code only, the line that created
 * its nearest parent with such a line. Undefined in trees without a recorded origin, such as those of a plain cdk8s App.
 *
 * @example
 * originOf(deployment); // { file: '/home/me/shop/main.ts', line: 12, column: 5 }
 */
export function originOf(construct: IConstruct): Origin | undefined {
  const { origins } = recordOf();
  for (let at: IConstruct | undefined = construct; at !== undefined; at = at.node.scope) {
    const origin = origins.get(at);
    if (origin !== undefined) {
      return origin;
    }
  }
  return undefined;
}

function note(construct: IConstruct, { origins }: OriginRecord): void {
  if (origins.has(construct)) {
    return;
  }
  const origin = captureOrigin(construct);
  if (origin !== undefined) {
    origins.set(construct, origin);
  }
}

function recordOf(): OriginRecord {
  const node = Node as RecordingNode;
  if (node[RECORD] === undefined) {
    Object.defineProperty(node, RECORD, { value: { origins: new WeakMap(), recorded: new WeakSet() } });
  }
  return node[RECORD]!;
}

/** `addChild` is the one thing that every construct with a parent goes through. Private in the types, not at run time. */
interface Prototype {
  host: IConstruct;
  addChild(child: Construct, name: string): void;
}

/** Marks the hook, which two copies of this package install once. */
const HOOK = Symbol.for('cdk8s-patterns.origins.hook');

/** Not before the first root asks for it: a program that only imports the package keeps constructs as they are. */
function observeChildren(record: OriginRecord): void {
  const prototype = Node.prototype as unknown as Prototype & { [HOOK]?: true };
  if (prototype[HOOK]) {
    return;
  }
  const { addChild } = prototype;
  prototype.addChild = function (this: Prototype, child: Construct, name: string): void {
    addChild.call(this, child, name);
    if (record.recorded.has(this.host)) {
      record.recorded.add(child);
      note(child, record);
    }
  };
  Object.defineProperty(prototype, HOOK, { value: true });
}
