import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, parseAllDocuments } from 'yaml';

/** A manifest that the servers of some versions accept. */
export interface Base {
  /** File and position, such as `pods.yaml#3`. */
  readonly name: string;
  readonly object: any;
}

const OWN = join(__dirname, 'corpus');

/**
 * The manifests of a folder that a version takes. A comment `# since: 1.30` (or `# until: 1.31`) in front of a
 * document says that the others do not.
 */
export function loadCorpus(minor: number, folder: string = OWN): Base[] {
  const bases: Base[] = [];
  const files = readdirSync(folder).filter((file) => /\.ya?ml$/.test(file));
  for (const file of files.sort()) {
    const documents = parseAllDocuments(readFileSync(join(folder, file), 'utf8'), { version: '1.1', merge: true });
    if (!Array.isArray(documents)) continue;
    documents.forEach((document, index) => {
      if (document.errors.length || !coversVersion(document, minor)) return;
      const object = document.toJS();
      if (object?.kind && object.apiVersion) bases.push({ name: `${file}#${index}`, object });
    });
  }
  return bases;
}

function coversVersion(document: Document, minor: number): boolean {
  const comments = [document.commentBefore, (document.contents as { commentBefore?: string })?.commentBefore].join(
    '\n',
  );
  const since = /since: 1\.(\d+)/.exec(comments);
  const until = /until: 1\.(\d+)/.exec(comments);
  return minor >= Number(since?.[1] ?? 0) && minor <= Number(until?.[1] ?? Number.POSITIVE_INFINITY);
}
