import {
  type CheckOptions,
  checkManifests,
  type ManifestInput,
  type ReadingFinding,
  targetVersions,
} from '../../check';
import { type Finding, internalError } from '../../findings';
import { type Position, type ReadingIssue, type ReadManifest, readManifests } from '../../reading';
import { type Summary, verdictsOf } from '../../report';
import { type ManifestFile, UnreadableInput } from '../manifest-files';

/** Called before each object with the number of objects that are done. */
export type Progress = (done: number, total: number) => void;

/** Id of findings about files and directories that cannot be read. */
export const UNREADABLE_INPUT = 'unreadable-input';

/** Reads files one after the other and checks all their objects together; `document` counts on over all of them. */
export function checkFiles(files: readonly ManifestFile[], options: CheckOptions, progress?: Progress): Summary {
  const inputs: ManifestInput[] = [];
  let documents = 0;
  for (const file of files) {
    const manifests = manifestsIn(file);
    if ('reading' in manifests) {
      inputs.push({ object: undefined, reading: [manifests.reading], document: documents });
      continue;
    }
    const text = new FileText(file);
    for (const [index, read] of manifests.entries()) inputs.push(new InputOfFile(read, text, index, documents));
    documents += manifests.length === 0 ? 0 : manifests.at(-1)!.document + 1;
  }
  const empty = inputs.length === 0 ? [emptyInput(options)] : [];
  const findings = [...empty, ...checkManifests(inputs, options, progress)];
  if (options.cluster === undefined) return { documents, findings };
  const judged = inputs.map(({ object, document }, index) => ({ object, document: document ?? index }));
  return { documents, findings, verdicts: verdictsOf(judged, findings) };
}

/** Positions in a file: it is read again for the first one, as most files have no findings and the text of all of them takes memory. */
class FileText {
  private manifests: readonly ReadManifest[] | undefined;

  public constructor(private readonly file: ManifestFile) {}

  public locate(index: number, path: string): Position {
    if (this.manifests === undefined) {
      const again = manifestsIn(this.file);
      this.manifests = 'reading' in again ? [] : again;
    }
    // It may have changed since.
    return this.manifests[index]?.locate(path) ?? { file: this.file.name, line: 1, column: 1 };
  }
}

const NONE: readonly ReadingFinding[] = [];

/** A class, as a closure for each of many objects takes four times the memory. */
class InputOfFile implements ManifestInput {
  public readonly object: unknown;
  public readonly document: number;
  public readonly reading: readonly ReadingFinding[];

  /** @param before number of documents in the files before. */
  public constructor(
    { object, issues, document }: ReadManifest,
    private readonly file: FileText,
    private readonly index: number,
    before: number,
  ) {
    this.object = object;
    this.document = before + document;
    this.reading = issues.length === 0 ? NONE : issues.map(readingFinding);
  }

  public locate(path: string): Position {
    return this.file.locate(this.index, path);
  }
}

function manifestsIn(file: ManifestFile): readonly ReadManifest[] | { readonly reading: ReadingFinding } {
  try {
    return readManifests(file.read(), file.name);
  } catch (error) {
    if (!(error instanceof UnreadableInput)) {
      return {
        reading: { ...internalError('reading this file', error, undefined), file: file.name, line: 1, column: 1 },
      };
    }
    const { message, hint, path } = error;
    return {
      reading: {
        ...{ rule: UNREADABLE_INPUT, category: 'apply', severity: 'error', reason: 'Syntax', path: '' },
        ...{ message, hint, file: path },
      },
    };
  }
}

function readingFinding({ rule, severity, message, hint, file, line, column }: ReadingIssue): ReadingFinding {
  const reason = severity === 'error' ? 'Syntax' : 'Warning';
  return { rule, severity, reason, path: '', message, hint, file, line, column };
}

/** kubectl apply fails as well when it gets no object. */
function emptyInput({ kubernetesVersion }: CheckOptions): Finding {
  return {
    rule: 'empty-input',
    category: 'apply',
    severity: 'error',
    reason: 'Syntax',
    path: '',
    message: 'no objects passed to apply',
    hint: 'the input has no documents, or only comments: check the paths and the --exclude globs',
    apiVersion: '',
    kind: '',
    kubernetesVersions: targetVersions(kubernetesVersion),
  };
}
