import { createHash } from 'node:crypto';
import { formatGraph, GRAPH_FORMATS, type GraphFormat, graphFormatOf, graphOf } from '../../src/graph';
import { deployment, largeInput, object, SHOP } from './stacks';

const NASTY = `a"b'c]d}e<f>&g\`h\\i|j;k#l--> %% </script><img src=x onerror=alert(1)>`;
/** Names that the server rejects, but that a file can have. */
const nasty = [
  { ...deployment('web', {}, { image: NASTY, envFrom: [{ secretRef: { name: NASTY } }] }), kind: 'Deployment' },
  object('v1', 'ConfigMap', NASTY, { data: { [NASTY]: 'x' } }, NASTY),
  object(`${NASTY}/v1`, NASTY, 'custom'),
  object('v1', 'Service', 'web\u0000\u0007\n\ud800x', { spec: { selector: { [NASTY]: 'x' }, ports: [{ port: 80 }] } }),
];

test.each(GRAPH_FORMATS)('%s is the same for the same objects', (format) => {
  const write = () => formatGraph(graphOf(structuredClone(SHOP)), format);
  expect(write()).toBe(write());
});

test.each(GRAPH_FORMATS)('%s has no value of a Secret or a ConfigMap', (format) => {
  const text = formatGraph(graphOf(SHOP), format);
  expect(text).not.toContain('is-not-shown');
  expect(text).toContain('login');
});

test.each(GRAPH_FORMATS)('%s of no objects is written', (format) => {
  expect(formatGraph(graphOf([]), format)).not.toMatch(/NaN|undefined"|Infinity/);
});

test('an unknown format is an error that names the others', () => {
  expect(() => formatGraph(graphOf([]), 'png' as GraphFormat)).toThrow(
    new RangeError('unknown format "png"; formats are html, svg, mermaid, dot, json'),
  );
});

test('files have the format of their extension', () => {
  const names = ['a.html', 'a.SVG', 'a.mmd', 'a.mermaid', 'a.dot', 'a.gv', 'a.json', 'a.png', 'constructor', '.html'];
  expect(names.map(graphFormatOf)).toEqual([
    'html',
    'svg',
    'mermaid',
    'mermaid',
    'dot',
    'dot',
    'json',
    undefined,
    undefined,
    undefined,
  ]);
});

describe('names with characters of the format', () => {
  const graph = graphOf(nasty);

  test.each(['html', 'svg'] as const)('are text in %s', (format) => {
    const text = formatGraph(graph, format);
    expect(text).not.toContain('<img');
    expect(text.match(/<\/script>/g)?.length ?? 0).toBe(format === 'html' ? 1 : 0);
    expect(text).toContain('&lt;/script&gt;&lt;img');
    // Neither control characters nor lone surrogates, which XML cannot have.
    expect(text).not.toMatch(/(?![\t\n\r])\p{Cc}/u);
    expect(() => encodeURIComponent(text)).not.toThrow();
  });

  test('are numbers in Mermaid', () => {
    const text = formatGraph(graph, 'mermaid');
    expect(text).toContain('"ConfigMap<br/>a#34;b#39;c#93;d#125;e#60;f#62;#38;g#96;h#92;i#124;j#59;k#35;l--#62; ');
    for (const line of text.split('\n')) {
      // Nothing but what the format itself writes: ids, arrows, labels in quotes.
      expect(line.replaceAll(/"[A-Za-z0-9 ._/:=,;#<>-]*"/g, '""')).toMatch(
        /^(flowchart LR| {2}subgraph b\d+\[""\]| {4}n\d+\[""\]| {2}end| {2}n\d+ (-->|-\.->|==>|--x)(\|""\|)? n\d+| {2}(classDef|class|linkStyle) .*|)$/,
      );
    }
  });

  test('are quoted in DOT', () => {
    const text = formatGraph(graph, 'dot');
    expect(text).toContain(String.raw`label="ConfigMap\na\"b'c]d}e<f>&amp;g` + '`' + String.raw`h\\i|…`);
    for (const line of text.split('\n')) {
      expect(line.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')).toMatch(/^[\w\s=[\];,{}>-]*("")?[\w\s=[\];,{}">-]*$/);
    }
  });

  test('are as they are in JSON', () => {
    const names = JSON.parse(formatGraph(graph, 'json')).nodes.map(({ name }: { name: string }) => name);
    expect(names).toContain(NASTY);
  });
});

describe('the page', () => {
  const page = formatGraph(graphOf(SHOP), 'html');
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const only = (tag: string) => {
    const found = [...page.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))];
    expect(found).toHaveLength(1);
    return found[0]![1]!;
  };

  test('runs nothing but its own script and style', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1];
    expect(policy).toBe(
      `default-src 'none'; script-src ${hash(only('script'))}; style-src ${hash(only('style'))}; base-uri 'none'; form-action 'none'`,
    );
  });

  test('refers to nothing outside of it', () => {
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|\bsrc=|@import|\burl\((?!#)/);
    expect(page).not.toMatch(/ style="/);
  });

  test('has what the picture shows as tables', () => {
    const rows = [...page.matchAll(/<tr data-(object|reference)="\d+"><th scope="row">(.*?)<\/th>/g)];
    const titles = (wanted: string) => rows.flatMap(([, table, title]) => (table === wanted ? [title] : []));
    expect(titles('object')).toEqual([
      'ServiceAccount web',
      'ConfigMap settings',
      'Secret login',
      'Service web',
      'Deployment web',
      'Ingress web',
    ]);
    expect(titles('reference').sort()).toEqual([
      'Deployment web',
      'Deployment web',
      'Deployment web',
      'Ingress web',
      'Service web',
    ]);
  });
});

test('a picture of more objects than layers can have is a grid, and says so', () => {
  const star = (count: number) =>
    graphOf(
      Array.from({ length: count }, (_, index) =>
        object('v1', 'ServiceAccount', `a${index}`, { imagePullSecrets: [{ name: 'shared' }] }),
      ),
    );
  const note = 'too many connected objects for layers: they are a grid with straight lines';
  for (const format of ['svg', 'html'] as const) {
    const picture = formatGraph(star(1600), format);
    expect(picture).toContain(`references between them; ${note}"`);
    expect(picture).toContain(`>${note}</text>`);
    expect(picture).toContain('a1599');
  }
  expect(formatGraph(star(100), 'svg')).not.toContain(note);
});

test('a large input has all its objects in every format', () => {
  const graph = graphOf(largeInput(80, 2));
  for (const format of GRAPH_FORMATS) expect(formatGraph(graph, format)).toContain('app-9');
});
