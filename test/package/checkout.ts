import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** The manifests of a folder by file name. */
export function manifestsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.k8s.yaml'));
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

export const COMMITTED = join(ROOT, 'dist');

/** A copy of this checkout in another place, so that a synthesis there cannot touch dist/ here. */
export class Checkout {
  readonly folder: string;
  private readonly parent = mkdtempSync(join(tmpdir(), 'checkout-'));

  constructor() {
    this.folder = join(this.parent, 'another place', 'copy');
    mkdirSync(this.folder, { recursive: true });
    const tracked = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    if (tracked.status !== 0) throw new Error(tracked.stderr);
    for (const file of tracked.stdout.split('\0')) {
      if (!file || file.startsWith('dist/') || file.startsWith('test/')) continue;
      cpSync(join(ROOT, file), join(this.folder, file), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /** What `cdk8s synth` writes there, under another Node or environment. */
  synthesise(node: string, environment: Readonly<Record<string, string>> = {}): Record<string, string> {
    const out = join(this.folder, 'dist');
    rmSync(out, { recursive: true, force: true });
    const done = this.cdk8s(node, ['synth'], environment);
    if (done.status !== 0) throw new Error(`cdk8s synth: exit code ${done.status}\n${done.stdout}\n${done.stderr}`);
    return manifestsIn(out);
  }

  cdk8s(node: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    const cli = join(ROOT, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
    const path = `${dirname(node)}${delimiter}${process.env.PATH}`;
    return spawnSync(node, [cli, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: path, CHECK_UPGRADE: 'false', ...environment },
      maxBuffer: 1 << 28,
    });
  }

  remove(): void {
    rmSync(this.parent, { recursive: true, force: true });
  }
}
