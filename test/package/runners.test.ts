import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Consumer } from './consumer';

/** The testing kit in the test runners that it is for; the project from the template of cdk8s-cli uses jest. */
let consumer: Consumer;

beforeAll(() => {
  consumer = Consumer.create();
  consumer.install(['vitest@3']);
  consumer.write('vitest.config.mjs', "export default { test: { include: ['*.vitest.mjs'] } };\n");
  cpSync(join(__dirname, 'runners'), consumer.folder, { recursive: true });
});

afterAll(() => consumer?.remove());

test.each(['node.test.mjs', 'node.test.cjs'])('node:test runs %s', (file) => {
  expect(consumer.run('node', ['--test', file])).toMatchObject({ exitCode: 0 });
});

test.each(['module', 'commonjs'])('vitest runs the matchers in a project of type %s', (type) => {
  const project = JSON.parse(readFileSync(join(consumer.folder, 'package.json'), 'utf8'));
  consumer.write('package.json', JSON.stringify({ ...project, type }));
  const { exitCode, stdout } = consumer.run(join('node_modules', '.bin', 'vitest'), [
    'run',
    '--config',
    'vitest.config.mjs',
    '--update',
  ]);
  const plain = stripVTControlCharacters(stdout);
  expect({ exitCode, plain }).toMatchObject({ exitCode: 0, plain: expect.stringMatching(/Tests\s+1 passed/) });
  const snapshots = readFileSync(join(consumer.folder, '__snapshots__', 'matchers.vitest.mjs.snap'), 'utf8');
  expect(snapshots).toContain('kind: Pod');
});
