import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../command-error';

/** A file to check, or standard input. */
export interface ManifestFile {
  /** Path as the user would name it; `<stdin>` for standard input. */
  readonly name: string;
  read(): Uint8Array;
}

/** Larger files are no manifests; reading them would only take memory. */
const MAXIMUM_FILE_BYTES = 512 * 1024 * 1024;

/**
 * Files behind the paths of a command line: files as they are, folders with every .yaml, .yml and .json below them in
 * the order of their names, `-` for standard input.
 *
 * @throws CommandError when a path does not exist or can not be read, or a folder holds no manifests.
 */
export function manifestFiles(paths: readonly string[]): ManifestFile[] {
  return paths.flatMap((path) => {
    if (path === '-') {
      return [{ name: '<stdin>', read: () => readFileSync(0) }];
    }
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) {
      throw new CommandError(`${path} does not exist`);
    }
    if (!stats.isDirectory()) {
      return [fileAt(path)];
    }
    const below = filesBelow(path);
    if (below.length === 0) {
      throw new CommandError(`${path} holds no .yaml, .yml or .json files`);
    }
    return below.map(fileAt);
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => {
      const path = join(folder, item.name);
      if (item.isDirectory()) {
        return item.name === 'node_modules' || item.name === '.git' ? [] : filesBelow(path);
      }
      return /\.(ya?ml|json)$/.test(item.name) ? [path] : [];
    });
}

function fileAt(path: string): ManifestFile {
  return {
    name: path,
    read: () => {
      try {
        if (statSync(path).size > MAXIMUM_FILE_BYTES) {
          throw new CommandError(`${path} is larger than ${MAXIMUM_FILE_BYTES / 1024 / 1024} MiB`);
        }
        return readFileSync(path);
      } catch (error) {
        if (error instanceof CommandError) {
          throw error;
        }
        throw new CommandError(`${path} can not be read (${(error as NodeJS.ErrnoException).code})`);
      }
    },
  };
}
