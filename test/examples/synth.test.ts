import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** Name and text of the manifest files of a directory. */
function manifestsIn(directory: string): [string, string][] {
  const files = readdirSync(directory).filter((file) => file.endsWith('.k8s.yaml'));
  return files.sort().map((file) => [file, readFileSync(join(directory, file), 'utf8')]);
}

test('npm run synth reports nothing, and writes what dist/ contains', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'synth-'));
  try {
    const loader = join(ROOT, 'node_modules/tsx/dist/loader.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', loader, 'examples/main.ts'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, CDK8S_OUTDIR: outdir },
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(manifestsIn(outdir)).toEqual(manifestsIn(join(ROOT, 'dist')));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}, 300_000);
