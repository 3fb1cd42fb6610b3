import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** Where a program writes before its output is put in place: a failed synthesis leaves the output as it was. */
export class OutputFolder {
  private readonly beside: string;
  /** Directory for the program to create. */
  public readonly staged: string;

  public constructor(public readonly folder: string) {
    mkdirSync(dirname(resolve(folder)), { recursive: true });
    this.beside = mkdtempSync(join(dirname(resolve(folder)), `.${basename(resolve(folder))}-`));
    this.staged = join(this.beside, 'new');
  }

  /** Whether the program has written. */
  public get isWritten(): boolean {
    return existsSync(this.staged);
  }

  /** Manifests that were written, relative to the directory, in the order in which they are to be applied. */
  public manifests(): readonly string[] {
    return filesBelow(this.staged)
      .filter((file) => /\.ya?ml$/.test(file))
      .sort((a, b) => (a < b ? -1 : 1));
  }

  /** All manifests as one stream. */
  public text(): string {
    return this.manifests()
      .map((file) => readFileSync(join(this.staged, file), 'utf8'))
      .map((text) => (text.startsWith('---') ? text : `---\n${text}`))
      .join('');
  }

  /**
   * Replaces what was there before, file by file; those that are alike stay untouched.
   *
   * @returns the files that were replaced.
   */
  public putInPlace(): readonly string[] {
    const written = new Set(filesBelow(this.staged));
    const replaced: string[] = [];
    for (const file of written) {
      const [from, to] = [join(this.staged, file), join(this.folder, file)];
      if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
      replaced.push(file);
    }
    for (const file of filesBelow(this.folder)) if (!written.has(file)) rmSync(join(this.folder, file));
    return replaced;
  }

  public remove(): void {
    rmSync(this.beside, { recursive: true, force: true });
  }
}

/** Files below a directory, relative to it. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}
