import type { GraphNode, ManifestGraph } from '../model';
import { type Block, type Box, blockOf, ids, noPositions, place } from './block';
import { connected } from './components';
import type { ElkNode, Point } from './elk';
import { type Packed, packed, type Sized } from './pack';
import { shortened, textWidth } from './text-width';
import { titleOf } from './titles';

export type { Box } from './block';
export type { Point } from './elk';
export { textWidth } from './text-width';
export { titleOf } from './titles';

/** Where everything is in a picture: each list in the order of the graph. */
export interface Layout extends Sized {
  readonly namespaces: readonly Box[];
  readonly nodes: readonly Box[];
  /** Whether a part is a grid with straight lines, since it is too large for layers. */
  readonly isGrid: boolean;
  /** The corners of each edge. */
  readonly edges: readonly (readonly Point[])[];
}

/** Sizes of texts, in pixels. */
export const FONT = { kind: 10, name: 12, namespace: 13 } as const;
/** Columns of the longest text in a box. */
const LONGEST = 38;
const NODE_HEIGHT = 42;
/** Beside the text: the stripe of the role on the left, the number of findings on the right. */
const NODE_MARGIN = 42;
const PADDING = { top: 38, side: 16, bottom: 16 } as const;
const GAP = 22;
/** Around the picture. */
const MARGIN = 12;

/** A name as it fits into its box. */
export function shownName(name: string): string {
  return shortened(name, LONGEST);
}

interface Node {
  readonly index: number;
  readonly namespace: number;
  readonly size: Sized;
}

interface Edge {
  readonly index: number;
  readonly from: Node;
  readonly to: Node;
}

/** A namespace with its nodes: those that are laid out together with other namespaces, and islands below them. */
interface Parts {
  readonly index: number;
  readonly title: string;
  readonly main: readonly Node[];
  readonly islands: readonly Block[];
  readonly page: Packed;
}

/**
 * Computes where nodes are and where edges run. What is connected is layered from left to right. What is not connected with the rest
 * of its namespace is put below it, and namespaces that have nothing to do with each other side by side: the layers of a large input
 * would be a tower, and take minutes.
 */
export function layoutOf({ namespaces, nodes: all, edges: drawn }: ManifestGraph): Layout {
  const indexes = new Map(namespaces.map(({ name }, index) => [name, index]));
  const nodes = all.map(
    (node, index): Node => ({ index, namespace: indexes.get(node.namespace)!, size: sizeOf(node) }),
  );
  const byId = new Map(all.map(({ id }, index) => [id, nodes[index]!]));
  const edges = drawn.map(({ from, to }, index): Edge => ({ index, from: byId.get(from)!, to: byId.get(to)! }));
  const crossing = edges.filter(({ from, to }) => from.namespace !== to.namespace);
  const groups = connected(
    namespaces.map((_, index) => index),
    crossing.map(({ from, to }) => [from.namespace, to.namespace]),
  );
  const ends = new Set(crossing.flatMap(({ from, to }) => [from, to]));
  const parts = namespaces.map(({ name }, index) => {
    const own = nodes.filter(({ namespace }) => namespace === index);
    const inside = edges.filter(({ from, to }) => from.namespace === index && to.namespace === index);
    return partsOf(index, titleOf(name), own, inside, ends);
  });
  const blocks = groups.map((group) =>
    together(
      group.map((index) => parts[index]!),
      edges,
    ),
  );
  const page = packed(blocks, GAP);
  const positions = noPositions();
  place(blocks, page, { x: MARGIN, y: MARGIN }, positions);
  return {
    width: page.width + 2 * MARGIN,
    height: page.height + 2 * MARGIN,
    isGrid: [...blocks, ...parts.flatMap(({ islands }) => islands)].some(({ isGrid }) => isGrid),
    namespaces: namespaces.map((_, index) => positions.namespaces.get(index)!),
    nodes: nodes.map(({ index }) => positions.nodes.get(index)!),
    edges: edges.map(({ index }) => positions.edges.get(index)!),
  };
}

function sizeOf({ kind, name }: GraphNode): Sized {
  const text = Math.max(textWidth(shownName(kind), FONT.kind), textWidth(shownName(name), FONT.name));
  return { width: Math.ceil(text) + NODE_MARGIN, height: NODE_HEIGHT };
}

function partsOf(
  index: number,
  title: string,
  nodes: readonly Node[],
  inside: readonly Edge[],
  ends: ReadonlySet<Node>,
): Parts {
  const components = connected(
    nodes,
    inside.map(({ from, to }) => [from, to]),
  );
  const [joined, alone] = [true, false].map((is) =>
    components.filter((part) => part.some((node) => ends.has(node)) === is),
  );
  const islands = alone!.map((part) => {
    const members = new Set(part);
    return blockOf({
      children: part.map(elkNode),
      edges: inside.filter(({ from }) => members.has(from)).map(elkEdge),
    });
  });
  return { index, title, main: joined!.flat(), islands, page: packed(islands, GAP) };
}

/** Namespaces that are connected with each other. */
function together(parts: readonly Parts[], edges: readonly Edge[]): Block {
  const main = new Set(parts.flatMap((part) => part.main));
  const block = blockOf({
    children: parts.map(elkNamespace),
    edges: edges.filter(({ from, to }) => main.has(from) && main.has(to)).map(elkEdge),
  });
  for (const { index, islands, page } of parts) {
    const box = block.namespaces.get(index)!;
    const corner = { x: box.x + PADDING.side, y: box.y + box.height - PADDING.bottom - page.height };
    place(islands, page, corner, block);
  }
  return block;
}

/** The box of a namespace, with space for its islands below the rest. */
function elkNamespace({ index, title, main, page }: Parts): ElkNode {
  const below = page.height + (page.height > 0 && main.length > 0 ? GAP : 0);
  const width = Math.max(textWidth(shownName(title), FONT.namespace), page.width) + 2 * PADDING.side;
  const height = PADDING.top + below + PADDING.bottom;
  const { top, side, bottom } = PADDING;
  return {
    id: ids.namespace(index),
    ...(main.length === 0 ? { width, height } : { children: main.map(elkNode) }),
    space: { padding: { top, side, bottom: bottom + below }, minimum: { width, height } },
  };
}

function elkNode({ index, size }: Node): ElkNode {
  return { id: ids.node(index), ...size };
}

function elkEdge({ index, from, to }: Edge) {
  return { id: ids.edge(index), sources: [ids.node(from.index)], targets: [ids.node(to.index)] };
}
