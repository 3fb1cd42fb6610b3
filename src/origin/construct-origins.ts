import { type Construct, type IConstruct, Node } from 'constructs';
import { captureOrigin, type Origin } from './origin';

/** Kept on `Node` itself, so that two copies of this package share one record and patch once. */
const RECORD = Symbol.for('cdk8s-patterns.origins');

type Origins = WeakMap<IConstruct, Origin>;
type PatchedNode = typeof Node & { [RECORD]?: Origins };

/**
 * Remembers, from now on, for every construct the line that created it. Loading the package calls it; calling it again
 * does nothing.
 */
export function recordOrigins(): void {
  const patched = Node as PatchedNode;
  if (patched[RECORD] !== undefined) {
    return;
  }
  const origins: Origins = new WeakMap();
  Object.defineProperty(patched, RECORD, { value: origins });
  // `addChild` is the one thing that every construct with a parent goes through. Private in the types, not at run time.
  const prototype = Node.prototype as unknown as { addChild(child: Construct, name: string): void };
  const { addChild } = prototype;
  prototype.addChild = function (this: Node, child: Construct, name: string): void {
    addChild.call(this, child, name);
    const origin = captureOrigin(child);
    if (origin !== undefined) {
      origins.set(child, origin);
    }
  };
}

/** Notes where a construct without a parent was made; an App calls it in its constructor. */
export function recordOriginOf(construct: IConstruct): void {
  recordOrigins();
  const origin = captureOrigin(construct);
  if (origin !== undefined) {
    (Node as PatchedNode)[RECORD]!.set(construct, origin);
  }
}

/**
 * The line of the user's program that created a construct; for one that only library code led to, the line that created
 * its nearest parent with such a line. Undefined for constructs made before the package was loaded.
 *
 * @example
 * originOf(deployment); // { file: '/home/me/shop/main.ts', line: 12, column: 5 }
 */
export function originOf(construct: IConstruct): Origin | undefined {
  const origins = (Node as PatchedNode)[RECORD];
  for (let at: IConstruct | undefined = construct; at !== undefined; at = at.node.scope) {
    const origin = origins?.get(at);
    if (origin !== undefined) {
      return origin;
    }
  }
  return undefined;
}
