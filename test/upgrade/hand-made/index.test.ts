import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS, NEWEST_VERSION } from '../../../src/facts';
import { updateFindings } from '../../../src/upgrade';
import type { RecordedAnswers, Style } from './answers';
import { handMadeChanges } from './index';

const CASES = KUBERNETES_VERSIONS.flatMap((version) =>
  (['client', 'server'] as const).map((style) => ({ version, style })),
);

function recorded(version: string, style: Style): RecordedAnswers {
  const file = join(__dirname, '..', 'recorded', `hand-made-${version}.json`);
  return JSON.parse(readFileSync(file, 'utf8'))[style];
}

/** What depends on the cluster and not on the manifests: this one has one IP family. */
const OF_CLUSTER = ['Service: requires dual stack'];

test('there are changes of all kinds, each with a title of its own', () => {
  const changes = handMadeChanges(NEWEST_VERSION);
  expect(changes.length).toBeGreaterThanOrEqual(150);
  expect(new Set(changes.map(({ title }) => title)).size).toBe(changes.length);
});

describe.each(CASES)('kubectl apply of Kubernetes $version, $style side', ({ version, style }) => {
  const answers = recorded(version, style);

  test('the recorded answers are about these changes, and the server refuses many', () => {
    const titles = new Set(handMadeChanges(version).map(({ title }) => title));
    expect(Object.keys(answers).filter((title) => !titles.has(title))).toEqual([]);
    expect(Object.keys(answers).length).toBeGreaterThanOrEqual(70);
  });

  test('we refuse what the server refuses, at the same fields', () => {
    const changes = handMadeChanges(version).filter(({ title }) => !OF_CLUSTER.includes(title));
    const different = changes.flatMap(({ title, before, after }) => {
      const errors = updateFindings(before, after, version, style).filter(({ severity }) => severity === 'error');
      const [ours, theirs] = [[...new Set(errors.map(({ path }) => path))].sort(), answers[title]];
      const isSame = theirs?.length === 0 ? ours.length > 0 : JSON.stringify(ours) === JSON.stringify(theirs ?? []);
      return isSame ? [] : [{ title, server: theirs, ours }];
    });
    expect(different).toEqual([]);
  });
});
