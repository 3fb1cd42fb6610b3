import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareStack } from '../parity/rehearsal/compare-stack';

const FOLDER = join(__dirname, 'recorded');
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.jsonl'));

describe.each(files)('what a server answered to stacks: %s', (file) => {
  const version = /^\d\.\d+/.exec(file)![0];
  const stacks = readFileSync(join(FOLDER, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

  test('there are stacks', () => {
    expect(stacks.length).toBeGreaterThan(20);
  });

  test.each(stacks.map((stack) => [stack.namespace, stack] as const))('%s', (_, stack) => {
    const { differences } = compareStack(stack, stack.answers, version);
    expect(differences).toEqual([]);
  });
});
