import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packedTarball } from './tarball';

const ROOT = join(__dirname, '..', '..');
const PROGRAMS = join(__dirname, 'consumer');

export interface Done {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project of somebody else, in an empty folder outside the checkout, that has installed the packed tarball. */
export class Consumer {
  private constructor(readonly folder: string) {}

  static create(): Consumer {
    const folder = mkdtempSync(join(tmpdir(), 'consumer-'));
    const consumer = new Consumer(folder);
    const own = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const pinned = (name: string) => `${name}@${own.devDependencies[name]}`;
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    for (const program of readdirSync(PROGRAMS)) copyFileSync(join(PROGRAMS, program), join(folder, program));
    const peers = Object.keys(own.peerDependencies).map(pinned);
    const compiler = ['typescript', '@types/node'].map(pinned);
    consumer.install([packedTarball(), ...peers, ...compiler]);
    return consumer;
  }

  install(packages: readonly string[]): void {
    this.must('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...packages]);
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  run(command: string, args: readonly string[], input?: string): Done {
    const done = spawnSync(command, args, {
      cwd: this.folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      ...(input === undefined ? {} : { input }),
    });
    if (done.error) throw done.error;
    return { exitCode: done.status, stdout: done.stdout, stderr: done.stderr };
  }

  /** @throws Error with all that the command printed when it fails. */
  must(command: string, args: readonly string[]): string {
    const { exitCode, stdout, stderr } = this.run(command, args);
    if (exitCode !== 0) throw new Error(`${command} ${args.join(' ')}: exit code ${exitCode}\n${stdout}\n${stderr}`);
    return stdout;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Stricter than most; every library's types are checked too (cdk8s-plus-28 fails exactOptionalPropertyTypes). */
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    module: 'nodenext',
    target: 'es2022',
    types: ['node'],
    skipLibCheck: false,
    noUncheckedIndexedAccess: true,
    noImplicitOverride: true,
    noPropertyAccessFromIndexSignature: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    outDir: 'out',
    sourceMap: true,
  },
  include: ['*.mts', '*.cts'],
};
