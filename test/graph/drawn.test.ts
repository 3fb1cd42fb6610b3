import { formatGraph, GRAPH_FORMATS, graphOf } from '../../src/graph';
import { drawnGraph } from '../../src/graph/drawn';
import { readManifests } from '../../src/reading';
import { SHOP } from './stacks';

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
const cards = (graph: Parameters<typeof drawnGraph>[0]) => drawnGraph(graph).nodes.map(({ id }) => id);

test.each(GRAPH_FORMATS)('a Namespace alone is in %s, with its line', (format) => {
  const graph = graphOf(readManifests(`# first\n${JSON.stringify(NAMESPACE)}`, 'a.yaml'));
  const text = formatGraph(graph, format);
  expect(text).toContain('shop');
  if (format !== 'mermaid') expect(text).toMatch(format === 'json' ? /"line": 2/ : /a\.yaml:2:1/);
  if (format !== 'json') expect(text).toContain('Namespace');
  if (format === 'html') expect(text).toContain('1 object, 0 arrows, <span>0 findings');
});

test('a Namespace is a card where its box has no other, of whatever input', () => {
  expect(cards(graphOf([NAMESPACE]))).toEqual(['/Namespace//shop']);
  expect(cards(graphOf(SHOP))).not.toContain('/Namespace//shop');
});

test('a Namespace with findings is a card with their number', () => {
  const finding = { rule: 'a-rule', severity: 'warning', path: 'metadata.labels', message: 'is wrong' } as const;
  const graph = graphOf(SHOP);
  const bad = { ...graph, namespaces: [{ name: 'shop', findings: [finding] }] };
  expect(drawnGraph(bad).nodes.find(({ kind }) => kind === 'Namespace')).toMatchObject({
    namespace: 'shop',
    name: 'shop',
    origin: 'input',
    findings: [finding],
  });
  expect(formatGraph(bad, 'html')).toContain('1 finding<');
});

test('the box of a Namespace has its line in a title', () => {
  const manifests = [NAMESPACE, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace: 'shop' } }];
  const graph = graphOf(readManifests(manifests.map((one) => JSON.stringify(one)).join('\n---\n'), 'a.yaml'));
  for (const format of ['html', 'svg'] as const) {
    expect(formatGraph(graph, format)).toMatch(/<g class="box"[^>]*><title>Namespace shop\na\.yaml:1:1<\/title>/);
  }
});
