import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatGraph, graphOf } from '../../src/graph';
import { readManifests } from '../../src/reading';

test('the flowchart in docs/graph.md is that of its manifests', () => {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'graph.md'), 'utf8');
  const block = (language: string) => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(page)![1]!;
  const manifests = readManifests(block('yaml'), 'docs/graph.md');
  expect(block('mermaid')).toBe(formatGraph(graphOf(manifests), 'mermaid'));
});
