import type { ElkEdge, ElkNode, Point } from './elk';
import { packed, type Sized } from './pack';

/** Between the rows and columns: lines run across them. */
const GAP = 28;

/**
 * Puts nodes into rows, those that are connected near each other, and draws straight lines between them: layers of so many take
 * minutes and are no easier to read. The answer has the form of the library's.
 */
export function gridded({ id, children = [], edges = [] }: ElkNode): ElkNode {
  const placed = arranged(children, edges);
  const frames = new Map<string, Framed>();
  collectFrames(placed.children, { x: 0, y: 0 }, frames);
  return { id, ...placed, edges: edges.map((edge) => straight(edge, frames)) };
}

interface Framed extends Sized, Point {}

function arranged(children: readonly ElkNode[], edges: readonly ElkEdge[]) {
  const sized = near(children, edges).map((child) => (child.children === undefined ? child : boxed(child, edges)));
  const page = packed(
    sized.map(({ width = 0, height = 0 }) => ({ width, height })),
    GAP,
  );
  const { width, height } = page;
  return { width, height, children: sized.map((child, index) => ({ ...child, ...page.at[index]! })) };
}

/** A box around its nodes, at least as large as it has to be. */
function boxed(node: ElkNode, edges: readonly ElkEdge[]): ElkNode {
  const inside = arranged(node.children ?? [], edges);
  const { padding, minimum } = node.space ?? NO_SPACE;
  const { top, side, bottom } = padding;
  return {
    ...node,
    width: Math.max(minimum.width, inside.width + 2 * side),
    height: Math.max(minimum.height, inside.height + top + bottom),
    children: inside.children.map((child) => ({ ...child, x: child.x + side, y: child.y + top })),
  };
}

const NO_SPACE = { padding: { top: 0, side: 0, bottom: 0 }, minimum: { width: 0, height: 0 } };

/** Siblings in the order in which arrows lead from one to the next. */
function near(children: readonly ElkNode[], edges: readonly ElkEdge[]): ElkNode[] {
  const byId = new Map(children.map((child) => [child.id, child]));
  const neighbors = new Map<string, string[]>(children.map(({ id }) => [id, []]));
  for (const { sources, targets } of edges) {
    const [from, to] = [sources[0]!, targets[0]!];
    if (!byId.has(from) || !byId.has(to)) continue;
    neighbors.get(from)!.push(to);
    neighbors.get(to)!.push(from);
  }
  const reached = new Set<string>();
  for (const { id } of children) {
    const queue = [id];
    for (const one of queue) {
      if (reached.has(one)) continue;
      reached.add(one);
      for (const next of neighbors.get(one)!) queue.push(next);
    }
  }
  return [...reached].map((id) => byId.get(id)!);
}

function collectFrames(children: readonly ElkNode[], { x, y }: Point, into: Map<string, Framed>): void {
  for (const child of children) {
    const frame = { x: x + child.x!, y: y + child.y!, width: child.width ?? 0, height: child.height ?? 0 };
    into.set(child.id, frame);
    collectFrames(child.children ?? [], frame, into);
  }
}

function straight({ id, sources, targets }: ElkEdge, frames: ReadonlyMap<string, Framed>): ElkEdge {
  const [from, to] = [frames.get(sources[0]!)!, frames.get(targets[0]!)!];
  const section =
    from === to ? loop(from) : { startPoint: edgePoint(from, centerOf(to)), endPoint: edgePoint(to, centerOf(from)) };
  return { id, sources, targets, sections: [section] };
}

function centerOf({ x, y, width, height }: Framed): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where the line from the center of a node to another point leaves the node. */
function edgePoint(frame: Framed, other: Point): Point {
  const center = centerOf(frame);
  const [dx, dy] = [other.x - center.x, other.y - center.y];
  const share = 1 / Math.max(Math.abs(dx) / (frame.width / 2), Math.abs(dy) / (frame.height / 2));
  return { x: center.x + dx * share, y: center.y + dy * share };
}

/** From a node to itself: out on the right and back at the bottom. */
function loop({ x, y, width, height }: Framed) {
  const [right, bottom] = [x + width, y + height];
  const out = GAP / 3;
  return {
    startPoint: { x: right, y: bottom - out },
    bendPoints: [
      { x: right + out, y: bottom - out },
      { x: right + out, y: bottom + out },
      { x: right - out, y: bottom + out },
    ],
    endPoint: { x: right - out, y: bottom },
  };
}
