import { MappingNode, type Node, ScalarNode, SequenceNode } from './nodes';
import { MAXIMUM_DEPTH, ReaderError, TOO_DEEP } from './reader-error';
import { JSON_NUMBER } from './resolve-scalar';

/** A value of a JSON stream. */
export interface JsonValue {
  readonly node: Node;
  /** Offset at which reading began. */
  readonly start: number;
  /** Offset behind it. */
  readonly end: number;
}

/**
 * Reads the JSON value that begins at that offset, as Go's `encoding/json` does.
 *
 * @throws ReaderError with the words of `encoding/json`.
 */
export function readJson(text: string, start: number): JsonValue {
  const reader = new JsonReader(text, start);
  return { node: reader.value(0), start, end: reader.position };
}

export function isJsonSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class JsonReader {
  public constructor(
    private readonly text: string,
    public position: number,
  ) {}

  public value(depth: number): Node {
    this.skipSpace();
    const { position, text } = this;
    switch (text[position]) {
      case '{':
        return this.object(depth + 1);
      case '[':
        return this.array(depth + 1);
      case '"':
        return new ScalarNode(position, this.string());
      case 't':
        return this.word('true', 'bool');
      case 'f':
        return this.word('false', 'bool');
      case 'n':
        return this.word('null', 'null');
      default:
        return this.number();
    }
  }

  /** @param context words of `encoding/json` for what was expected. */
  public unexpected(context: string): ReaderError {
    const character = this.text[this.position];
    if (character === undefined) {
      return new ReaderError('unexpected EOF', this.text.length);
    }
    return new ReaderError(`invalid character ${quote(character)} ${context}`, this.position);
  }

  private object(depth: number): MappingNode {
    const node = new MappingNode(this.open(depth));
    for (let first = true; ; first = false) {
      this.skipSpace();
      if (first && this.skipIf('}')) {
        return node;
      }
      if (this.text[this.position] !== '"') {
        throw this.unexpected('looking for beginning of object key string');
      }
      node.keys.push(new ScalarNode(this.position, this.string()));
      this.skipSpace();
      if (!this.skipIf(':')) {
        throw this.unexpected('after object key');
      }
      node.values.push(this.value(depth));
      this.skipSpace();
      if (this.skipIf('}')) {
        return node;
      }
      if (!this.skipIf(',')) {
        throw this.unexpected('after object key:value pair');
      }
    }
  }

  private array(depth: number): SequenceNode {
    const node = new SequenceNode(this.open(depth));
    for (let first = true; ; first = false) {
      this.skipSpace();
      if (first && this.skipIf(']')) {
        return node;
      }
      node.items.push(this.value(depth));
      this.skipSpace();
      if (this.skipIf(']')) {
        return node;
      }
      if (!this.skipIf(',')) {
        throw this.unexpected('after array element');
      }
    }
  }

  private open(depth: number): number {
    if (depth > MAXIMUM_DEPTH) {
      throw new ReaderError(TOO_DEEP, this.position);
    }
    return this.position++;
  }

  private string(): string {
    const { text } = this;
    let value = '';
    let from = ++this.position;
    for (;;) {
      const code = text.charCodeAt(this.position);
      if (code === 0x22) {
        value += text.slice(from, this.position++);
        // A lone surrogate is not a character.
        return value.replace(/\p{Cs}/gu, '\ufffd');
      }
      if (code === 0x5c) {
        value += text.slice(from, this.position) + this.escape();
        from = this.position;
      } else if (code >= 0x20) {
        this.position++;
      } else {
        throw this.unexpected('in string literal');
      }
    }
  }

  private escape(): string {
    this.position++;
    const letter = this.text[this.position];
    if (letter !== 'u') {
      const simple = ESCAPES[letter];
      if (simple === undefined) {
        throw this.unexpected('in string escape code');
      }
      this.position++;
      return simple;
    }
    this.position++;
    const from = this.position;
    while (this.position < from + 4) {
      if (!/[0-9a-fA-F]/.test(this.text[this.position] ?? '')) {
        throw this.unexpected('in \\u hexadecimal character escape');
      }
      this.position++;
    }
    return String.fromCharCode(Number.parseInt(this.text.slice(from, this.position), 16));
  }

  private word(word: string, type: string): ScalarNode {
    const start = this.position;
    for (const character of word) {
      if (this.text[this.position] !== character) {
        throw this.unexpected(`in literal ${word} (expecting ${quote(character)})`);
      }
      this.position++;
    }
    return new ScalarNode(start, word, `tag:yaml.org,2002:${type}`);
  }

  private number(): ScalarNode {
    NUMBER.lastIndex = this.position;
    const match = NUMBER.exec(this.text);
    if (match === null) {
      throw this.unexpected('looking for beginning of value');
    }
    const start = this.position;
    this.position += match[0].length;
    return new ScalarNode(start, match[0], JSON_NUMBER);
  }

  private skipSpace(): void {
    while (this.position < this.text.length && isJsonSpace(this.text[this.position])) {
      this.position++;
    }
  }

  private skipIf(character: string): boolean {
    if (this.text[this.position] !== character) {
      return false;
    }
    this.position++;
    return true;
  }
}

function quote(character: string): string {
  return character === "'" ? `'\\''` : character === '"' ? `'"'` : `'${JSON.stringify(character).slice(1, -1)}'`;
}
