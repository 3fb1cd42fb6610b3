import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packedTarball } from './tarball';

const ROOT = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'library-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[]): { readonly exitCode: number | null; readonly output: string } {
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { exitCode: done.status, output: `${done.stdout}${done.stderr}` };
}

/** The library of examples/library installs the packed tarball as anybody's library would. */
beforeAll(() => {
  cpSync(join(ROOT, 'examples', 'library'), folder, { recursive: true });
  const own = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const library = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  for (const name of Object.keys(library.devDependencies)) {
    library.devDependencies[name] = name === 'cdk8s-patterns' ? `file:${packedTarball()}` : own.devDependencies[name];
  }
  library.peerDependencies = {};
  writeFileSync(join(folder, 'package.json'), JSON.stringify(library));
  expect(run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'])).toMatchObject({ exitCode: 0 });
}, 600_000);

test('it compiles strictly, with the types of the matchers', () => {
  expect(run('npm', ['run', 'typecheck'])).toMatchObject({ exitCode: 0 });
}, 300_000);

test('its tests and its snapshot pass', () => {
  const { exitCode, output } = run('npm', ['test']);
  expect(output).toContain('Tests:       6 passed, 6 total');
  expect(exitCode).toBe(0);
}, 300_000);
