import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/** A file to check, or standard input. */
export interface ManifestFile {
  /** Path as the user would name it; `<stdin>` for standard input. */
  readonly name: string;
  /** May be called again. @throws UnreadableInput */
  read(): Uint8Array;
}

/** An input that cannot be read; the others still are. */
export class UnreadableInput extends Error {
  public constructor(
    /** Path as the user would name it. */
    public readonly path: string,
    message: string,
    public readonly hint: string,
  ) {
    super(message);
  }
}

/** Larger files are no manifests; reading them would only take memory. */
const MAXIMUM_FILE_BYTES = 512 * 1024 * 1024;
const EXTENSIONS = /\.(ya?ml|json)$/;

/**
 * Files behind the paths of a command line: files as they are, directories with every .yaml, .yml and .json below them in
 * the order of their names, `-` for standard input. A file that several paths name is one file, so that its objects are not
 * duplicates of themselves. Reading a file or directory that cannot be read throws `UnreadableInput`.
 *
 * @param exclude globs of files and directories to leave out. One without a slash is for names at any depth.
 */
export function manifestFiles(paths: readonly string[], exclude: readonly string[] = []): ManifestFile[] {
  const isExcluded = exclude.length === 0 ? () => false : matching(exclude);
  const files = paths.flatMap((path): ManifestFile[] => {
    if (path === '-') {
      let content: Uint8Array | undefined;
      const read = () => {
        content ??= readStandardInput();
        return content;
      };
      return [{ name: '<stdin>', read }];
    }
    if (!isDirectory(path)) {
      return isExcluded(path) ? [] : [new FileOfPath(path)];
    }
    const below = filesBelow(path, '', isExcluded);
    return below.length > 0
      ? below
      : [unreadable(path, 'no .yaml, .yml or .json files in this directory', 'name a directory that has manifests')];
  });
  return [...new Map(files.map((file) => [resolve(file.name), file])).values()];
}

function matching(globs: readonly string[]): (path: string) => boolean {
  const picomatch = require('picomatch') as typeof import('picomatch');
  return picomatch([...globs], { dot: true, basename: true, windows: sep === '\\' });
}

export function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Reading it gives the reason.
    return false;
  }
}

function filesBelow(root: string, inside: string, isExcluded: (path: string) => boolean): ManifestFile[] {
  const directory = join(root, inside);
  try {
    return readdirSync(directory, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((item): ManifestFile[] => {
        const path = join(directory, item.name);
        const relative = join(inside, item.name);
        if (isExcluded(relative) || isExcluded(path)) return [];
        if (item.isDirectory()) {
          return item.name === 'node_modules' || item.name === '.git' ? [] : filesBelow(root, relative, isExcluded);
        }
        if (!EXTENSIONS.test(item.name)) return [];
        // Reading a pipe without a writer never ends.
        return item.isFile() || item.isSymbolicLink()
          ? [new FileOfPath(path)]
          : [unreadable(path, 'not a file: a pipe, a socket or a device', 'remove it, or leave it out with --exclude')];
      });
  } catch (error) {
    return [unreadable(directory, `cannot read the directory: ${reasonOf(error)}`, HINTS.file)];
  }
}

const HINTS = {
  file: 'check that it exists and that you may read it',
  missing: 'expected a file, a directory, or - for standard input',
};

class FileOfPath implements ManifestFile {
  private once: Uint8Array | undefined;

  public constructor(public readonly name: string) {}

  public read(): Uint8Array {
    if (this.once !== undefined) return this.once;
    try {
      const found = statSync(this.name);
      if (found.size > MAXIMUM_FILE_BYTES) {
        throw new UnreadableInput(this.name, `larger than ${MAXIMUM_FILE_BYTES / 1024 / 1024} MiB`, 'split the file');
      }
      const content = readFileSync(this.name);
      // A pipe, such as <(helm template shop), is empty the second time.
      if (!found.isFile()) this.once = content;
      return content;
    } catch (error) {
      throw error instanceof UnreadableInput ? error : new UnreadableInput(this.name, ...problemOf(this.name, error));
    }
  }
}

function problemOf(path: string, error: unknown): [string, string] {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
    ? [`the path ${JSON.stringify(path)} does not exist`, HINTS.missing]
    : [`cannot read the file: ${reasonOf(error)}`, HINTS.file];
}

function readStandardInput(): Uint8Array {
  try {
    return readFileSync(0);
  } catch (error) {
    throw new UnreadableInput('<stdin>', `cannot read standard input: ${reasonOf(error)}`, 'pipe manifests into it');
  }
}

function unreadable(path: string, message: string, hint: string): ManifestFile {
  return {
    name: path,
    read: () => {
      throw new UnreadableInput(path, message, hint);
    },
  };
}

/** `EACCES: permission denied` without the system call and the path, which the finding names. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/, [a-z]+( '.*')?$/s, '') : String(error);
}
