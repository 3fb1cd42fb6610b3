import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';

/** Directories whose files are not those of the app. */
const OTHERS = /^(?:node_modules|\..*)$/;

/**
 * Watches the files below a directory, and those of single directories elsewhere. The output is not watched. It names the path that
 * changed, or its directory.
 */
export class FolderWatch {
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly output: string;

  public constructor(
    root: string,
    output: string,
    private readonly changed: (path: string) => void,
  ) {
    this.output = resolve(output);
    this.addBelow(resolve(root));
  }

  /** Watches the files of one more directory. */
  public add(folder: string): void {
    if (this.watchers.has(folder) || folder === this.output) return;
    try {
      const watcher = watch(folder, (_, name) => this.noticed(folder, name));
      watcher.on('error', () => this.forget(folder));
      this.watchers.set(folder, watcher);
    } catch {
      // It has been removed in between; its parent has noticed.
    }
  }

  private addBelow(folder: string): void {
    this.add(folder);
    for (const name of foldersIn(folder)) {
      const path = join(folder, name);
      if (!OTHERS.test(name) && path !== this.output) this.addBelow(path);
    }
  }

  private noticed(folder: string, name: string | null): void {
    if (name !== null && (OTHERS.test(name) || join(folder, name) === this.output)) return;
    // A new directory may have files already.
    this.addBelow(folder);
    this.changed(name === null ? folder : join(folder, name));
  }

  private forget(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
