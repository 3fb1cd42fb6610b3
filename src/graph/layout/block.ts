import { type ElkNode, layered, type Point } from './elk';
import type { Packed, Sized } from './pack';

/** A rectangle, in pixels from the top left corner of what it is in. */
export interface Box extends Sized, Point {}

/** Positions by the number of the namespace, node or edge. */
export interface Positions {
  readonly namespaces: Map<number, Box>;
  readonly nodes: Map<number, Box>;
  readonly edges: Map<number, readonly Point[]>;
}

/** What has been laid out as a whole, from its own top left corner. */
export interface Block extends Sized, Positions {}

const NO_PADDING = { 'elk.padding': '[top=0,left=0,bottom=0,right=0]' };

/** The id of a namespace, node or edge in a graph of the library: a letter and a number, since names may be anything. */
export const ids = {
  namespace: (index: number) => `b${index}`,
  node: (index: number) => `n${index}`,
  edge: (index: number) => `e${index}`,
} as const;

/** The layout of more takes minutes, and the picture is too large to read. */
const MOST_NODES = 1500;

/** Lays out nodes, or boxes with nodes. @throws RangeError when there are too many of them. */
export function blockOf(graph: Pick<ElkNode, 'children' | 'edges'>): Block {
  const count = leavesOf(graph);
  if (count > MOST_NODES) {
    throw new RangeError(
      `${count} connected objects are too many for a picture (at most ${MOST_NODES}); draw fewer files, or use dot, mermaid or json`,
    );
  }
  const answer = layered({ id: 'root', layoutOptions: NO_PADDING, ...graph });
  const block = { width: answer.width ?? 0, height: answer.height ?? 0, ...noPositions() };
  collect(answer, 0, 0, block);
  return block;
}

function leavesOf({ children = [] }: Pick<ElkNode, 'children'>): number {
  return children.reduce((sum, child) => sum + (child.children === undefined ? 1 : leavesOf(child)), 0);
}

function collect(parent: ElkNode, x: number, y: number, into: Positions): void {
  for (const child of parent.children ?? []) {
    const box = { x: x + child.x!, y: y + child.y!, width: child.width!, height: child.height! };
    (child.id.startsWith('b') ? into.namespaces : into.nodes).set(numberOf(child.id), box);
    collect(child, box.x, box.y, into);
  }
  for (const { id, sections = [] } of parent.edges ?? []) {
    into.edges.set(
      numberOf(id),
      sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]),
    );
  }
}

function numberOf(id: string): number {
  return Number(id.slice(1));
}

export function noPositions(): Positions {
  return { namespaces: new Map(), nodes: new Map(), edges: new Map() };
}

/** Adds blocks that have been packed, with the top left corner of all of them at a point. */
export function place(blocks: readonly Block[], { at }: Packed, { x, y }: Point, into: Positions): void {
  for (const [index, block] of blocks.entries()) {
    const shift = <T extends Point>(point: T): T => ({
      ...point,
      x: point.x + x + at[index]!.x,
      y: point.y + y + at[index]!.y,
    });
    for (const [key, box] of block.namespaces) into.namespaces.set(key, shift(box));
    for (const [key, box] of block.nodes) into.nodes.set(key, shift(box));
    for (const [key, points] of block.edges) into.edges.set(key, points.map(shift));
  }
}
