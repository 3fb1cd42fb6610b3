import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { NEWEST_VERSION } from '../../src/facts';
import type { CustomResourceDocument } from '../../src/schema';
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
    const documents = readdirSync(join(IMPORTS, 'crds', group)).map((file) => ({
      file,
      document: readJson(join(IMPORTS, 'crds', group, file)) as CustomResourceDocument,
    }));
    for (const { file, document } of documents) writeJson(join('crds', group, file), withoutRepeated(document));

    /** `ClusterSecretStore` has the versions of `SecretStore`: the name of that kind takes their place. */
    function withoutRepeated(document: CustomResourceDocument): object {
      const like = documents.find(
        ({ document: { scope, versions } }) =>
          document.scope === 'Cluster' && scope === 'Namespaced' && isDeepStrictEqual(versions, document.versions),
      );
      return like === undefined ? document : { ...document, versions: like.document.names.kind };
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
