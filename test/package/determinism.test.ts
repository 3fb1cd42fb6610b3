import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Checkout, COMMITTED, manifestsIn } from './checkout';

let checkout: Checkout;
let committed: Record<string, string>;
const folders: string[] = [];

beforeAll(() => {
  checkout = new Checkout();
  committed = manifestsIn(COMMITTED);
});

afterAll(() => {
  checkout?.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('there is something to compare', () => {
  expect(Object.keys(committed).length).toBeGreaterThan(0);
});

test.each(['20', '22', '24'])('dist/ is the same on Node %s', (version) => {
  const node = nodeOf(version);
  expect(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout).toMatch(new RegExp(`^v${version}\\.`));
  expect(checkout.synthesise(node)).toEqual(committed);
});

test.each<Record<string, string>>([
  { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' },
  { TZ: 'Asia/Kathmandu' },
  { NODE_ENV: 'production', CI: 'true', USER: 'somebody', HOSTNAME: 'somewhere' },
])('dist/ is the same under %p', (environment) => {
  expect(checkout.synthesise(process.execPath, environment)).toEqual(committed);
});

/** The package `node` brings the binary. */
function nodeOf(version: string): string {
  const folder = mkdtempSync(join(tmpdir(), `node-${version}-`));
  folders.push(folder);
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const options = ['--no-audit', '--no-fund', '--prefer-offline'];
  const done = spawnSync('npm', ['install', ...options, `node@${version}`], { cwd: folder, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  return join(folder, 'node_modules', 'node', 'bin', 'node');
}
