import { type ElkNode, layered, type Point } from './elk';
import { gridded } from './grid';
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
export interface Block extends Sized, Positions {
  /** It is a grid, since it is too large for layers. */
  readonly isGrid: boolean;
}

const NO_PADDING = { 'elk.padding': '[top=0,left=0,bottom=0,right=0]' };

/** The id of a namespace, node or edge in a graph of the library: a letter and a number, since names may be anything. */
export const ids = {
  namespace: (index: number) => `b${index}`,
  node: (index: number) => `n${index}`,
  edge: (index: number) => `e${index}`,
} as const;

/** Nodes and lines that are laid out in layers; more take minutes, and the picture has lines of thousands of pixels. */
const MOST = { nodes: 1500, edges: 6000 } as const;

/** Lays out nodes, or boxes with nodes: in layers, or as a grid when there are too many of them. */
export function blockOf(graph: Pick<ElkNode, 'children' | 'edges'>): Block {
  const root = { id: 'root', layoutOptions: NO_PADDING, ...graph };
  const isGrid = leavesOf(graph) > MOST.nodes || (graph.edges ?? []).length > MOST.edges;
  const answer = isGrid ? gridded(root) : layered(root);
  const block = { width: answer.width ?? 0, height: answer.height ?? 0, isGrid, ...noPositions() };
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
