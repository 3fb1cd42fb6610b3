import { parseFieldPath, requireArguments } from '../values';
import { isObject, takeListApart } from './lists';
import type { Position } from './position';
import { type ReadDocument, type ReadingIssue, readDocuments } from './read-documents';

/** One object of a manifest file, or the reason why there is none. */
export interface ReadManifest {
  /** As kubectl would send it; undefined when the document could not be read. */
  readonly object?: Readonly<Record<string, unknown>>;
  readonly issues: readonly ReadingIssue[];
  /** Zero-based position among the documents of the file; the items of a list share it. */
  readonly document: number;
  /** Where a field of the object stands; the nearest parent for a field that is not written. */
  locate(path: string): Position;
}

/**
 * Reads a manifest file as kubectl does: YAML 1.1 or JSON, one or many documents, lists taken apart. A document that cannot
 * be read becomes a problem with its position, and the others are still read.
 *
 * @param file name for positions; nothing is read from disk.
 */
export function readManifests(content: string | Uint8Array, file: string): ReadManifest[] {
  requireArguments('readManifests', { content: [content, 'a string or bytes'], file: [file, 'a string'] });
  return readDocuments(content, file).flatMap(manifestsOf);
}

function manifestsOf(read: ReadDocument): ReadManifest[] {
  const { value, issues, document } = read;
  if (value === undefined || value === null) {
    return [{ document, issues, locate: () => read.locate([]) }];
  }
  if (!isObject(value)) {
    return [notAnObject(value, [], read, issues)];
  }
  const objects = takeListApart(value);
  if (objects.length === 0) {
    return issues.length === 0 ? [] : [{ document, issues, locate: () => read.locate([]) }];
  }
  return objects.map(({ object, path }, at) => {
    const own = at === 0 ? issues : [];
    return isObject(object)
      ? { object, document, issues: own, locate: (field) => read.locate([...path, ...parseFieldPath(field)]) }
      : notAnObject(object, path, read, own);
  });
}

function notAnObject(
  value: unknown,
  path: readonly (string | number)[],
  read: ReadDocument,
  issues: readonly ReadingIssue[],
): ReadManifest {
  const type = Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
  const subject = path.length === 0 ? 'the document' : `item ${path[path.length - 1]} of the list`;
  const issue: ReadingIssue = {
    ...read.locate(path),
    rule: 'not-an-object',
    severity: 'error',
    message: `${subject} is ${type}, not an object`,
    hint: 'a manifest begins with apiVersion and kind; separate objects with ---',
  };
  return { document: read.document, issues: [...issues, issue], locate: () => read.locate(path) };
}
