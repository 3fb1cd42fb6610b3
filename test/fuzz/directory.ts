import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from './inputs';

/**
 * Calls back with a directory that holds the files, as a user may have them: some in directories, some behind links, and links
 * to nothing for those that cannot be read. The order of their paths is that of the files.
 */
export function inDirectory<T>(files: readonly GeneratedFile[], use: (directory: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'fuzz-'));
  try {
    for (const [index, { name, content }] of files.entries()) {
      const path = join(root, pathOf(name, index));
      mkdirSync(dirname(path), { recursive: true });
      if (content === undefined) symlinkSync(join(root, 'nothing'), path);
      else if (index % 5 === 0) {
        writeFileSync(`${path}.txt`, content);
        symlinkSync(`${path}.txt`, path);
      } else writeFileSync(path, content);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** Where a file is below that directory. */
export function pathOf(name: string, index: number): string {
  return index % 7 === 0 ? join(name.replace('.yaml', ''), name) : name;
}
