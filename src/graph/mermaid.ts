import { drawnGraph, missingNodes } from './drawn';
import { titleOf } from './layout/titles';
import type { GraphEdge, GraphNode, ManifestGraph } from './model';
import { labelLines } from './words';

const ARROWS: Readonly<Record<GraphEdge['relation'], string>> = {
  reference: '-->',
  selection: '-.->',
  peer: '-.->',
  allowed: '==>',
  denied: '--x',
};
const RED = '#cf222e';
const GREEN = '#1a7f37';
/** Columns of a finding beside an arrow. */
const LONGEST = 80;

/** A flowchart, which GitHub and GitLab show in Markdown. @see https://mermaid.js.org/syntax/flowchart.html */
export function mermaidOf(whole: ManifestGraph): string {
  const graph = drawnGraph(whole);
  const ids = new Map(graph.nodes.map(({ id }, index) => [id, `n${index}`]));
  const missing = missingNodes(graph);
  const boxes = graph.namespaces.flatMap(({ name }, index) => {
    const inside = graph.nodes.filter(({ namespace }) => namespace === name);
    const nodes = inside.map((node) => `    ${ids.get(node.id)}["${labelLines(node).map(text).join('<br/>')}"]`);
    return inside.length === 0 ? [] : [`  subgraph b${index}["${text(titleOf(name))}"]`, ...nodes, '  end'];
  });
  const edges = graph.edges.map(({ from, to, relation, findings }) => {
    const label = findings[0] === undefined ? '' : `|"${text(cut(findings[0].message))}"|`;
    return `  ${ids.get(from)} ${ARROWS[relation]}${label} ${ids.get(to)}`;
  });
  return [
    'flowchart LR',
    ...boxes,
    ...edges,
    ...classOf('bad', `stroke:${RED},stroke-width:2px`, ({ id, findings }) => findings.length > 0 || missing.has(id)),
    ...classOf('out', 'stroke-dasharray:5 3', ({ origin }) => origin !== 'input'),
    ...linkStyle(graph.edges, ({ relation, unresolved }) => unresolved || relation === 'denied', RED),
    ...linkStyle(graph.edges, ({ relation }) => relation === 'allowed', GREEN),
    '',
  ].join('\n');

  function classOf(name: string, style: string, is: (node: GraphNode) => boolean): string[] {
    const found = graph.nodes.filter(is).map(({ id }) => ids.get(id));
    return found.length === 0 ? [] : [`  classDef ${name} ${style}`, `  class ${found.join(',')} ${name}`];
  }
}

function linkStyle(edges: readonly GraphEdge[], is: (edge: GraphEdge) => boolean, color: string): string[] {
  const found = edges.flatMap((edge, index) => (is(edge) ? [index] : []));
  return found.length === 0 ? [] : [`  linkStyle ${found.join(',')} stroke:${color}`];
}

/** Every character that could mean something to Mermaid, HTML or Markdown as its number: all but letters and a few. */
function text(given: string): string {
  return given.replaceAll(/[^\p{L}\p{M}\p{N} ._/:=,-]/gu, (character) => `#${character.codePointAt(0)};`);
}

function cut(message: string): string {
  return message.length <= LONGEST ? message : `${message.slice(0, LONGEST - 1)}…`;
}
