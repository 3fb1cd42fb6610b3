import { createHash } from 'node:crypto';
import { drawnGraph } from '../drawn';
import { xml } from '../escape';
import { titleOf } from '../layout';
import type { ManifestGraph } from '../model';
import { drawPicture, LEGEND, PICTURE_STYLE, TIPS_OF_ARROWS } from '../svg';
import { counted, findingText, nodeTitle } from '../words';
import { PAGE_SCRIPT } from './script';
import { PAGE_STYLE } from './style';
import { tablesOf } from './tables';

/** A page that needs nothing else: no network, no library, and only its own script and style may run. */
export function htmlOf(whole: ManifestGraph): string {
  const graph = drawnGraph(whole);
  const style = `${PICTURE_STYLE}\n${PAGE_STYLE}`;
  const policy = `default-src 'none'; script-src '${hashOf(PAGE_SCRIPT)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  const findings = graph.nodes.reduce((sum, one) => sum + one.findings.length, 0);
  const objects = graph.nodes.filter(({ origin }) => origin === 'input').length;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="cdk8s-patterns graph">
<title>Objects and references</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#rows">Show as tables</a>
<header>
<h1>Objects and references</h1>
<span class="counts">${counted(objects, 'object')}, ${counted(graph.edges.length, 'arrow')}, <span${findings > 0 ? ' class="bad"' : ''}>${counted(findings, 'finding')}</span></span>
<span id="status" class="muted" role="status"></span>
<div class="tools" role="group" aria-label="View">
<input id="search" type="search" placeholder="Search  /" aria-label="Search objects">
<button id="only" type="button" aria-pressed="false">Only findings</button>
${menu(
  'Namespaces',
  'namespace',
  graph.namespaces.map(({ name }, index) => [String(index), titleOf(name)]),
)}
${menu('Kinds', 'kind', kindsOf(graph))}
<button id="tables" type="button" aria-pressed="false">Tables</button>
<button id="out" type="button" aria-label="Zoom out">−</button>
<button id="in" type="button" aria-label="Zoom in">+</button>
<button id="fit" type="button">Fit</button>
<button id="theme" type="button">Theme</button>
${HELP}
</div>
</header>
<footer class="legend" aria-label="Legend"><svg width="0" height="0" aria-hidden="true">${TIPS_OF_ARROWS}</svg>${LEGEND}</footer>
<main>
<div class="views">
<section class="stage" aria-label="Picture">
<div class="canvas">
${drawPicture(graph, 'page')}
</div>
<aside class="side" id="details" tabindex="0" aria-label="Details" aria-live="polite"><p class="muted">Point at an object or an arrow, or move to an object with <kbd>Tab</kbd> and the arrow keys. A click or <kbd>Enter</kbd> keeps it.</p>${allFindings(graph)}</aside>
</section>
<section class="tables" id="rows" aria-label="Tables" tabindex="0">
${tablesOf(graph)}
</section>
</div>
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

/** What the panel shows first: all findings, errors before others, each with a way to its object. */
function allFindings({ nodes }: ManifestGraph): string {
  const all = nodes.flatMap((node, index) => node.findings.map((finding) => ({ node, index, finding })));
  const isError = ({ finding }: (typeof all)[number]) => Number(finding.severity === 'error');
  const found = all.sort((a, b) => isError(b) - isError(a));
  if (found.length === 0) return '';
  const items = found.map(({ node, index, finding }) => {
    return `<li><button type="button" class="link" data-go="${index}">${xml(nodeTitle(node))}</button><br>${xml(findingText(finding))}</li>`;
  });
  return `<h2>Findings</h2><ul class="findings">${items.join('')}</ul>`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function menu(title: string, name: string, options: readonly (readonly [value: string, label: string])[]): string {
  const boxes = options.map(
    ([value, label]) =>
      `<label><input type="checkbox" name="${name}" value="${xml(value)}" checked> ${xml(label)}</label>`,
  );
  return `<details class="menu"><summary>${title}</summary><fieldset><legend>${title}</legend><button type="button" data-all>All or none</button>${boxes.join('')}</fieldset></details>`;
}

function kindsOf({ nodes }: ManifestGraph): [string, string][] {
  const counts = new Map<string, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, times]) => [kind, `${kind} (${times})`]);
}

const KEYS: readonly (readonly [string, string])[] = [
  ['Tab', 'to the picture'],
  ['← → ↑ ↓', 'to the next object'],
  ['Enter', 'keep an object, or let it go'],
  ['Esc', 'let it go'],
  ['/', 'search; Enter for the next match'],
  ['+ − 0', 'zoom, show all'],
  ['Shift ← → ↑ ↓', 'move the picture'],
  ['Ctrl wheel', 'zoom'],
];
const HELP = `<details class="menu"><summary>Keys</summary><fieldset class="keys"><legend>Keys</legend>${KEYS.map(
  ([key, meaning]) => `<div><kbd>${key}</kbd> ${meaning}</div>`,
).join('')}</fieldset></details>`;
