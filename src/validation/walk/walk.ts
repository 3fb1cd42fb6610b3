import { WalkNode } from './place';
import type { Edge, Plan } from './plan';

/** Visits every planned place of an object, parents before children. */
export function walk<Visitor>(
  plan: Plan<Visitor>,
  definition: string,
  value: unknown,
  minor: number,
  visit: (visitor: Visitor, place: WalkNode) => void,
): void {
  const enter = (place: WalkNode, skipping: boolean): void => {
    for (const visitor of plan.visitors(place.definition)) visit(visitor, place);
    const skips = skipping || place.skipsAnything;
    for (const edge of plan.edges(place.definition)) {
      const child = place.value[edge.property];
      if (child !== undefined && child !== null) follow(edge, child, place, skips);
    }
  };
  const step = (
    edge: Edge,
    child: unknown,
    parent: WalkNode,
    entry: number | string | undefined,
    skips: boolean,
  ): void => {
    const place = new WalkNode(child, edge.definition, minor, parent, edge.property, entry);
    if (!(skips && place.isSkipped())) enter(place, skips);
  };
  const follow = (edge: Edge, child: any, parent: WalkNode, skips: boolean): void => {
    if (edge.shape === 'one') step(edge, child, parent, undefined, skips);
    else if (edge.shape === 'list') {
      for (let index = 0; index < child.length; index++) step(edge, child[index], parent, index, skips);
    } else for (const key of Object.keys(child)) step(edge, child[key], parent, key, skips);
  };
  enter(new WalkNode(value, definition, minor, undefined, '', undefined), false);
}
