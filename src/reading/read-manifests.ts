import { parseFieldPath } from '../values';
import { isObject, takeListApart } from './lists';
import type { Position } from './position';
import { type ReadDocument, type ReadingProblem, readDocuments } from './read-documents';

/** One object of a manifest file, or the reason why there is none. */
export interface ReadManifest {
  /** As kubectl would send it; undefined when the document could not be read. */
  readonly object?: Readonly<Record<string, unknown>>;
  readonly problems: readonly ReadingProblem[];
  /** Zero-based position among the documents of the file; the items of a list share it. */
  readonly document: number;
  /** Where a field of the object stands; the nearest parent for a field that is not written. */
  locate(path: string): Position;
}

/**
 * Reads a manifest file as kubectl does: YAML 1.1 or JSON, one or many documents, lists taken apart. A document that cannot
 * be read becomes a problem with its place, and the others are still read.
 *
 * @param file name for positions; nothing is read from disk.
 */
export function readManifests(content: string | Uint8Array, file: string): ReadManifest[] {
  return readDocuments(content, file).flatMap(manifestsOf);
}

function manifestsOf(read: ReadDocument): ReadManifest[] {
  const { value, problems, document } = read;
  if (value === undefined || value === null) {
    return [{ document, problems, locate: () => read.locate([]) }];
  }
  if (!isObject(value)) {
    return [notAnObject(value, [], read, problems)];
  }
  const objects = takeListApart(value);
  if (objects.length === 0) {
    return problems.length === 0 ? [] : [{ document, problems, locate: () => read.locate([]) }];
  }
  return objects.map(({ object, path }, at) => {
    const own = at === 0 ? problems : [];
    return isObject(object)
      ? { object, document, problems: own, locate: (field) => read.locate([...path, ...parseFieldPath(field)]) }
      : notAnObject(object, path, read, own);
  });
}

function notAnObject(
  value: unknown,
  path: readonly (string | number)[],
  read: ReadDocument,
  problems: readonly ReadingProblem[],
): ReadManifest {
  const type = Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
  const subject = path.length === 0 ? 'the document' : `item ${path[path.length - 1]} of the list`;
  const problem: ReadingProblem = {
    ...read.locate(path),
    rule: 'not-an-object',
    severity: 'error',
    message: `${subject} is ${type}, not an object`,
    hint: 'a manifest begins with apiVersion and kind; separate objects with ---',
  };
  return { document: read.document, problems: [...problems, problem], locate: () => read.locate(path) };
}
