/** One document of a stream, cut out before it is parsed, so that a broken one does not hide the others. */
export interface DocumentText {
  readonly text: string;
  /** Zero-based line of the stream on which `text` begins. */
  readonly firstLine: number;
  /** Text after a `---` that kubectl does not allow there, if any. */
  readonly badSeparator?: string;
}

/**
 * Cuts a stream where kubectl does: at every line that begins with `---`. Documents that hold nothing but comments and
 * white space are left out.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/util/yaml#YAMLReader
 */
export function splitDocuments(stream: string): DocumentText[] {
  const documents: DocumentText[] = [];
  let firstLine = 0;
  let line = 0;
  let start = 0;
  let badSeparator: string | undefined;
  const end = (to: number) => {
    const text = stream.slice(start, to);
    if (badSeparator !== undefined || !isBlank(text)) {
      documents.push(badSeparator === undefined ? { text, firstLine } : { text, firstLine, badSeparator });
    }
  };
  for (let at = 0; at < stream.length; line++) {
    const newline = stream.indexOf('\n', at);
    const next = newline < 0 ? stream.length : newline + 1;
    if (stream.startsWith('---', at)) {
      end(at);
      const rest = stream.slice(at + 3, next).trim();
      badSeparator = rest === '' || rest.startsWith('#') ? undefined : rest;
      start = next;
      firstLine = line + 1;
    }
    at = next;
  }
  end(stream.length);
  return documents;
}

function isBlank(text: string): boolean {
  return !/^[^\S\n]*[^\s#]/m.test(text);
}
