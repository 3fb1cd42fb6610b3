import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

/** A project that depends on the compiled package, in a temporary directory. */
export class Project {
  public readonly folder = mkdtempSync(join(tmpdir(), 'bench-'));
  /** Path of the command of this package. */
  public readonly command = join(this.folder, 'node_modules/cdk8s-patterns/lib/cli.js');

  public constructor() {
    if (!existsSync(join(ROOT, 'lib', 'cli.js')))
      throw new Error('run "npm run compile" first: the package is measured');
    const modules = join(this.folder, 'node_modules');
    mkdirSync(join(modules, 'cdk8s-patterns'), { recursive: true });
    for (const name of readdirSync(join(ROOT, 'node_modules'))) {
      if (name !== 'cdk8s-patterns') symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
    }
    // A copy, as npm makes one: the command keeps compiled code beside packages that are in a node_modules.
    for (const name of ['lib', 'package.json']) {
      cpSync(join(ROOT, name), join(modules, 'cdk8s-patterns', name), { recursive: true });
    }
    this.write('package.json', '{"private": true}\n');
  }

  /** @returns the path of the file. */
  public write(name: string, text: string): string {
    const path = join(this.folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  public remove(): void {
    // Processes of a watch that was stopped may still write what they compiled.
    rmSync(this.folder, { recursive: true, maxRetries: 20, retryDelay: 100 });
  }
}
