import { missingNodes } from '../drawn';
import { xml } from '../escape';
import { type Box, type Layout, layoutOf, type Point, shownName, titleOf } from '../layout';
import type { GraphEdge, GraphNode, ManifestGraph } from '../model';
import { counted, edgeLines, nodeLines, nodeTitle, originText, sourceText } from '../words';
import { drawLegend } from './legend';
import { STYLE_ALONE } from './style';
import { TIPS_OF_ARROWS } from './tips';

/**
 * Draws a graph. Alone it has its own style, and the viewer shows the title of what it points at; a page has a style and a panel for
 * that, and moves the focus from node to node.
 */
export function drawPicture(graph: ManifestGraph, use: 'alone' | 'page'): string {
  const { edges } = graph;
  const layout = layoutOf(graph);
  const missing = missingNodes(graph);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const indexes = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  const namespaces = new Map(graph.namespaces.map(({ name }, index) => [name, index]));
  const title = (lines: readonly string[]) => (use === 'alone' ? `<title>${xml(lines.join('\n'))}</title>` : '');
  const note = layout.isGrid ? NOTE : undefined;
  const bottom = Math.ceil(layout.height) + (note === undefined ? 0 : NOTE_HEIGHT);
  const legend = use === 'alone' ? drawLegend(graph, 16, bottom + 8, layout.width - 16) : NO_LEGEND;
  const [width, height] = [Math.ceil(Math.max(layout.width, legend.width + 16)), bottom + legend.height];
  const label = `${counted(graph.nodes.length, 'object')} and ${counted(edges.length, 'reference')} between them${note === undefined ? '' : `; ${note}`}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="${use === 'alone' ? 'img' : 'group'}" aria-label="${label}">`,
    ...(use === 'alone' ? [`<style>${STYLE_ALONE}</style>`] : []),
    ...(use === 'alone' ? [TIPS_OF_ARROWS] : []),
    ...graph.namespaces.map(({ name, source }, index) => {
      const { x, y, width: w, height: h } = layout.namespaces[index]!;
      const tip = source && `<title>${xml(`Namespace ${name}\n${sourceText(source)}`)}</title>`;
      const text = `<text x="${round(x + 16)}" y="${round(y + 24)}">${xml(shownName(titleOf(name)))}</text>`;
      return `<g class="box" data-namespace="${index}">${tip ?? ''}<rect ${rectangle({ x, y, width: w, height: h })} rx="8"/>${text}</g>`;
    }),
    ...drawEdges(edges, layout, (edge) => ({
      attributes: `data-from="${indexes.get(edge.from)}" data-to="${indexes.get(edge.to)}"`,
      title: title(edgeLines(edge, nodes.get(edge.from)!, nodes.get(edge.to)!)),
    })),
    ...graph.nodes.map((node, index) =>
      drawNode(node, layout.nodes[index]!, {
        attributes: `data-namespace="${namespaces.get(node.namespace)}" data-kind="${xml(node.kind)}"${use === 'page' ? ` tabindex="-1" role="button" aria-pressed="false" aria-label="${xml(labelOf(node))}"` : ''}`,
        title: title(nodeLines(node)),
        isMissing: missing.has(node.id),
      }),
    ),
    ...(note === undefined ? [] : [`<g class="box"><text x="16" y="${bottom - 10}">${note}</text></g>`]),
    ...legend.elements,
    '</svg>',
  ].join('\n');
}

/** In a picture whose lines cross cards. */
const NOTE = 'too many connected objects for layers: they are a grid with straight lines';
const NOTE_HEIGHT = 28;
/** A page has one of its own. */
const NO_LEGEND = { elements: [], width: 0, height: 0 };

interface Described {
  readonly attributes: string;
  /** A title element, or nothing. */
  readonly title: string;
}

function drawEdges(edges: readonly GraphEdge[], layout: Layout, describe: (edge: GraphEdge) => Described): string[] {
  return edges.map((edge, index) => {
    const { attributes, title } = describe(edge);
    const path = roundedPath(layout.edges[index]!);
    const end = edge.relation === 'denied' ? 'denied' : edge.unresolved ? 'bad' : edge.relation;
    const classes = `edge ${edge.relation}${edge.unresolved ? ' bad' : ''}`;
    return `<g class="${classes}" ${attributes}>${title}<path class="hit" d="${path}"/><path class="line" d="${path}" marker-end="url(#tip-${end})"/></g>`;
  });
}

/** What a screen reader says of a node; the rest is in the panel beside the picture. */
function labelOf(node: GraphNode): string {
  const { namespace, findings } = node;
  const count = findings.length === 0 ? '' : counted(findings.length, 'finding');
  return [nodeTitle(node), namespace === null ? '' : `namespace ${namespace}`, originText(node), count]
    .filter(Boolean)
    .join(', ');
}

function drawNode(
  node: GraphNode,
  box: Box,
  { attributes, title, isMissing }: Described & { readonly isMissing: boolean },
): string {
  const { x, y, width, height } = box;
  const isAbsent = node.origin !== 'input';
  const classes = [
    'node',
    node.role,
    isAbsent && 'absent',
    isMissing && 'missing',
    (isMissing || node.findings.length > 0) && 'bad',
  ];
  const count = node.findings.length;
  return [
    `<g class="${classes.filter(Boolean).join(' ')}" ${attributes}>${title}`,
    `<rect class="card" ${rectangle(box)} rx="5"/>`,
    `<rect class="stripe" ${rectangle({ x: x + 5, y: y + 7, width: 4, height: height - 14 })} rx="2"/>`,
    `<text class="kind" x="${round(x + 16)}" y="${round(y + 16)}">${xml(shownName(node.kind))}</text>`,
    `<text class="name" x="${round(x + 16)}" y="${round(y + 32)}">${xml(shownName(node.name))}</text>`,
    ...(count === 0
      ? []
      : [
          `<circle class="count" cx="${round(x + width - 13)}" cy="${round(y + 13)}" r="7.5"/>`,
          `<text class="number" x="${round(x + width - 13)}" y="${round(y + 16.5)}">${count > 9 ? '9+' : count}</text>`,
        ]),
    '</g>',
  ].join('');
}

const RADIUS = 5;

/** A line with rounded corners, so that it is clear which of two crossing lines turns. */
function roundedPath(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (first === undefined) return '';
  const steps = others.map((point, index): string => {
    const [previous, next] = [points[index]!, others[index + 1]];
    if (next === undefined) return `L${at(point)}`;
    const radius = Math.min(RADIUS, distance(previous, point) / 2, distance(point, next) / 2);
    return `L${at(towards(point, previous, radius))}Q${at(point)} ${at(towards(point, next, radius))}`;
  });
  return `M${at(first)}${steps.join('')}`;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

function rectangle({ x, y, width, height }: Box): string {
  return `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

/** Tenths of a pixel are enough, and the same on every machine. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
