import { isJsonSpace, type JsonValue, readJson } from './json-reader';
import { ReaderError } from './reader-error';

/** One document of a stream, cut out before it is read, so that a broken one does not hide the others. */
export type StreamDocument = YamlText | JsonText;

interface Part {
  /** Text that offsets count in. */
  readonly text: string;
  /** Zero-based line of the stream on which `text` begins. */
  readonly firstLine: number;
  /** Zero-based column of that line. */
  readonly firstColumn: number;
}

export interface YamlText extends Part {
  readonly type: 'yaml';
  /** The line before the text, when it begins with `---` and goes on with something that kubectl does not allow there. */
  readonly badSeparator?: { readonly text: string; readonly line: number };
  /** Why the same text is not JSON, when it looks as if it were; kubectl reports this instead of what is not YAML. */
  readonly jsonError?: Part & { readonly error: ReaderError };
}

export interface JsonText extends Part {
  readonly type: 'json';
  /** The value, or why there is none. */
  readonly value: JsonValue | ReaderError;
}

/** Bytes that kubectl looks at to tell JSON from YAML. */
const PEEKED_BYTES = 4096;

/**
 * Cuts a stream where kubectl does. A stream that begins with `{` is read as JSON objects, one behind the other, and goes on
 * as YAML when the first or second of them is not JSON. YAML is cut at every line that begins with `---`.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/util/yaml#YAMLOrJSONDecoder
 */
export function splitStream(stream: string): StreamDocument[] {
  const blank = leadingSpace(stream);
  const json = stream[blank] === '{' && Buffer.byteLength(stream.slice(0, blank)) < PEEKED_BYTES;
  return json ? splitJson(stream) : splitYaml(stream, { firstLine: 0, firstColumn: 0 });
}

function splitJson(stream: string): StreamDocument[] {
  const documents: StreamDocument[] = [];
  const part: Part = { text: stream, firstLine: 0, firstColumn: 0 };
  const json = (value: JsonText['value']): JsonText => ({ type: 'json', ...part, value });
  let consumed = 0;
  for (;;) {
    let start = consumed;
    while (start < stream.length && isJsonSpace(stream[start])) {
      start++;
    }
    if (start === stream.length) {
      return documents;
    }
    try {
      const value = readJson(stream, start);
      documents.push(json(value));
      consumed = value.end;
    } catch (error) {
      if (!(error instanceof ReaderError)) {
        throw error;
      }
      const rest = documents.length > 1 ? undefined : yamlBehindJson(stream, consumed);
      if (rest === undefined) {
        return [...documents, json(error)];
      }
      const [first, ...others] = splitYaml(stream.slice(rest), partAt(stream, rest));
      return first?.type === 'yaml'
        ? [...documents, { ...first, jsonError: { ...part, error } }, ...others]
        : documents;
    }
  }
}

/**
 * Where YAML goes on behind JSON: white space up to the first line break is skipped.
 *
 * @returns undefined when fewer than four bytes are left to look at, which kubectl takes for the end.
 */
function yamlBehindJson(stream: string, from: number): number | undefined {
  for (let at = from; Buffer.byteLength(stream.slice(at, at + 4)) >= 4; at++) {
    if (stream[at] === '\n') {
      return at + 1;
    }
    if (stream[at] === '\ufffd') {
      return undefined;
    }
    if (!SPACE.test(stream[at])) {
      return at;
    }
  }
  return undefined;
}

function partAt(stream: string, offset: number): Omit<Part, 'text'> {
  const before = stream.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { firstLine: before.split('\n').length - 1, firstColumn: offset - lineStart };
}

/** Cuts YAML at every line that begins with `---`. */
function splitYaml(stream: string, part: Omit<Part, 'text'>): YamlText[] {
  const text = normalizeLineEnds(stream);
  const documents: YamlText[] = [];
  let { firstLine, firstColumn } = part;
  let line = firstLine;
  let start = 0;
  let badSeparator: YamlText['badSeparator'];
  const end = (to: number) => {
    const document: YamlText = { type: 'yaml', text: text.slice(start, to), firstLine, firstColumn };
    documents.push(badSeparator === undefined ? document : { ...document, badSeparator });
  };
  for (let at = 0; at < text.length; line++) {
    const next = text.indexOf('\n', at) + 1;
    // A marker with nothing before it belongs to the document that it begins.
    if (text.startsWith('---', at)) {
      if (at > start || badSeparator !== undefined) {
        end(at);
        start = next;
        firstLine = line + 1;
        firstColumn = 0;
      }
      const rest = trimSpace(text.slice(at + 3, next));
      badSeparator = rest === '' || rest.startsWith('#') ? undefined : { text: rest, line };
    }
    at = next;
  }
  if (text.length > start || badSeparator !== undefined) {
    end(text.length);
  }
  return documents;
}

/** kubectl drops a carriage return at the end of a line, and ends the last line. */
function normalizeLineEnds(stream: string): string {
  const text = stream.includes('\r') ? stream.replaceAll('\r\n', '\n') : stream;
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

// What Go takes for white space.
const SPACE = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const LEADING_SPACE = new RegExp(`^${SPACE.source}*`);
const TRAILING_SPACE = new RegExp(`${SPACE.source}*$`);

function leadingSpace(text: string): number {
  return LEADING_SPACE.exec(text)?.[0].length ?? 0;
}

function trimSpace(text: string): string {
  return text.replace(LEADING_SPACE, '').replace(TRAILING_SPACE, '');
}
