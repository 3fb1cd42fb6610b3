/** Colors of both themes: text, lines and surfaces meet the contrast of WCAG 2.2 AA. The page can choose one by `data-theme`. */
const LIGHT = {
  canvas: '#ffffff',
  box: '#f6f8fa',
  'box-line': '#c4ccd4',
  node: '#ffffff',
  'node-line': '#848d97',
  text: '#1f2328',
  muted: '#59636e',
  reference: '#6e7781',
  selection: '#0969da',
  allowed: '#1a7f37',
  bad: '#cf222e',
  'bad-surface': '#ffebe9',
  route: '#8250df',
  service: '#0969da',
  workload: '#1a7f37',
  store: '#9a6700',
  access: '#bf3989',
  policy: '#bc4c00',
  scaling: '#1b7c83',
  other: '#6e7781',
  focus: '#0550ae',
} as const;

const DARK: Readonly<Record<keyof typeof LIGHT, string>> = {
  canvas: '#0d1117',
  box: '#151b23',
  'box-line': '#3d444d',
  node: '#212830',
  'node-line': '#717983',
  text: '#f0f6fc',
  muted: '#9198a1',
  reference: '#9198a1',
  selection: '#4493f8',
  allowed: '#3fb950',
  bad: '#ff6a69',
  'bad-surface': '#3c1618',
  route: '#ab7df8',
  service: '#4493f8',
  workload: '#3fb950',
  store: '#d29922',
  access: '#db61a2',
  policy: '#f0883e',
  scaling: '#39c5cf',
  other: '#9198a1',
  focus: '#79c0ff',
};

const variables = (colors: Readonly<Record<string, string>>) =>
  Object.entries(colors)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');

const ROLES = ['route', 'service', 'workload', 'store', 'access', 'policy', 'scaling', 'other'];
const MONOSPACE = 'ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,"Liberation Mono",monospace';

/** The style of a picture, alone and inside a page. */
export const PICTURE_STYLE = [
  `:root{${variables(LIGHT)};color-scheme:light}`,
  `@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${variables(DARK)};color-scheme:dark}}`,
  `@media screen{:root[data-theme=dark]{${variables(DARK)};color-scheme:dark}}`,
  `.picture{background:var(--canvas);font-family:${MONOSPACE}}`,
  '.picture text{fill:var(--text)}',
  '.box rect{fill:var(--box);stroke:var(--node-line)}',
  '.box text{font-size:13px;font-weight:600}',
  '.node .card{fill:var(--node);stroke:var(--node-line)}',
  '.node .kind{font-size:10px;fill:var(--muted)}',
  '.node .name{font-size:12px}',
  '.node.absent .card{stroke-dasharray:5 3}',
  '.node.absent .name{fill:var(--muted)}',
  '.node.bad .card{stroke:var(--bad);stroke-width:1.5}',
  '.node.missing .card{fill:var(--bad-surface)}',
  '.node.missing .name{fill:var(--text)}',
  '.node .count{fill:var(--bad)}',
  '.node .number{font-size:10px;font-weight:700;fill:var(--canvas);text-anchor:middle}',
  ...ROLES.map((role) => `.${role} .stripe{fill:var(--${role})}`),
  '.edge .line{fill:none;stroke-width:1.25;stroke:var(--reference)}',
  '.edge .hit{fill:none;stroke:transparent;stroke-width:9;pointer-events:stroke}',
  '.edge.selection .line{stroke:var(--selection)}',
  '.edge.peer .line{stroke:var(--selection);stroke-dasharray:2 3}',
  '.edge.allowed .line{stroke:var(--allowed);stroke-width:2}',
  '.edge.denied .line{stroke:var(--bad);stroke-width:2;stroke-dasharray:7 4}',
  '.edge.bad .line{stroke:var(--bad);stroke-width:1.75}',
  '.tip{stroke:none}',
  '.tip-reference{fill:var(--reference)}',
  '.tip-selection{fill:var(--canvas);stroke:var(--selection)}',
  '.tip-peer{fill:var(--selection)}',
  '.tip-allowed{fill:var(--allowed)}',
  '.tip-bad,.tip-denied{fill:none;stroke:var(--bad);stroke-width:2.5}',
  '.picture .key{font-size:11px;fill:var(--muted)}',
].join('\n');

/** For a picture alone, which viewers without variables of CSS show as well: before each of them its color of the light theme. */
export const STYLE_ALONE = PICTURE_STYLE.replaceAll(
  /([\w-]+):var\(--([\w-]+)\)/g,
  (whole, property, name: keyof typeof LIGHT) => `${property}:${LIGHT[name]};${whole}`,
);
