import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KUBERNETES_VERSIONS } from '../../src/facts';
import { definedIn, updateFindings } from '../../src/upgrade';
import { CHANGES, definition, queue } from './custom-changes';

/** Answers of real servers: npx tsx test/upgrade/record-custom-changes.ts. */
const recorded: Record<string, Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(__dirname, 'recorded', 'custom-changes.json'), 'utf8'),
);
describe.each(KUBERNETES_VERSIONS)('%s', (version) => {
  const customResources = definedIn([definition('strict', version)]);

  test.each(CHANGES)('$title', ({ title, before, after }) => {
    const findings = updateFindings(queue(before), queue(after), version, 'replace', customResources);
    const ours = findings
      .filter(({ severity }) => severity === 'error')
      .map(({ reason, path, message }) => `${reason} ${path}: ${message}`);
    expect(ours.sort()).toEqual([...recorded[title]![version]!].sort());
  });
});

test('every change is recorded', () => {
  expect(Object.keys(recorded)).toEqual(CHANGES.map(({ title }) => title));
});
