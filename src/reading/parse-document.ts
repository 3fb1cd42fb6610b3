import { type BooleanKey, type Decoded, type DuplicateKey, decode } from './decode';
import { controlCharacter } from './encoding';
import { findNode } from './find-node';
import type { Node } from './nodes';
import { byteOrderMarkAtChunk, chunkStart, LOOK_AHEAD } from './read-chunks';
import { ReaderError } from './reader-error';
import { parseYaml } from './yaml/parser';
import { Source } from './yaml/source';

/** A document as kubectl would send it, and where each part of it stands. */
export interface ParsedDocument {
  readonly value: unknown;
  /** Offset in the text of the value at that path of keys and indexes, or of its nearest parent that is written there. */
  offsetOf(path: readonly (string | number)[]): number;
  readonly duplicateKeys: readonly DuplicateKey[];
  /** Offsets of whole numbers of which the last digits are lost. */
  readonly roundedNumbers: readonly number[];
  /** Words such as `n` that are booleans as keys. */
  readonly booleanKeys: readonly BooleanKey[];
}

const EMPTY_DOCUMENT: ParsedDocument = {
  value: null,
  offsetOf: () => 0,
  duplicateKeys: [],
  roundedNumbers: [],
  booleanKeys: [],
};

/**
 * Reads one YAML document with kubectl's rules.
 *
 * @returns the document, or the first thing that kubectl refuses.
 */
export function parseYamlDocument(text: string): ParsedDocument | ReaderError {
  return refusalOf(() => {
    const root = parseAllowedText(text);
    return root === undefined ? EMPTY_DOCUMENT : parsedDocument(root, () => parseAllowedText(text)!, text);
  });
}

/**
 * The document that was read into that node. Nodes take ten times the memory of the text and few documents have findings, so they
 * are not kept: `readAgain` makes them for the first position that is asked for.
 */
export function parsedDocument(root: Node, readAgain: () => Node, text: string): ParsedDocument {
  const decoded: Decoded = decode(root);
  let nodes: Node | undefined;
  const offsetOf = (path: readonly (string | number)[]) => {
    nodes ??= readAgain();
    return Math.min(findNode(nodes, path), text.length);
  };
  return { ...decoded, offsetOf };
}

/** @returns what `read` returns, or the refusal that it throws. */
export function refusalOf<T>(read: () => T): T | ReaderError {
  try {
    return read();
  } catch (error) {
    if (error instanceof ReaderError) {
      return error;
    }
    throw error;
  }
}

function parseAllowedText(text: string): Node | undefined {
  const bom = text.startsWith('\ufeff') ? 1 : 0;
  const source = new Source(text, bom);
  const control = controlCharacter(text);
  const mark = byteOrderMarkAtChunk(text.slice(bom));
  if (mark !== undefined) {
    throw new ReaderError('found a byte order mark inside the text', mark + bom);
  }
  const root = refusalOf(() => parseYaml(source));
  if (control !== undefined && source.position + LOOK_AHEAD > chunkStart(text, control)) {
    const surrogate = /\p{Cs}/u.test(text.slice(control, control + 1));
    throw new ReaderError(surrogate ? 'invalid UTF-8' : 'control characters are not allowed', control);
  }
  if (root instanceof ReaderError) {
    throw withOpenQuote(root, source);
  }
  return root;
}

/** Notes the quoted scalar right before an error: its closing quote may be the opening one of another. */
function withOpenQuote(error: ReaderError, { longQuote, text }: Source): ReaderError {
  return longQuote === undefined ||
    error.offset < longQuote.end ||
    text.slice(longQuote.end, error.offset).includes('\n')
    ? error
    : new ReaderError(error.message, error.offset, error.start, longQuote.start);
}
