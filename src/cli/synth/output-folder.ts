import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileBytes, moveFilesFrom } from '../../output';
import { CommandError } from '../command-error';

/** Where a program writes before its output is put in place: a failed synthesis leaves the output as it was. */
export class OutputFolder {
  private readonly beside: string;
  private replaced: readonly string[] = [];
  /** Directory for the program to create. */
  public readonly staged: string;

  /**
   * @param kept directory next to the output that is there before and after, so that the next run can move files that stay as they
   * are; without it one is made, and removed.
   * @throws CommandError for a directory that cannot be written, or that has the project in it.
   */
  public constructor(
    public readonly folder: string,
    private readonly kept?: string,
  ) {
    const path = resolve(folder);
    if (!relative(path, process.cwd()).startsWith('..')) {
      throw new CommandError(
        `the output directory ${folder} contains the project: name a directory of its own with --output, or as "output" of cdk8s.yaml`,
      );
    }
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile())
      throw new CommandError(`${folder} is a file, not a directory`);
    this.beside =
      kept ??
      writing(folder, () => {
        mkdirSync(dirname(path), { recursive: true });
        return mkdtempSync(join(dirname(path), `.${basename(path)}-`));
      });
    this.staged = join(this.beside, 'new');
    if (kept !== undefined && this.isWritten) writing(folder, () => this.keepEarlier());
  }

  private keepEarlier(): void {
    const earlier = join(this.beside, 'earlier');
    rmSync(earlier, { recursive: true, force: true });
    renameSync(this.staged, earlier);
    moveFilesFrom(earlier, Date.now());
  }

  /** Whether the program has written. */
  public get isWritten(): boolean {
    return existsSync(this.staged);
  }

  /** Manifests that were written, relative to the directory, in the order in which they are to be applied. */
  public manifests(): readonly string[] {
    return filesBelow(this.staged)
      .filter(isManifest)
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
   * Replaces what was there before, file by file; those that are alike stay untouched. Manifests that are not written any more are
   * removed: files with an ending that a written manifest has, such as `.k8s.yaml`. All other files are kept.
   *
   * @returns the files that were replaced.
   * @throws CommandError when the directory cannot be written.
   */
  public putInPlace(): readonly string[] {
    return writing(this.folder, () => {
      const written = new Set(filesBelow(this.staged));
      const endings = new Set([...written].filter(isManifest).map(endingOf));
      const replaced: string[] = [];
      mkdirSync(this.folder, { recursive: true });
      for (const file of written) {
        const [from, to] = [join(this.staged, file), join(this.folder, file)];
        if (existsSync(to) && bytesOf(to).equals(bytesOf(from))) continue;
        mkdirSync(dirname(to), { recursive: true });
        renameSync(from, to);
        replaced.push(file);
      }
      for (const file of filesBelow(this.folder)) {
        const isHidden = file.split(sep).some((part) => part.startsWith('.'));
        if (!written.has(file) && !isHidden && endings.has(endingOf(file))) rmSync(join(this.folder, file));
      }
      this.replaced = replaced;
      return replaced;
    });
  }

  /** Copies what was put in place, a file at each step: the next run can move the whole directory then. */
  public *copies(): Generator<void> {
    if (this.kept === undefined) return;
    for (const file of this.replaced) {
      try {
        copyFileSync(join(this.folder, file), join(this.staged, file));
      } catch {
        // The next run writes it.
        return;
      }
      yield;
    }
  }

  public remove(): void {
    if (this.kept === undefined) rmSync(this.beside, { recursive: true, force: true });
  }
}

/** @throws CommandError in place of an error of the file system. */
function writing<T>(folder: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new CommandError(`${folder} cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** @throws an error of the file system for a directory. */
function bytesOf(path: string): Buffer {
  return fileBytes(path) ?? readFileSync(path);
}

function isManifest(file: string): boolean {
  return /\.ya?ml$/.test(file);
}

/** `.k8s.yaml` of `shop.k8s.yaml`. */
function endingOf(file: string): string {
  return /(?:\.k8s)?\.[^.]+$/.exec(basename(file))?.[0] ?? '';
}

/** Files below a directory, relative to it. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}
