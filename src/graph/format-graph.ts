import { dotOf } from './dot';
import type { GraphFormat } from './formats';
import { htmlOf } from './html';
import { mermaidOf } from './mermaid';
import type { ManifestGraph } from './model';
import { svgOf } from './svg';

const WRITERS: Readonly<Record<GraphFormat, (graph: ManifestGraph) => string>> = {
  html: htmlOf,
  svg: svgOf,
  mermaid: mermaidOf,
  dot: dotOf,
  json: (graph) => `${JSON.stringify(graph, undefined, 2)}\n`,
};

export function formatGraph(graph: ManifestGraph, format: GraphFormat): string {
  const write = Object.hasOwn(WRITERS, format) ? WRITERS[format] : undefined;
  if (write === undefined) {
    throw new RangeError(`unknown format ${JSON.stringify(format)}; formats are ${Object.keys(WRITERS).join(', ')}`);
  }
  return write(graph);
}
