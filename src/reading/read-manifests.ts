import { parseFieldPath } from '../values';
import { type DocumentText, splitDocuments } from './documents';
import { splitJsonStream } from './json-stream';
import { MAXIMUM_DOCUMENT_BYTES, type ParsedDocument, parseYamlDocument } from './parse-document';
import { explainSyntax } from './syntax-problem';

/** A place in a file. */
export interface Position {
  readonly file: string;
  /** One-based. */
  readonly line: number;
  /** One-based. */
  readonly column: number;
}

/** Something wrong with the text itself; `warning` where kubectl reads on. */
export interface ReadingProblem extends Position {
  readonly rule:
    | 'yaml-syntax'
    | 'duplicate-key'
    | 'document-separator'
    | 'document-size'
    | 'encoding'
    | 'not-an-object';
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint: string;
}

/** One object of a manifest file, or the reason why there is none. */
export interface ReadManifest {
  /** As kubectl would send it; undefined when the document could not be read. */
  readonly object?: Readonly<Record<string, unknown>>;
  readonly problems: readonly ReadingProblem[];
  /** Zero-based position among the documents of the file; the items of a `List` share it. */
  readonly document: number;
  /** Where a field of the object stands; the nearest parent for a field that is not written. */
  locate(path: string): Position;
}

/**
 * Reads a manifest file as kubectl does: YAML 1.1 or JSON, one or many documents, `List` kinds taken apart. A document that
 * can not be read becomes a problem with its place, and the others are still read.
 *
 * @param file name for positions; nothing is read from disk.
 */
export function readManifests(content: string | Uint8Array, file: string): ReadManifest[] {
  const text = decode(content);
  if (text === undefined) {
    return [unreadable(file, 0, { line: 1, column: 1 }, 'encoding', 'the file is not UTF-8 text', 'save it as UTF-8')];
  }
  return splitDocuments(text).flatMap((document, index) => readDocument(document, index, file));
}

function decode(content: string | Uint8Array): string | undefined {
  if (typeof content === 'string') {
    return content.replace(/^\uFEFF/, '');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}

function readDocument(document: DocumentText, index: number, file: string): ReadManifest[] {
  const start = { line: document.firstLine + 1, column: 1 };
  if (document.badSeparator !== undefined) {
    const message = `invalid Yaml document separator: ${document.badSeparator}`;
    const hint = 'leave nothing but a comment after ---';
    const line = Math.max(1, document.firstLine);
    return [unreadable(file, index, { line, column: 1 }, 'document-separator', message, hint)];
  }
  if (Buffer.byteLength(document.text) > MAXIMUM_DOCUMENT_BYTES) {
    const message = `the document is larger than ${MAXIMUM_DOCUMENT_BYTES} bytes, the most that kube-apiserver takes in a request`;
    return [unreadable(file, index, start, 'document-size', message, 'split it')];
  }
  const lines = new Lines(document, file);
  const first = document.text.trimStart()[0];
  const json = first === '{' ? splitJsonStream(document.text) : undefined;
  if (json !== undefined) {
    return json.flatMap((value) => manifestsOf(value, index, [], lines, lazily(document.text)));
  }
  const parsed = parseYamlDocument(document.text);
  if ('code' in parsed) {
    const problem = explainSyntax(document.text, parsed);
    const at = lines.positionOf(problem.offset);
    return [unreadable(file, index, at, 'yaml-syntax', withText(problem.message, lines.textAt(at.line)), problem.hint)];
  }
  const duplicates = parsed.duplicateKeys.map(
    ({ key, offset }): ReadingProblem => ({
      ...lines.positionOf(offset),
      rule: 'duplicate-key',
      severity: 'warning',
      message: `the key ${JSON.stringify(key)} is written twice in one map; kubectl keeps the last`,
      hint: 'keep one of the two',
    }),
  );
  return manifestsOf(parsed.value, index, duplicates, lines, () => parsed);
}

/** JSON is read by the engine's own parser, which tells no positions; they are looked up only when somebody asks. */
function lazily(text: string): () => ParsedDocument | undefined {
  let parsed: ParsedDocument | undefined;
  let tried = false;
  return () => {
    if (!tried) {
      tried = true;
      const result = parseYamlDocument(text);
      parsed = 'code' in result ? undefined : result;
    }
    return parsed;
  };
}

function manifestsOf(
  value: unknown,
  document: number,
  problems: readonly ReadingProblem[],
  lines: Lines,
  source: () => ParsedDocument | undefined,
): ReadManifest[] {
  if (value === null || value === undefined) {
    return problems.length === 0 ? [] : [{ document, problems, locate: () => lines.positionOf(0) }];
  }
  const locate = (prefix: readonly (string | number)[]) => (path: string) =>
    lines.positionOf(source()?.offsetOf([...prefix, ...parseFieldPath(path)]) ?? 0);
  if (!isObject(value)) {
    const type = Array.isArray(value) ? 'a list' : `a ${typeof value}`;
    const problem: ReadingProblem = {
      ...lines.positionOf(source()?.offsetOf([]) ?? 0),
      rule: 'not-an-object',
      severity: 'error',
      message: `the document is ${type}, not an object`,
      hint: 'a manifest begins with apiVersion and kind; separate objects with ---',
    };
    return [{ document, problems: [...problems, problem], locate: locate([]) }];
  }
  const items = value.items;
  if (!Array.isArray(items) || typeof value.kind !== 'string' || !value.kind.endsWith('List')) {
    return [{ object: value, document, problems, locate: locate([]) }];
  }
  return items.map((item: unknown, at) => ({
    object: isObject(item) ? item : {},
    document,
    problems: at === 0 ? problems : [],
    locate: locate(['items', at]),
  }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(
  file: string,
  document: number,
  at: { readonly line: number; readonly column: number },
  rule: ReadingProblem['rule'],
  message: string,
  hint: string,
): ReadManifest {
  const position = { file, line: at.line, column: at.column };
  return { document, problems: [{ ...position, rule, severity: 'error', message, hint }], locate: () => position };
}

/** Says the offending text with the problem, unless it may be a secret: values are cut off after the key. */
function withText(message: string, line: string): string {
  const shown = line.trim();
  const key = /^(?:- )?[\w.\-/]+\s*:/.exec(shown)?.[0];
  const safe = key === undefined ? shown.slice(0, 40) : `${key}${shown.length > key.length ? ' …' : ''}`;
  return safe === '' ? message : `${message}, at ${JSON.stringify(safe)}`;
}

class Lines {
  private starts: readonly number[] | undefined;

  public constructor(
    private readonly document: DocumentText,
    private readonly file: string,
  ) {}

  public positionOf(offset: number): Position {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { file: this.file, line: this.document.firstLine + low + 1, column: offset - starts[low] + 1 };
  }

  public textAt(line: number): string {
    return this.document.text.split('\n', line - this.document.firstLine)[line - this.document.firstLine - 1] ?? '';
  }

  private lineStarts(): readonly number[] {
    this.starts ??= [0, ...[...this.document.text.matchAll(/\n/g)].map((newline) => newline.index + 1)];
    return this.starts;
  }
}
