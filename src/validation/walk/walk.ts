import type { Edge, Plan } from './plan';
import { WalkNode } from './walk-node';

/** Visits every planned node of an object, parents before children. */
export function walk<Visitor>(
  plan: Plan<Visitor>,
  definition: string,
  value: unknown,
  minor: number,
  visit: (visitor: Visitor, node: WalkNode) => void,
): void {
  const enter = (node: WalkNode, skipping: boolean): void => {
    for (const visitor of plan.visitors(node.definition)) visit(visitor, node);
    const skips = skipping || node.skipsAnything;
    for (const edge of plan.edges(node.definition)) {
      const child = node.value[edge.property];
      if (child !== undefined && child !== null) follow(edge, child, node, skips);
    }
  };
  const step = (
    edge: Edge,
    child: unknown,
    parent: WalkNode,
    entry: number | string | undefined,
    skips: boolean,
  ): void => {
    const node = new WalkNode(child, edge.definition, minor, parent, edge.property, entry);
    if (!(skips && node.isSkipped())) enter(node, skips);
  };
  const follow = (edge: Edge, child: any, parent: WalkNode, skips: boolean): void => {
    if (edge.shape === 'one') step(edge, child, parent, undefined, skips);
    else if (edge.shape === 'list') {
      for (let index = 0; index < child.length; index++) step(edge, child[index], parent, index, skips);
    } else for (const key of Object.keys(child)) step(edge, child[key], parent, key, skips);
  };
  enter(new WalkNode(value, definition, minor, undefined, '', undefined), false);
}
