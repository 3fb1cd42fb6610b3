import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Consumer } from './consumer';

/** The oldest and the newest version of each major version of TypeScript that the declarations are for. */
const COMPILERS = ['5.2', '5.9', '6', '7'];

let consumer: Consumer;

beforeAll(() => {
  consumer = Consumer.create();
  consumer.install(COMPILERS.map((version) => `typescript-${version}@npm:typescript@${version}`));
});

afterAll(() => consumer?.remove());

function compile(version: string, ...options: readonly string[]) {
  const compiler = join('node_modules', `typescript-${version}`, 'bin', 'tsc');
  return consumer.run('node', [compiler, '--noEmit', '--project', '.', ...options]);
}

test.each(COMPILERS)('TypeScript %s compiles a strict consumer, and the declarations of the package', (version) => {
  expect(
    consumer.run('node', [join('node_modules', `typescript-${version}`, 'bin', 'tsc'), '--version']).stdout,
  ).toMatch(new RegExp(`^Version ${version.replace('.', '\\.')}\\b`));
  expect(compile(version)).toMatchObject({ exitCode: 0, stdout: '' });
});

test.each(COMPILERS)('TypeScript %s finds no fault of ours under exactOptionalPropertyTypes', (version) => {
  const { stdout } = compile(version, '--exactOptionalPropertyTypes');
  const errors = stdout.split('\n').filter((line) => /^\S.*: error /.test(line));
  // cdk8s-plus-28 implements interfaces whose optional properties its classes declare with `| undefined`.
  expect(errors.filter((line) => !line.startsWith('node_modules/cdk8s-plus-28/'))).toEqual([]);
});

/** What `tsc --init` of TypeScript 7 writes; the package.json of the consumer has `"type": "module"`. */
test('TypeScript 7 compiles the first app with its own configuration, as the README says', () => {
  const [, program] = /`main\.ts`:\n\n```ts\n(.*?)```/s.exec(readFileSync(join(__dirname, '../../README.md'), 'utf8'))!;
  consumer.write('main.ts', program!);
  const compiler = join('node_modules', 'typescript-7', 'bin', 'tsc');
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'esnext'];
  const compiled = (...others: string[]) =>
    consumer.run('node', [compiler, ...options, '--verbatimModuleSyntax', '--skipLibCheck', ...others, 'main.ts']);
  expect(compiled()).toMatchObject({ exitCode: 0, stdout: '' });
  consumer.write('main.ts', `${program}process.exitCode = 0;\n`);
  expect(compiled()).toMatchObject({ stdout: expect.stringContaining("Cannot find name 'process'") });
  expect(compiled('--types', 'node')).toMatchObject({ exitCode: 0, stdout: '' });
});

/** How the template of `cdk8s init typescript-app` resolves modules; TypeScript 7 no longer has it. */
test.each(['5.2', '5.9'])('TypeScript %s resolves every entry as Node.js 10 did', (version) => {
  const compiler = join('node_modules', `typescript-${version}`, 'bin', 'tsc');
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'commonjs',
    '--moduleResolution',
    'node10',
    '--target',
    'es2017',
  ];
  consumer.write('node10.ts', NODE10);
  expect(consumer.run('node', [compiler, ...options, '--types', 'node', 'node10.ts'])).toMatchObject({
    exitCode: 0,
    stdout: '',
  });
});

const NODE10 = `
import { CheckedApp } from 'cdk8s-patterns';
import { Manifest } from 'cdk8s-patterns/testing';
import 'cdk8s-patterns/testing/jest';
import { bundledCustomResources, type Finding, validate } from 'cdk8s-patterns/validation';

const findings: Finding[] = validate([], { kubernetesVersion: '1.36', customResources: bundledCustomResources() });
export const count: number = findings.length + Manifest.fromApp(new CheckedApp()).objects.length;
`;
