import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { transformSync } from '@swc/core';

/** Each starts a program. */
jest.setTimeout(60_000);

const root = resolve(__dirname, '../..');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'origins-')));
afterAll(() => rmSync(folder, { recursive: true }));

/** Compiles as a user's build would. */
function compile(source: string, filename: string, sourceMaps: boolean | 'inline') {
  return transformSync(source, {
    filename,
    sourceMaps,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
}

// The interface vanishes when it is compiled, so that compiled lines differ from the source's. Chart is on line 10.
const program = `import { App, Chart } from 'cdk8s';
import { originOf, recordOriginsBelow } from './installed/origin';

interface Unused {
  readonly a: string;
  readonly b: string;
}
const app: App = new App();
export const unused: Unused | undefined = (recordOriginsBelow(app), undefined);
const chart = new Chart(app, 'chart');
const { file, line, column } = originOf(chart)!;
console.log(\`\${file}:\${line}:\${column}\`);
`;

beforeAll(() => {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'installed/origin'), { recursive: true });
  for (const name of readdirSync(join(root, 'src/origin'))) {
    const code = compile(readFileSync(join(root, 'src/origin', name), 'utf8'), name, false).code;
    writeFileSync(join(folder, 'installed/origin', name.replace('.ts', '.js')), code);
  }
  writeFileSync(join(folder, 'main.ts'), program);
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{ "compilerOptions": { "module": "commonjs", "target": "es2022", "esModuleInterop": true, "allowJs": true } }',
  );
  const beside = compile(program, join(folder, 'main.ts'), true);
  writeFileSync(join(folder, 'beside.js'), `${beside.code}\n//# sourceMappingURL=beside.js.map\n`);
  const map = JSON.parse(beside.map!);
  writeFileSync(join(folder, 'beside.js.map'), JSON.stringify({ ...map, sources: ['main.ts'] }));
  writeFileSync(join(folder, 'inline.js'), compile(program, join(folder, 'main.ts'), 'inline').code);
  writeFileSync(join(folder, 'none.js'), beside.code);
});

const run = (...args: string[]) =>
  execFileSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  }).trim();

test.each([
  ['node, map beside the file', ['beside.js']],
  ['node, map in the file', ['inline.js']],
  ['node --enable-source-maps', ['--enable-source-maps', 'beside.js']],
  ['tsx', ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), 'main.ts']],
  ['ts-node', ['-r', join(root, 'node_modules/ts-node/register/transpile-only'), 'main.ts']],
])('%s: the line is the source’s', (_name, args) => {
  expect(run(...args)).toBe(`${join(folder, 'main.ts')}:10:15`);
});

test('node without a map: the line is that of the compiled file', () => {
  expect(run('none.js')).toMatch(new RegExp(`^${join(folder, 'none.js')}:[0-9]+:15$`));
});
