import { formatGraph, graphOf } from '../../../src/graph';
import { PICTURE_STYLE } from '../../../src/graph/svg';
import { SHOP } from '../stacks';

/** The colors of the rule with a selector. */
function colorsOf(selector: string): ReadonlyMap<string, string> {
  const start = PICTURE_STYLE.indexOf(`${selector}{--`);
  const rule = PICTURE_STYLE.slice(start, PICTURE_STYLE.indexOf('}', start));
  return new Map([...rule.matchAll(/--([\w-]+):(#\w{6})/g)].map(([, name, color]) => [name!, color!]));
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const luminance = (color: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const SURFACES = ['canvas', 'box', 'node'];
const ROLES = ['route', 'service', 'workload', 'store', 'access', 'policy', 'scaling', 'other'];
/** Success criterion 1.4.3: 4.5 for text, and 1.4.11: 3 for lines, each on the surfaces that they are on. */
const PAIRS: readonly (readonly [front: readonly string[], back: readonly string[], least: number])[] = [
  [['text', 'muted'], [...SURFACES, 'bad-surface'], 4.5],
  [['bad', 'selection'], ['canvas', 'box'], 4.5],
  [['canvas'], ['bad', 'focus'], 4.5],
  [['node-line', 'focus', 'bad'], SURFACES, 3],
  [['reference', 'selection', 'allowed', 'bad'], ['canvas', 'box'], 3],
  [[...ROLES, 'bad'], ['node', 'bad-surface'], 3],
];

test.each([':root', ':root:not([data-theme=light])', ':root[data-theme=dark]'])(
  'colors of %s stand out',
  (selector) => {
    const colors = colorsOf(selector);
    const faint = PAIRS.flatMap(([front, back, least]) =>
      front.flatMap((one) =>
        back.flatMap((other) => {
          const ratio = contrast(colors.get(one)!, colors.get(other)!);
          return ratio >= least ? [] : [`${one} on ${other}: ${ratio.toFixed(2)}`];
        }),
      ),
    );
    expect(faint).toEqual([]);
  },
);

test('the outline of a namespace is a line of a card, which stands out', () => {
  expect(PICTURE_STYLE).toContain('.box rect{fill:var(--box);stroke:var(--node-line)}');
});

test('dark colors are for screens, and never printed', () => {
  const dark = [...PICTURE_STYLE.matchAll(/^.*color-scheme:dark\}.*$/gm)].map(([line]) => line);
  expect(dark).toHaveLength(2);
  for (const line of dark) expect(line).toMatch(/^@media screen\b/);
});

test('a picture alone has its light colors in full, for viewers without variables of CSS', () => {
  const style = /<style>(.*?)<\/style>/s.exec(formatGraph(graphOf(SHOP), 'svg'))![1]!;
  for (const [, before, property] of style.matchAll(/([^{;]*[{;])?([\w-]+):var\(/g)) {
    expect(`${before}`).toMatch(new RegExp(`^${property}:#\\w{6};$`));
  }
});
