import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import ts from 'typescript';

const SOURCE = join(__dirname, '..', '..', 'src', 'code-cache', 'code-cache.ts');

/** What a module of the package can see of how it is loaded; the error is on the first line. */
const MODULE = `const at = new Error('here').stack.split('\\n')[1];
const path = require('node:path');
module.exports = async () => ({
  at: /:\\d+:\\d+\\)?$/.exec(at)[0],
  file: path.relative(path.dirname(__dirname), __filename),
  exports: this === exports,
  found: path.basename(require.resolve('./module.js')),
  main: path.basename(require.main.filename),
  loaded: Object.keys(require.cache).length,
  word: 'one',
});
`;
const MAIN = `require('./code-cache').keepCodeOfCommand(process.argv[2]);
require('./module')().then((seen) => console.log(JSON.stringify(seen)));
`;

let folder: string;
let lib: string;
let cache: string;

/** The package as npm installs it, with what it does when it runs. */
function install(modules: string): void {
  lib = join(folder, modules, 'cdk8s-patterns', 'lib');
  cache = join(folder, modules, '.cache', 'cdk8s-patterns');
  mkdirSync(lib, { recursive: true });
  const { outputText } = ts.transpileModule(readFileSync(SOURCE, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  for (const [name, text] of Object.entries({ 'code-cache': outputText, module: MODULE, main: MAIN })) {
    writeFileSync(join(lib, `${name}.js`), text);
  }
}

function run(command = 'validate'): Record<string, unknown> {
  return JSON.parse(execFileSync(process.execPath, [join(lib, 'main.js'), command], { encoding: 'utf8' }));
}

function plainly(): Record<string, unknown> {
  const main = join(lib, 'plain.js');
  // As many modules as with a cache.
  writeFileSync(main, `require('./code-cache');${MAIN.split('\n')[1]}`);
  const seen = JSON.parse(execFileSync(process.execPath, [main], { encoding: 'utf8' }));
  return { ...seen, main: 'main.js' };
}

/** Files of the cache, in whatever form this Node.js keeps it. */
function keptFiles(): string[] {
  return readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'code-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('modules see the same with kept code as without', () => {
  install('node_modules');
  const expected = plainly();
  expect(expected).toMatchObject({ at: expect.stringMatching(/^:1:12\)?$/), word: 'one' });
  expect(run()).toEqual(expected);
  expect(keptFiles()).not.toEqual([]);
  expect(run()).toEqual(expected);
});

test('code that is kept is not used for another text of the same length', () => {
  install('node_modules');
  run();
  writeFileSync(join(lib, 'module.js'), MODULE.replace("'one'", "'two'"));
  expect(run().word).toBe('two');
  expect(run().word).toBe('two');
});

