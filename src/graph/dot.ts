import { drawnGraph, missingNodes } from './drawn';
import { shownName, titleOf } from './layout';
import type { GraphEdge, ManifestGraph } from './model';
import { edgeLines, labelLines, nodeLines } from './words';

const STYLES: Readonly<Record<GraphEdge['relation'], string>> = {
  reference: 'color="#6e7781"',
  selection: 'color="#0969da", arrowhead=empty',
  peer: 'color="#0969da", style=dotted',
  allowed: 'color="#1a7f37", penwidth=2',
  denied: 'color="#cf222e", penwidth=2, style=dashed, arrowhead=tee',
};
const BAD = 'color="#cf222e", penwidth=2';
const UNRESOLVED = `${BAD}, label="unresolved", fontcolor="#cf222e", fontsize=10`;
const FONT = 'fontname="Helvetica,Arial,sans-serif"';

/** A graph for Graphviz. @see https://graphviz.org/doc/info/lang.html */
export function dotOf(whole: ManifestGraph): string {
  const graph = drawnGraph(whole);
  const nodes = new Map(graph.nodes.map((node, index) => [node.id, { node, name: `n${index}` }]));
  const missing = missingNodes(graph);
  const boxes = graph.namespaces.flatMap(({ name }, index) => {
    const inside = graph.nodes.filter(({ namespace }) => namespace === name);
    if (inside.length === 0) return [];
    const lines = inside.map((node) => {
      const { id, findings, origin } = node;
      const bad = findings.length > 0 || missing.has(id) ? `, ${BAD}` : '';
      const style = origin === 'input' ? '' : ', style="rounded,dashed"';
      return `    ${nodes.get(id)!.name} [label=${quoted(...labelLines(node).map(shownName))}, tooltip=${quoted(...nodeLines(node))}${style}${bad}];`;
    });
    return [`  subgraph cluster_${index} {`, `    label=${quoted(titleOf(name))};`, ...lines, '  }'];
  });
  const edges = graph.edges.map((edge) => {
    const [from, to] = [nodes.get(edge.from)!, nodes.get(edge.to)!];
    const style = edge.unresolved ? UNRESOLVED : STYLES[edge.relation];
    return `  ${from.name} -> ${to.name} [tooltip=${quoted(...edgeLines(edge, from.node, to.node))}, ${style}];`;
  });
  return [
    'digraph manifests {',
    '  rankdir=LR;',
    `  graph [${FONT}];`,
    `  node [shape=box, style=rounded, ${FONT}];`,
    `  edge [${FONT}];`,
    ...boxes,
    ...edges,
    '}',
    '',
  ].join('\n');
}

/** A string with a line for each text, without entities, and without control characters, which viewers show as they like. */
function quoted(...lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line
      .replaceAll(/\p{Cc}/gu, ' ')
      .replaceAll('&', '&amp;')
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"'),
  );
  return `"${escaped.join('\\n')}"`;
}
