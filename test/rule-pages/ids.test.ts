import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { checkManifests } from '../../src/check';
import { rulePages } from '../../src/rule-pages';
import { checkUpgrade } from '../../src/upgrade';

const SOURCES = join(__dirname, '..', '..', 'src');
const pages = new Map(rulePages().map((page) => [page.id, page]));

/** Ids that stand in the sources where a finding is made; tables of rules have pages by construction. */
function emittedIds(): string[] {
  const texts = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('generated') && !file.includes('go-types'))
    .map((file) => readFileSync(join(SOURCES, file), 'utf8').replace(/^\s*\*.*$/gm, ''));
  const literals = /\b(?:rule: |refused\(\s*|missing \? |new ApplyRefusal\()'([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'/g;
  return [...new Set(texts.flatMap((text) => [...text.matchAll(literals)].map(([, id]) => id!)))].sort();
}

test('every id that a finding can have has a page', () => {
  const ids = emittedIds();
  // So that the search itself cannot fail silently.
  expect(ids).toEqual(
    expect.arrayContaining(['wrong-type', 'duplicate-object', 'upgrade-data-gone', 'apply-duplicate-key']),
  );
  expect(ids.filter((id) => !pages.has(id))).toEqual([]);
});

const documentsOf = (text: unknown) => parseAllDocuments(String(text)).map((document) => document.toJS());

test.each([
  'job-template-immutable',
  'configuration-immutable',
  'claim-shrinks',
  'apply-merge-key',
  'upgrade-data-gone',
])('the page of %s shows a change that is refused with its message', (id) => {
  const page = pages.get(id)!;
  const [before, after] = documentsOf(page.refused);
  const found = checkUpgrade([before], [after]).map(({ rule, message, reason }) => ({ rule, message, reason }));
  expect(found).toContainEqual({ rule: id, message: page.message, reason: page.reason });
  const [unchanged, same] = documentsOf(page.accepted);
  expect(checkUpgrade([unchanged], [same])).toEqual([]);
});

test('the page of apply-duplicate-key shows a change that kubectl apply --server-side refuses', () => {
  const page = pages.get('apply-duplicate-key')!;
  const [before, after] = documentsOf(page.refused);
  const found = checkUpgrade([before], [after], { applyMode: 'server' });
  expect(found.map(({ rule, message }) => ({ rule, message }))).toEqual([{ rule: page.id, message: page.message }]);
  const [unchanged, same] = documentsOf(page.accepted);
  expect(checkUpgrade([unchanged], [same], { applyMode: 'server' })).toEqual([]);
});

test.each(['apply-generate-name', 'duplicate-object'])('the page of %s shows an input with its message', (id) => {
  const page = pages.get(id)!;
  const found = checkManifests(documentsOf(page.refused));
  expect(found.map(({ rule, message }) => ({ rule, message }))).toContainEqual({ rule: id, message: page.message });
});
