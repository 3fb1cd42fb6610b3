import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Consumer } from './consumer';

let consumer: Consumer;

beforeAll(() => {
  consumer = Consumer.create();
});

afterAll(() => consumer?.remove());

test('a strict consumer compiles, with the types of every library checked', () => {
  expect(consumer.run(join('node_modules', '.bin', 'tsc'), ['--project', '.'])).toMatchObject({
    exitCode: 0,
    stdout: '',
  });
});

describe('the compiled consumer runs', () => {
  const run = (program: string) => JSON.parse(consumer.must('node', [join('out', program)]));

  test.each(['esm.mjs', 'commonjs.cjs'])('%s', (program) => {
    const { deployment, kinds, findings } = run(program);
    expect(deployment).toBe('shop');
    expect(kinds).toEqual(expect.arrayContaining(['Deployment', 'Service', 'ServiceAccount']));
    expect(findings).toEqual([{ path: 'spek', reason: 'UnknownField' }]);
  });

  test('import sees every name that require sees', () => {
    const imported = run('esm.mjs').entries;
    const required = run('commonjs.cjs').entries;
    required.forEach((names: string[], index: number) => {
      expect(names.length).toBeGreaterThan(0);
      expect(imported[index]).toEqual(expect.arrayContaining(names));
    });
  });
});

describe('the command', () => {
  const pod = (spec: object) => JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec });
  const command = (args: string[], input?: string) =>
    consumer.run(join('node_modules', '.bin', 'cdk8s-patterns'), args, input);

  test('prints its version and its help', () => {
    expect(command(['--version'])).toMatchObject({ exitCode: 0, stderr: '' });
    expect(command(['--help']).stdout).toContain('validate');
  });

  test('validates standard input', () => {
    const good = pod({ containers: [{ name: 'web', image: 'nginx:1.27' }] });
    expect(command(['validate', '-'], good)).toMatchObject({ exitCode: 0 });
    expect(command(['validate', '-'], pod({ contaners: [] }))).toMatchObject({ exitCode: 1 });
  });
});

test('classes exist once across the entries, and findings name the line of the program', () => {
  const { isCheckFailed, findings, pods, customResource } = JSON.parse(
    consumer.must('node', [join('out', 'origins.cjs')]),
  );
  expect({ isCheckFailed, pods, customResource }).toEqual({ isCheckFailed: true, pods: 1, customResource: true });
  const source = readFileSync(join(consumer.folder, 'origins.cts'), 'utf8').split('\n');
  expect(findings).toEqual([
    {
      rule: 'wrong-type',
      file: realpathSync(join(consumer.folder, 'origins.cts')),
      line: source.findIndex((line) => line.includes('patterns.overlay(')) + 1,
    },
  ]);
});

test('the tarball has what is published and nothing else', () => {
  const installed = join(consumer.folder, 'node_modules', 'cdk8s-patterns');
  expect(existsSync(join(installed, 'lib', 'imports', 'kubernetes', 'v1.36.json'))).toBe(true);
  const { files } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const published = files.map((path: string) => path.split('/')[0]);
  const unexpected = readdirSync(installed).filter(
    (name) => ![...published, 'package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'].includes(name),
  );
  expect(unexpected).toEqual([]);
});
