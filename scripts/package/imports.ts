import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEWEST_VERSION } from '../../src/facts';
import type { KubernetesDocument } from '../../src/schema/document';
import { differenceFrom } from '../../src/schema/document-difference';
import { LIB, ROOT } from './layout';

const IMPORTS = join(ROOT, 'imports');

/**
 * Writes lib/imports: the newest Kubernetes document whole, the others as what differs from it, custom resources on one line
 * each. Plain JSON on purpose: differences are smaller than the documents compressed, and need no time to decompress.
 */
export function writeImports(): void {
  const documents = readdirSync(join(IMPORTS, 'kubernetes')).map((file) => ({
    file,
    document: readJson(join(IMPORTS, 'kubernetes', file)) as KubernetesDocument,
  }));
  const newest = documents.find(({ document }) => document.kubernetesVersion === NEWEST_VERSION)!.document;
  for (const { file, document } of documents) {
    writeJson(join('kubernetes', file), document === newest ? document : differenceFrom(newest, document));
  }
  for (const group of readdirSync(join(IMPORTS, 'crds'))) {
    for (const file of readdirSync(join(IMPORTS, 'crds', group))) {
      writeJson(join('crds', group, file), readJson(join(IMPORTS, 'crds', group, file)));
    }
  }
  cpSync(join(IMPORTS, 'README.md'), join(LIB, 'imports', 'README.md'));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function writeJson(path: string, value: unknown): void {
  const file = join(LIB, 'imports', path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value)}\n`);
}