test.each([
  ['removed', 'fs.rmSync(file)'],
  ['replaced', "fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(\"'one'\", \"'two'\"))"],
])('a package that is %s while a command runs does not matter, and its old code is not kept', (_, change) => {
  install('node_modules');
  const file = join(lib, 'module.js');
  writeFileSync(
    join(lib, 'changing.js'),
    `${MAIN}const fs = require('fs');\nconst file = ${JSON.stringify(file)};\n${change};\n`,
  );
  const { status, stderr } = spawnSync(process.execPath, [join(lib, 'changing.js'), 'validate'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  writeFileSync(file, MODULE.replace("'one'", "'two'"));
  expect(run().word).toBe('two');
});

test.each([
  ['nothing', ''],
  ['no code', '\u0000\u0000\u0000\u0000'],
  ['less than there was', undefined],
])('a file of the cache that has %s in it is replaced', (_, text) => {
  install('node_modules');
  run();
  for (const file of keptFiles()) writeFileSync(file, text ?? readFileSync(file).subarray(0, 300));
  expect(run().word).toBe('one');
  expect(run().word).toBe('one');
});

test('a module that imports when it runs is compiled by Node.js itself', () => {
  install('node_modules');
  writeFileSync(join(lib, 'module.js'), "module.exports = async () => ({ word: (await import('node:path')).sep });\n");
  expect(run().word).toBe(sep);
  expect(run().word).toBe(sep);
});

test('a directory that cannot be written does not matter', () => {
  install('node_modules');
  writeFileSync(join(folder, 'node_modules', '.cache'), '');
  expect(run().word).toBe('one');
});

test('a command has no path for a name', () => {
  install('node_modules');
  expect(run('../../../escape').word).toBe('one');
  expect(existsSync(cache)).toBe(true);
});

test.each(['NODE_DISABLE_COMPILE_CACHE', 'NODE_V8_COVERAGE'])('%s switches it off', (variable) => {
  install('node_modules');
  execFileSync(process.execPath, [join(lib, 'main.js'), 'validate'], {
    env: { ...process.env, [variable]: join(folder, 'coverage') },
  });
  expect(existsSync(cache)).toBe(false);
});

test('kept code is used where it cannot be replaced, and nothing is kept where it cannot be written', () => {
  install('node_modules');
  run();
  const [file] = keptFiles();
  const kept = readFileSync(file!);
  writeFileSync(join(lib, 'denied.js'), `require('fs').accessSync = () => { throw new Error('denied'); };\n${MAIN}`);
  const denied = () =>
    JSON.parse(execFileSync(process.execPath, [join(lib, 'denied.js'), 'validate'], { encoding: 'utf8' }));
  writeFileSync(join(lib, 'module.js'), MODULE.replace("'one'", "'two'"));
  expect(denied().word).toBe('two');
  expect(readFileSync(file!)).toEqual(kept);
  rmSync(file!);
  expect(denied().word).toBe('two');
  expect(keptFiles()).toEqual([]);
});

test('code of files that are gone is not kept', () => {
  install('node_modules');
  writeFileSync(join(lib, 'gone.js'), 'module.exports = 1;\n');
  writeFileSync(
    join(lib, 'main.js'),
    MAIN.replace('\n', "\nrequire('fs').existsSync(__dirname + '/gone.js') && require('./gone');\n"),
  );
  run();
  const kept = () =>
    keptFiles()
      .map((file) => readFileSync(file, 'latin1'))
      .join('');
  expect(kept()).toContain('gone.js');
  rmSync(join(lib, 'gone.js'));
  writeFileSync(join(lib, 'module.js'), MODULE.replace("'one'", "'two'"));
  run();
  expect(kept()).not.toContain('gone.js');
});

test('only the first call of a process counts', () => {
  install('node_modules');
  run();
  const once = keptFiles().length;
  rmSync(cache, { recursive: true });
  writeFileSync(join(lib, 'main.js'), MAIN.replace('\n', "\nrequire('./code-cache').keepCodeOfProgram();\n"));
  run();
  expect(keptFiles()).toHaveLength(once);
});

test('where Node.js keeps compiled code itself, it keeps that of the package', () => {
  install('node_modules');
  const main = join(lib, 'asked.js');
  writeFileSync(main, `require('module').getCompileCacheDir = () => '/tmp/cache';\n${MAIN}`);
  execFileSync(process.execPath, [main, 'validate']);
  expect(existsSync(cache)).toBe(false);
});

test('modules that a test runner loads are left to it', () => {
  const compile = () => (Module.prototype as unknown as Record<string, unknown>)._compile;
  const before = compile();
  const parent = join(folder, 'node_modules', 'cdk8s-patterns', 'lib');
  install('node_modules');
  require(join(parent, 'code-cache.js')).keepCodeOfProgram();
  expect(compile()).toBe(before);
  expect(existsSync(cache)).toBe(false);
});

test('a package outside of node_modules keeps nothing', () => {
  install('checkout');
  expect(run().word).toBe('one');
  expect(existsSync(cache)).toBe(false);
});
