import { extname } from 'node:path';
import { ownField } from '../values';

/** A form in which `formatGraph` writes a graph. */
export type GraphFormat = 'html' | 'svg' | 'mermaid' | 'dot' | 'json';

export const GRAPH_FORMATS: readonly GraphFormat[] = ['html', 'svg', 'mermaid', 'dot', 'json'];

const BY_EXTENSION: Readonly<Record<string, GraphFormat>> = {
  '.html': 'html',
  '.svg': 'svg',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.dot': 'dot',
  '.gv': 'dot',
  '.json': 'json',
};

/** The extensions of files of graphs. */
export const GRAPH_EXTENSIONS = Object.keys(BY_EXTENSION);

/** The format of a file by its extension; undefined for another one. */
export function graphFormatOf(file: string): GraphFormat | undefined {
  const extension = extname(file).toLowerCase();
  return ownField(BY_EXTENSION, extension);
}
