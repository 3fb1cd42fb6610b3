import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeExample } from './describe-example';
import { EXPECTATIONS } from './expectations';
import { EXAMPLES } from './running-example';

const TESTED = Object.entries(EXPECTATIONS).flatMap(([name, { testedIn }]) => (testedIn ? [[name, testedIn]] : []));

test.each(TESTED)('%s is tested in %s.test.ts', (name, file) => {
  expect(readFileSync(join(__dirname, `${file}.test.ts`), 'utf8')).toContain(`describeExample('${name}'`);
});

test('expectations are of examples', () => {
  expect(Object.keys(EXPECTATIONS).filter((name) => !EXAMPLES.includes(name))).toEqual([]);
});

for (const name of EXAMPLES.filter((name) => EXPECTATIONS[name]?.testedIn === undefined)) describeExample(name);
