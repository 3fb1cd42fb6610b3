import {
  AMPERSAND,
  ASTERISK,
  AT,
  BACKTICK,
  BAR,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  END,
  EXCLAMATION,
  GREATER_THAN,
  isBlank,
  isBlankOrEnd,
  isBreak,
  MINUS,
  OPEN_BRACE,
  OPEN_BRACKET,
  PERCENT,
  QUESTION,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from './characters';
import { Indentation } from './indentation';
import { scanBlock } from './scan-block';
import { scanPlain } from './scan-plain';
import { scanQuoted } from './scan-quoted';
import { scanAnchor, scanDirective, scanTag } from './scan-tag';
import { SimpleKeys } from './simple-keys';
import type { Source } from './source';
import { Token, type TokenType } from './token';

/** Cuts a text into tokens, no further than the parser asks: what stands behind a document is not looked at. */
export class Scanner {
  private readonly queue: Token[] = [];
  private head = 0;
  /** Number of tokens that the parser has taken. */
  private taken = 0;
  private readonly indentation: Indentation;
  private readonly keys: SimpleKeys;

  public constructor(private readonly source: Source) {
    this.indentation = new Indentation(source);
    this.keys = new SimpleKeys(source);
  }

  public peek(): Token {
    // The token at the head may turn out to be a key, which puts other tokens before it.
    while (this.head === this.queue.length || this.keys.mayBegin(this.taken)) {
      this.fetch();
    }
    return this.queue[this.head];
  }

  /** Takes the token that `peek` returned. */
  public skip(): void {
    this.taken++;
    if (++this.head === this.queue.length) {
      this.queue.length = 0;
      this.head = 0;
    }
  }

  private fetch(): void {
    this.skipToToken();
    this.unroll(this.source.column);
    this.queue.push(this.next());
  }

  private next(): Token {
    const { source } = this;
    const code = source.code();
    if (code === END) {
      // The end is a line of its own: no key can be left open before it.
      source.lineStart = source.position;
      this.endBlocks();
      return this.indicator('stream-end', 0);
    }
    if (source.column === 0 && code === PERCENT) {
      this.endBlocks();
      return scanDirective(source);
    }
    if (source.atDocumentMarker()) {
      this.endBlocks();
      return this.indicator(code === MINUS ? 'document-start' : 'document-end', 3);
    }
    return this.content(code);
  }

  private content(code: number): Token {
    const { source, keys } = this;
    const inFlow = keys.flowLevel > 0;
    const indicates = isBlankOrEnd(source.code(1));
    switch (code) {
      case OPEN_BRACKET:
        return this.flowStart('flow-sequence-start');
      case OPEN_BRACE:
        return this.flowStart('flow-mapping-start');
      case CLOSE_BRACKET:
        return this.flowEnd('flow-sequence-end');
      case CLOSE_BRACE:
        return this.flowEnd('flow-mapping-end');
      case COMMA:
        keys.remove();
        keys.allowed = true;
        return this.indicator('flow-entry');
      case MINUS:
        return indicates ? this.blockEntry() : this.plain();
      case QUESTION:
        return inFlow || indicates ? this.key() : this.plain();
      case COLON:
        return inFlow || indicates ? this.value() : this.plain();
      case ASTERISK:
        this.mayBeKey();
        return scanAnchor(source, 'alias');
      case AMPERSAND:
        this.mayBeKey();
        return scanAnchor(source, 'anchor');
      case EXCLAMATION:
        this.mayBeKey();
        return scanTag(source);
      case SINGLE_QUOTE:
      case DOUBLE_QUOTE:
        this.mayBeKey();
        return scanQuoted(source);
      case BAR:
      case GREATER_THAN:
        return inFlow ? this.fail() : this.block();
      case PERCENT:
      case AT:
      case BACKTICK:
        return this.fail();
      default:
        return isBlank(code) ? this.fail() : this.plain();
    }
  }

  private fail(): never {
    throw this.source.error('found character that cannot start any token');
  }

  /** Directives, document markers and the end of the text close everything that is open. */
  private endBlocks(): void {
    this.unroll(-1);
    this.keys.remove();
    this.keys.allowed = false;
  }

  private flowStart(type: TokenType): Token {
    this.keys.save(this.nextNumber, this.requiresKey);
    this.keys.enterFlow(this.nextNumber);
    this.keys.allowed = true;
    return this.indicator(type);
  }

  private flowEnd(type: TokenType): Token {
    this.keys.remove();
    this.keys.leaveFlow();
    this.keys.allowed = false;
    return this.indicator(type);
  }

  private blockEntry(): Token {
    if (this.keys.flowLevel === 0) {
      if (!this.keys.allowed) {
        throw this.source.error('block sequence entries are not allowed in this context');
      }
      this.beginCollection('block-sequence-start');
    }
    this.keys.remove();
    this.keys.allowed = true;
    return this.indicator('block-entry');
  }

  private key(): Token {
    if (this.keys.flowLevel === 0) {
      if (!this.keys.allowed) {
        throw this.source.error('mapping keys are not allowed in this context');
      }
      this.beginCollection('block-mapping-start');
    }
    this.keys.remove();
    this.keys.allowed = this.keys.flowLevel === 0;
    return this.indicator('key');
  }

  private value(): Token {
    const key = this.keys.take();
    if (key !== undefined) {
      const at = key.token - this.taken;
      this.insert(at, new Token('key', key.start, key.start));
      if (this.keys.flowLevel === 0 && this.indentation.roll(key.column)) {
        this.insert(at, new Token('block-mapping-start', key.start, key.start));
      }
      this.keys.allowed = false;
    } else {
      if (this.keys.flowLevel === 0) {
        if (!this.keys.allowed) {
          throw this.source.error('mapping values are not allowed in this context');
        }
        this.beginCollection('block-mapping-start');
      }
      this.keys.allowed = this.keys.flowLevel === 0;
    }
    return this.indicator('value');
  }

  private mayBeKey(): void {
    this.keys.save(this.nextNumber, this.requiresKey);
    this.keys.allowed = false;
  }

  private plain(): Token {
    this.mayBeKey();
    const { token, lineEnded } = scanPlain(this.source, this.indentation.current + 1, this.keys.flowLevel > 0);
    if (lineEnded) {
      this.keys.allowed = true;
    }
    return token;
  }

  private block(): Token {
    this.keys.remove();
    this.keys.allowed = true;
    return scanBlock(this.source, this.indentation.current);
  }

  private beginCollection(type: TokenType): void {
    const { position, column } = this.source;
    if (this.indentation.roll(column)) {
      this.queue.push(new Token(type, position, position));
    }
  }

  private indicator(type: TokenType, length = 1): Token {
    const start = this.source.position;
    this.source.position += length;
    return new Token(type, start, start + length);
  }

  /** Closes the block collections that end before that column; between brackets, columns mean nothing. */
  private unroll(column: number): void {
    if (this.keys.flowLevel === 0) {
      this.queue.push(...this.indentation.unroll(column));
    }
  }

  /** Puts a token before the one at that place of the queue; behind all, when the parser has taken that one already. */
  private insert(at: number, token: Token): void {
    if (at < 0) {
      this.queue.push(token);
    } else {
      this.queue.splice(this.head + at, 0, token);
    }
  }

  private get nextNumber(): number {
    return this.taken + this.queue.length - this.head;
  }

  /** In the column of a map's keys, nothing but a key may stand. */
  private get requiresKey(): boolean {
    return this.keys.flowLevel === 0 && this.indentation.current === this.source.column;
  }

  private skipToToken(): void {
    const { source, keys } = this;
    for (;;) {
      // A tab may stand between tokens, and not where it could be taken for indentation.
      const tabs = keys.flowLevel > 0 || !keys.allowed;
      let code = source.code();
      while (code === SPACE || (tabs && code === TAB)) {
        source.position++;
        code = source.code();
      }
      source.skipComment();
      if (!isBreak(source.code())) {
        return;
      }
      source.skipBreak();
      if (keys.flowLevel === 0) {
        keys.allowed = true;
      }
    }
  }
}
