import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** Before all tests of this directory: compiles lib/ and packs what would be published, once. */
export default function pack(): void {
  run('npx', ['--no-install', 'tsx', 'scripts/package/build.ts']);
  const folder = mkdtempSync(join(tmpdir(), 'tarball-'));
  const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
  process.env.PACKED_TARBALL = join(folder, JSON.parse(packed)[0].filename);
}

function run(command: string, args: readonly string[]): string {
  const done = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} failed\n${done.stdout}\n${done.stderr}`);
  return done.stdout;
}
