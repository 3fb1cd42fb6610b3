import { textWidth } from '../layout';
import type { ManifestGraph } from '../model';

/** What lines mean: the classes of an edge, the tip of its arrow, and the words. */
const LINES = {
  reference: ['reference', 'refers to'],
  selection: ['selection', 'selects by labels'],
  peer: ['peer', 'has a rule for'],
  allowed: ['allowed', 'connection allowed by policies'],
  denied: ['denied', 'connection denied'],
  bad: ['reference bad', 'unresolved'],
} as const;
type Line = keyof typeof LINES;

const SAMPLE = 34;
const FONT = 11;
const ROW = 20;
const GAP = 18;

const sample = (line: Line, x: number, y: number) =>
  `<g class="edge ${LINES[line][0]}"><path class="line" d="M${x} ${y}h31" marker-end="url(#tip-${line})"/></g>`;

/** All meanings, for a page. */
export const LEGEND = [
  ...(Object.keys(LINES) as Line[]).map(
    (line) =>
      `<span><svg class="picture" width="${SAMPLE}" height="14" aria-hidden="true">${sample(line, 1, 7)}</svg>${LINES[line][1]}</span>`,
  ),
  '<span>dashed outline: not in the input</span>',
].join('');

/** The meanings that a picture needs, in rows of at most a width. */
export function drawLegend({ edges, nodes }: ManifestGraph, left: number, top: number, most: number) {
  const used = new Set<string>(edges.map(({ relation, unresolved }) => (unresolved ? 'bad' : relation)));
  const lines = (Object.keys(LINES) as Line[]).filter((line) => used.has(line));
  const items = lines.map((line) => ({ words: LINES[line][1] as string, draw: sample.bind(undefined, line) }));
  if (nodes.some(({ origin }) => origin !== 'input')) items.push({ words: 'not in the input', draw: outline });
  let [x, y, width] = [left, top, 0];
  const elements = items.map(({ words, draw }) => {
    const size = SAMPLE + textWidth(words, FONT);
    if (x > left && x + size > most) [x, y] = [left, y + ROW];
    const text = `${draw(x, y)}<text class="key" x="${x + SAMPLE + 4}" y="${y + 4}">${words}</text>`;
    width = Math.max(width, x + size);
    x += Math.ceil(size) + GAP;
    return text;
  });
  return { elements, width, height: items.length === 0 ? 0 : y - top + ROW };
}

function outline(x: number, y: number): string {
  return `<g class="node absent"><rect class="card" x="${x}" y="${y - 6}" width="30" height="12" rx="3"/></g>`;
}
