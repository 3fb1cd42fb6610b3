import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS, NEWEST_VERSION } from '../../src/facts';
import type { KubernetesDocument } from '../../src/schema/document';
import { applyDifference, differenceFrom, isDifference } from '../../src/schema/document-difference';

const imported = (version: string): KubernetesDocument =>
  JSON.parse(readFileSync(join(__dirname, '..', '..', 'imports', 'kubernetes', `v${version}.json`), 'utf8'));
const newest = imported(NEWEST_VERSION);

test.each(KUBERNETES_VERSIONS)('the document of %s comes back from its difference, to the byte', (version) => {
  const document = imported(version);
  const stored = JSON.parse(JSON.stringify(differenceFrom(newest, document)));
  expect(isDifference(stored)).toBe(true);
  expect(isDifference(document)).toBe(false);
  expect(JSON.stringify(applyDifference(newest, stored))).toBe(JSON.stringify(document));
});

test('a difference has the definitions that are new or changed, and the names of those that are gone', () => {
  const document = (version: string, definitions: KubernetesDocument['definitions']): KubernetesDocument => ({
    '//': 'generated',
    kubernetesVersion: version,
    gitVersion: version,
    definitions,
  });
  const base = document('1.36', { gone: { type: 'string' }, changed: { type: 'string' }, same: { type: 'integer' } });
  const older = document('1.35', { changed: { type: 'object' }, added: { type: 'array' }, same: { type: 'integer' } });
  expect(differenceFrom(base, older)).toEqual({
    '//': 'generated',
    kubernetesVersion: '1.35',
    gitVersion: '1.35',
    differsFrom: '1.36',
    absent: ['gone'],
    definitions: { changed: { type: 'object' }, added: { type: 'array' } },
  });
});

test('a difference is applied to the document that it was made from and to no other', () => {
  const difference = differenceFrom(newest, imported('1.30'));
  expect(() => applyDifference(imported('1.35'), difference)).toThrow(
    `expected the document of Kubernetes ${NEWEST_VERSION}, received 1.35`,
  );
});
