import { graphOf } from '../../src/graph';
import { drawnGraph } from '../../src/graph/drawn';
import { type Box, layoutOf } from '../../src/graph/layout';
import { connected } from '../../src/graph/layout/components';
import { packed } from '../../src/graph/layout/pack';
import { shortened, textWidth } from '../../src/graph/layout/text-width';
import type { GraphEdge, GraphNode, ManifestGraph } from '../../src/graph/model';
import { largeInput, SHOP } from './stacks';

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const inside = (a: Box, b: Box) =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

/** What must hold for every picture: nothing covers anything else, and arrows end at what they are between. */
function check(graph: ManifestGraph): void {
  const layout = layoutOf(graph);
  const page = { x: 0, y: 0, width: layout.width, height: layout.height };
  layout.namespaces.forEach((box, index) => {
    expect(inside(box, page)).toBe(true);
    for (const other of layout.namespaces.slice(index + 1)) expect(overlap(box, other)).toBe(false);
  });
  const numbers = new Map(graph.namespaces.map(({ name }, index) => [name, index]));
  layout.nodes.forEach((box, index) => {
    expect(inside(box, layout.namespaces[numbers.get(graph.nodes[index]!.namespace)!]!)).toBe(true);
    // One expectation a node: a large picture has millions of pairs.
    expect(layout.nodes.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
  });
  const positions = new Map(graph.nodes.map(({ id }, index) => [id, layout.nodes[index]!]));
  layout.edges.forEach((points, index) => {
    const { from, to } = graph.edges[index]!;
    for (const [id, point] of [
      [from, points[0]!],
      [to, points.at(-1)!],
    ] as const) {
      const { x, y, width, height } = positions.get(id)!;
      const around = { x: x - 0.5, y: y - 0.5, width: width + 1, height: height + 1 };
      expect(inside({ ...point, width: 0, height: 0 }, around)).toBe(true);
    }
  });
}

test('nothing overlaps in a small stack', () => {
  check(drawnGraph(graphOf(SHOP)));
});

/** Numbers that look random and are the same in every run. */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const NODE: GraphNode = {
  id: '0',
  role: 'other',
  group: '',
  kind: 'Kind',
  namespace: 'a',
  name: 'name',
  origin: 'input',
  details: [],
  findings: [],
};
const EDGE: GraphEdge = {
  from: '0',
  to: '0',
  relation: 'reference',
  unresolved: false,
  details: [],
  fields: [],
  findings: [],
};

function randomGraph(seed: number): ManifestGraph {
  const next = generator(seed);
  const names = Array.from({ length: 1 + next(4) }, (_, index) => (index === 3 ? null : `namespace-${index}`));
  const nodes = Array.from({ length: 1 + next(24) }, (_, index): GraphNode => {
    const namespace = names[next(names.length)]!;
    const name = 'n'.repeat(1 + next(50));
    return { ...NODE, id: `${index}`, namespace, name };
  });
  const edges = Array.from({ length: next(30) }, (): GraphEdge => {
    const [from, to] = [nodes[next(nodes.length)]!.id, nodes[next(nodes.length)]!.id];
    return { ...EDGE, from, to };
  });
  const namespaces = names.map((name) => ({ name, findings: [] }));
  return { schemaVersion: 1, namespaces, nodes, edges };
}

test.each(Array.from({ length: 60 }, (_, seed) => seed))('nothing overlaps in the graph of seed %i', (seed) => {
  check(randomGraph(seed));
});

test('1,000 objects take seconds', () => {
  const graph = drawnGraph(graphOf(largeInput(1000, 10)));
  expect(graph.nodes.length).toBeGreaterThanOrEqual(1000);
  const before = process.cpuUsage();
  const { width, height } = layoutOf(graph);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(30);
  expect(width / height).toBeGreaterThan(0.4);
  expect(width / height).toBeLessThan(4);
});

test('5,000 objects that are all connected take seconds', () => {
  // Each application admits the next one of another namespace, so that all are one group.
  const graph = drawnGraph(graphOf(largeInput(5000, 7)));
  const across = { ...graph.edges[0]!, relation: 'allowed' as const };
  const workloads = graph.nodes.filter(({ kind }) => kind === 'Deployment');
  const chain = workloads.slice(1).map(({ id }, index) => ({ ...across, from: workloads[index]!.id, to: id }));
  const connectedGraph = { ...graph, edges: [...graph.edges, ...chain] };
  const before = process.cpuUsage();
  check(connectedGraph);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(60);
  const { isGrid, width, height } = layoutOf(connectedGraph);
  expect(isGrid).toBe(true);
  expect(width / height).toBeGreaterThan(0.4);
  expect(width / height).toBeLessThan(4);
});

test('a grid has lines around nodes that refer to themselves', () => {
  const nodes = Array.from({ length: 1501 }, (_, index): GraphNode => ({ ...NODE, id: `${index}` }));
  const edges = nodes.map(({ id }, index): GraphEdge => ({ ...EDGE, from: id, to: nodes[Math.max(0, index - 1)]!.id }));
  check({ schemaVersion: 1, namespaces: [{ name: 'a', findings: [] }], nodes, edges });
});

test('groups are what is connected, in the order of their first items', () => {
  const pairs: [number, number][] = [
    [1, 4],
    [4, 2],
    [5, 5],
  ];
  expect(connected([1, 2, 3, 4, 5], pairs)).toEqual([[1, 2, 4], [3], [5]]);
});

test('rectangles are put into rows without overlapping, the tallest first', () => {
  const { at, width, height } = packed(
    [
      { width: 10, height: 5 },
      { width: 10, height: 20 },
      { width: 10, height: 5 },
    ],
    2,
  );
  // Their areas with gaps are 84 + 264 + 84 = 432, which is 26.3 wide in the shape of a screen: two in a row.
  expect(at).toEqual([
    { x: 12, y: 0 },
    { x: 0, y: 0 },
    { x: 0, y: 22 },
  ]);
  expect({ width, height }).toEqual({ width: 22, height: 27 });
});

test('long names lose their middle', () => {
  expect(shortened('short', 10)).toBe('short');
  expect(shortened('abcdefghijkl', 7)).toBe('abc…jkl');
  expect(shortened('日本語日本語', 7)).toBe('日本…語');
  expect(textWidth('ab', 10)).toBeCloseTo(12.2);
  expect(textWidth('日本', 10)).toBeCloseTo(24.4);
});
