import { formatGraph, type GraphFormat, graphOf } from '../../src/graph';
import { deployment, object } from './stacks';

const write = (format: GraphFormat, objects: readonly object[]) => formatGraph(graphOf(objects), format);
/** A Secret that is not there, beside one that is, and one that an Ingress takes from the cluster. */
const BAD = [
  deployment('web', { serviceAccountName: 'default' }, { envFrom: [{ secretRef: { name: 'login' } }] }),
  object('v1', 'Secret', 'other'),
];

test('letters of every language are as they are in Mermaid, other characters are numbers', () => {
  const text = write('mermaid', [object('v1', 'ConfigMap', '网页-é-한-ا end；🚀', {}, '商店')]);
  expect(text).toContain('["商店"]');
  expect(text).toContain('["ConfigMap<br/>网页-é-한-ا end#65307;#128640;"]');
});

test('Mermaid says how many findings a node has, and dashes what is not in the input', () => {
  const text = write('mermaid', BAD);
  expect(text).toContain('["Deployment<br/>web<br/>1 finding"]');
  expect(text).toContain('["Secret<br/>login"]');
  expect(text).toMatch(/classDef out stroke-dasharray:5 3\n {2}class n2,n3 out\n/);
  expect(write('mermaid', [object('v1', 'ConfigMap', 'a')])).not.toContain('class');
});

test('DOT says how many findings a node has, and what is unresolved, without color as well', () => {
  const text = write('dot', BAD);
  expect(text).toContain(String.raw`[label="Deployment\nweb\n1 finding", `);
  expect(text).toMatch(/ -> n\d+ \[tooltip=.*, color="#cf222e", penwidth=2, label="unresolved"/);
});

test('a selection has a hollow end in DOT', () => {
  const service = object('v1', 'Service', 'web', { spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } });
  expect(write('dot', [deployment('web'), service])).toMatch(/ -> n0 \[.*arrowhead=empty\]/);
});

// Strings of Graphviz can have entities. @see https://graphviz.org/doc/char.html
test('ampersands are no entities in DOT', () => {
  expect(write('dot', [object('v1', 'ConfigMap', 'a&lt;b')])).toContain(String.raw`label="ConfigMap\na&amp;lt;b"`);
});

test('long names are shortened in DOT, whose nodes have no other limit, and are complete in the tooltip', () => {
  const name = `${'a'.repeat(60)}.${'b'.repeat(60)}`;
  const text = write('dot', [object('v1', 'ConfigMap', name)]);
  expect(text).toMatch(/label="ConfigMap\\na{19}…b{18}", tooltip="ConfigMap a{60}\.b{60}\\n/);
});

test('one object is counted in the singular for screen readers', () => {
  for (const format of ['svg', 'html'] as const) {
    expect(write(format, [object('v1', 'ConfigMap', 'a')])).toContain(
      'aria-label="1 object and 0 references between them"',
    );
  }
});

test('the panel of the page lists errors first', () => {
  const graph = graphOf([object('v1', 'ConfigMap', 'a'), object('v1', 'ConfigMap', 'b')]);
  const finding = (severity: 'warning' | 'error') => ({ rule: 'a-rule', severity, path: 'data', message: 'is wrong' });
  const nodes = graph.nodes.map((node, index) => ({ ...node, findings: [finding(index === 0 ? 'warning' : 'error')] }));
  const page = formatGraph({ ...graph, nodes }, 'html');
  expect([...page.matchAll(/data-go="\d">(.*?)<\/button>/g)].map(([, title]) => title)).toEqual([
    'ConfigMap b',
    'ConfigMap a',
  ]);
});
