/** The text of a file, and whether bytes of it were no text. */
export interface DecodedText {
  readonly text: string;
  /** Offset of the first bytes that were replaced by U+FFFD, which kubectl does without a word. */
  readonly replacedAt?: number;
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Decodes a file as kubectl does: UTF-16 when it begins with a byte order mark of UTF-16, else UTF-8. Bytes that are not
 * UTF-8 become U+FFFD.
 *
 * @see https://pkg.go.dev/golang.org/x/text/encoding/unicode#BOMOverride
 */
export function decodeText(content: string | Uint8Array): DecodedText {
  if (typeof content === 'string') {
    return { text: content.startsWith('\ufeff') ? content.slice(1) : content };
  }
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) {
    return replaced(content, 'utf-16le');
  }
  if (first === 0xfe && second === 0xff) {
    return replaced(content, 'utf-16be');
  }
  try {
    // The decoder takes a byte order mark off.
    return { text: UTF_8.decode(content) };
  } catch {
    const decoded = replaced(content, 'utf-8');
    // Behind a byte order mark kubectl replaces nothing, and its YAML reader refuses what is left: as half a surrogate pair is.
    const marked = first === 0xef && second === 0xbb && content[2] === 0xbf;
    return marked ? { text: decoded.text.replaceAll('\ufffd', '\ud800') } : decoded;
  }
}

function replaced(content: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding).decode(content);
  const at = text.indexOf('\ufffd');
  return at < 0 ? { text } : { text, replacedAt: at };
}

const CONTROL = /[^\P{Cc}\t\n\r\u0085]|[\p{Cs}\ufffe\uffff]/u;

/** Offset of the first character that YAML does not allow anywhere, not even in a comment. */
export function controlCharacter(text: string): number | undefined {
  const at = text.search(CONTROL);
  return at < 0 ? undefined : at;
}
