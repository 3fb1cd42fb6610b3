import { canonicalJsonObject } from './canonical-json';
import { duplicateKeyHints } from './duplicate-key-hints';
import { decodeText } from './encoding';
import { type JsonValue, readJson } from './json-reader';
import { type ParsedDocument, parsedDocument, parseYamlDocument, refusalOf } from './parse-document';
import { Lines, type Position } from './position';
import { printable } from './printable';
import { ReaderError } from './reader-error';
import { type JsonText, type StreamDocument, splitStream, type YamlText } from './stream';
import { explainSyntax, mayHoldSecret } from './syntax-issue';

/** Something in the text of a file that a reader must know, whatever the object says. */
export interface ReadingIssue extends Position {
  readonly rule:
    | 'yaml-syntax'
    | 'duplicate-key'
    | 'boolean-key'
    | 'rounded-number'
    | 'document-separator'
    | 'document-size'
    | 'encoding'
    | 'not-an-object';
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint: string;
}

/** One document of a file, or the reason why there is none. */
export interface ReadDocument {
  /** As kubectl would send it; undefined when the document could not be read. */
  readonly value?: unknown;
  readonly issues: readonly ReadingIssue[];
  /** Zero-based position among the documents of the file that have content. */
  readonly document: number;
  /** Where the value at a path of keys and indexes stands; its nearest parent, when it is not written. */
  locate(path: readonly (string | number)[]): Position;
}

/** Larger documents are not read. The server takes requests of 3 MiB, but lists are taken apart, and comments are not sent. */
export const MAXIMUM_DOCUMENT_BYTES = 48 * 1024 * 1024;

/**
 * Reads a file as kubectl does: YAML 1.1 or JSON, one or many documents, UTF-8 or UTF-16 with a byte order mark. A document
 * that cannot be read becomes a problem with its position, and the others are still read.
 *
 * @param file name for positions; nothing is read from disk.
 */
export function readDocuments(content: string | Uint8Array, file: string): ReadDocument[] {
  const { text, replacedAt } = decodeText(content);
  const object = replacedAt === undefined ? canonicalJsonObject(text) : undefined;
  if (object !== undefined) {
    let read: ReadDocument | undefined;
    const locate: ReadDocument['locate'] = (path) => {
      read ??= readText(text, file)[0]!;
      return read.locate(path);
    };
    return [{ value: object, issues: [], document: 0, locate }];
  }
  const documents = readText(text, file);
  if (replacedAt === undefined) {
    return documents;
  }
  const at = new Lines({ text, firstLine: 0, firstColumn: 0 }, file).positionOf(replacedAt);
  const [first = { issues: [], document: 0, locate: () => at }, ...others] = documents;
  return [{ ...first, issues: [notText(at), ...first.issues] }, ...others];
}

function readText(text: string, file: string): ReadDocument[] {
  const source = { file, secret: mayHoldSecret(text) };
  const documents: ReadDocument[] = [];
  for (const part of splitStream(text)) {
    const read = readPart(part, source);
    if (read.issues.length > 0 || (read.value !== null && read.value !== undefined)) {
      documents.push({ ...read, document: documents.length });
    }
  }
  return documents;
}

function notText(at: Position): ReadingIssue {
  return {
    ...at,
    rule: 'encoding',
    severity: 'warning',
    message: 'the file is not UTF-8 text; kubectl reads U+FFFD for what it cannot decode',
    hint: 'save it as UTF-8; bytes that are no text belong base64 encoded into binaryData or a Secret',
  };
}

type Unnumbered = Omit<ReadDocument, 'document'>;

interface SourceFile {
  readonly file: string;
  /** Whether nothing of the text may be shown. */
  readonly secret: boolean;
}

function readPart(part: StreamDocument, source: SourceFile): Unnumbered {
  const lines = new Lines(part, source.file);
  return part.type === 'json' ? readJsonPart(part, lines, source) : readYamlPart(part, lines, source);
}

function readJsonPart(part: JsonText, lines: Lines, source: SourceFile): Unnumbered {
  const { value, text } = part;
  const parsed = value instanceof ReaderError ? value : refusalOf(() => jsonDocument(value, text));
  return parsed instanceof ReaderError ? syntaxError(text, parsed, lines, source) : readValue(parsed, lines);
}

function jsonDocument({ node, start }: JsonValue, text: string): ParsedDocument {
  return parsedDocument(node, () => readJson(text, start).node, text);
}

function readYamlPart(part: YamlText, lines: Lines, source: SourceFile): Unnumbered {
  const { file, secret } = source;
  if (part.badSeparator !== undefined) {
    const { text, line } = part.badSeparator;
    const message = `invalid Yaml document separator${secret ? '' : `: ${printable(text.slice(0, 40))}`}`;
    return refused(
      { file, line: line + 1, column: 1 },
      'document-separator',
      message,
      'leave nothing but a comment after ---',
    );
  }
  if (Buffer.byteLength(part.text) > MAXIMUM_DOCUMENT_BYTES) {
    const message = `the document is not checked, because it is larger than ${MAXIMUM_DOCUMENT_BYTES} bytes`;
    return refused(lines.positionOf(0), 'document-size', message, 'kube-apiserver takes requests of 3 MiB: split it');
  }
  const parsed = parseYamlDocument(part.text);
  if (!(parsed instanceof ReaderError)) {
    return readValue(parsed, lines);
  }
  return part.jsonError !== undefined && /^\s*\{\s*["}]/.test(part.text)
    ? syntaxError(part.jsonError.text, part.jsonError.error, new Lines(part.jsonError, file), source)
    : syntaxError(part.text, parsed, lines, source);
}

function readValue(parsed: ParsedDocument, lines: Lines): Unnumbered {
  const positions = parsed.duplicateKeys.map(({ start }) => lines.positionOf(start));
  const hints = duplicateKeyHints(parsed.duplicateKeys, positions, (offset) => lines.positionOf(offset));
  const issues = parsed.duplicateKeys.map(
    ({ key }, index): ReadingIssue => ({
      ...positions[index]!,
      rule: 'duplicate-key',
      severity: 'warning',
      message: `the key ${printable(JSON.stringify(key))} is written twice in one map; kubectl keeps the last`,
      hint: hints[index]!,
    }),
  );
  const rounded = parsed.roundedNumbers.map(
    (start): ReadingIssue => ({
      ...lines.positionOf(start),
      rule: 'rounded-number',
      severity: 'warning',
      message: 'a whole number beyond 9007199254740991 is checked without its last digits',
      hint: 'the server sees all digits: make sure that they are meant, or put the value in quotes where a string is allowed',
    }),
  );
  const booleans = parsed.booleanKeys.map(
    ({ written, key, start }): ReadingIssue => ({
      ...lines.positionOf(start),
      rule: 'boolean-key',
      severity: 'warning',
      message: `the key ${written} is the boolean ${key} in the YAML that kubectl reads, so the key is "${key}"`,
      hint: `put it in quotes: "${written}"`,
    }),
  );
  return {
    value: parsed.value,
    issues: [...issues, ...rounded, ...booleans],
    locate: (path) => lines.positionOf(parsed.offsetOf(path)),
  };
}

function syntaxError(text: string, error: ReaderError, lines: Lines, { secret }: SourceFile): Unnumbered {
  const { message, hint, offset } = explainSyntax(text, error, secret);
  return refused(lines.positionOf(offset), 'yaml-syntax', message, hint);
}

function refused(at: Position, rule: ReadingIssue['rule'], message: string, hint: string): Unnumbered {
  return { issues: [{ ...at, rule, severity: 'error', message, hint }], locate: () => at };
}
