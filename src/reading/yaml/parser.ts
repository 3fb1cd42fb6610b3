import { AliasNode, MappingNode, type Node, ScalarNode, SequenceNode } from '../nodes';
import { MAXIMUM_DEPTH, ReaderError, TOO_DEEP } from '../reader-error';
import { Scanner } from './scanner';
import type { Source } from './source';
import { TagHandles } from './tag-handles';
import type { Token, TokenType } from './token';

/** Tokens that stand where a value could, and mean that there is none. */
const NO_VALUE: Readonly<Record<'blockEntry' | 'indentless' | 'blockMapping' | 'document', ReadonlySet<TokenType>>> = {
  blockEntry: new Set<TokenType>(['block-entry', 'block-end']),
  indentless: new Set<TokenType>(['block-entry', 'key', 'value', 'block-end']),
  blockMapping: new Set<TokenType>(['key', 'value', 'block-end']),
  document: new Set<TokenType>(['version-directive', 'tag-directive', 'document-start', 'document-end', 'stream-end']),
};

type Context = 'block' | 'block-or-indentless' | 'flow';

/**
 * Reads the first YAML document of a text into nodes, by the grammar of libyaml. As kubectl's reader does, it stops behind the
 * document: text that follows it is not looked at.
 *
 * @returns undefined when there is no document.
 * @throws ReaderError with the first thing that the reader inside kubectl refuses.
 */
export function parseYaml(source: Source): Node | undefined {
  return new Parser(source).document();
}

class Parser {
  private readonly scanner: Scanner;
  private readonly anchors = new Map<string, Node>();
  private readonly tagHandles = new TagHandles();
  private depth = 0;

  public constructor(source: Source) {
    this.scanner = new Scanner(source);
  }

  public document(): Node | undefined {
    const { type } = this.scanner.peek();
    if (type === 'stream-end') {
      return undefined;
    }
    const explicit = type === 'version-directive' || type === 'tag-directive' || type === 'document-start';
    if (explicit) {
      this.directives();
    }
    const token = this.scanner.peek();
    const root = explicit && NO_VALUE.document.has(token.type) ? emptyScalar(token.start) : this.node('block');
    // A token that cannot be scanned is an error even behind the document.
    this.scanner.peek();
    return root;
  }

  private directives(): void {
    let token = this.scanner.peek();
    let versioned = false;
    for (; token.type === 'version-directive' || token.type === 'tag-directive'; token = this.next()) {
      if (token.type === 'tag-directive') {
        this.tagHandles.add(token);
        continue;
      }
      if (versioned) {
        throw new ReaderError('found duplicate %YAML directive', token.start);
      }
      if (token.value !== '1.1') {
        throw new ReaderError('found incompatible YAML document', token.start);
      }
      versioned = true;
    }
    if (token.type !== 'document-start') {
      throw new ReaderError('did not find expected <document start>', token.start);
    }
    this.scanner.skip();
  }

  private node(context: Context): Node {
    const first = this.scanner.peek();
    if (first.type === 'alias') {
      this.scanner.skip();
      return this.alias(first);
    }
    const { anchor, tag } = this.properties(first);
    const token = this.scanner.peek();
    switch (token.type) {
      case 'scalar':
        this.scanner.skip();
        return this.anchored(
          anchor,
          new ScalarNode(first.start, token.value, tag, tag === '!' || (tag === '' && token.plain)),
        );
      case 'flow-sequence-start':
        return this.nested(anchor, new SequenceNode(first.start), this.flowSequence);
      case 'flow-mapping-start':
        return this.nested(anchor, new MappingNode(first.start), this.flowMapping);
      case 'block-entry':
        if (context === 'block-or-indentless') {
          return this.nested(anchor, new SequenceNode(first.start), this.indentlessSequence);
        }
        break;
      case 'block-sequence-start':
        if (context !== 'flow') {
          return this.nested(anchor, new SequenceNode(first.start), this.blockSequence);
        }
        break;
      case 'block-mapping-start':
        if (context !== 'flow') {
          return this.nested(anchor, new MappingNode(first.start), this.blockMapping);
        }
        break;
    }
    if (first !== token) {
      return this.anchored(anchor, new ScalarNode(first.start, '', tag, tag === ''));
    }
    throw new ReaderError('did not find expected node content', token.start, first.start);
  }

  /** Anchor and tag, in either order. */
  private properties(first: Token): { readonly anchor: string; readonly tag: string } {
    let anchor = '';
    let tag: Token | undefined;
    let token = first;
    while ((token.type === 'anchor' && anchor === '') || (token.type === 'tag' && tag === undefined)) {
      if (token.type === 'anchor') {
        anchor = token.value;
      } else {
        tag = token;
      }
      token = this.next();
    }
    return { anchor, tag: tag === undefined ? '' : this.tagHandles.resolve(tag) };
  }

  private alias(token: Token): Node {
    const target = this.anchors.get(token.value);
    if (target === undefined) {
      throw new ReaderError(`unknown anchor '${token.value}' referenced`, token.start);
    }
    return new AliasNode(token.start, token.value, target);
  }

  private anchored<N extends Node>(anchor: string, node: N): N {
    if (anchor !== '') {
      this.anchors.set(anchor, node);
    }
    return node;
  }

  private nested<N extends Node>(anchor: string, node: N, fill: (this: Parser, node: N) => void): N {
    // The anchor is known inside of what it names.
    this.anchored(anchor, node);
    if (++this.depth > MAXIMUM_DEPTH) {
      throw new ReaderError(TOO_DEEP, node.start);
    }
    fill.call(this, node);
    this.depth--;
    return node;
  }

  private blockSequence(node: SequenceNode): void {
    const start = this.scanner.peek().start;
    let token = this.next();
    for (; token.type === 'block-entry'; token = this.scanner.peek()) {
      node.items.push(this.valueBehind(token, NO_VALUE.blockEntry, 'block'));
    }
    if (token.type !== 'block-end') {
      throw new ReaderError("did not find expected '-' indicator", token.start, start);
    }
    this.scanner.skip();
  }

  /** A list under a key of a block map, whose dashes stand in the column of the key. */
  private indentlessSequence(node: SequenceNode): void {
    for (let token = this.scanner.peek(); token.type === 'block-entry'; token = this.scanner.peek()) {
      node.items.push(this.valueBehind(token, NO_VALUE.indentless, 'block'));
    }
  }

  private blockMapping(node: MappingNode): void {
    const start = this.scanner.peek().start;
    let token = this.next();
    for (; token.type === 'key'; token = this.scanner.peek()) {
      node.keys.push(this.valueBehind(token, NO_VALUE.blockMapping, 'block-or-indentless'));
      const colon = this.scanner.peek();
      node.values.push(
        colon.type === 'value'
          ? this.valueBehind(colon, NO_VALUE.blockMapping, 'block-or-indentless')
          : emptyScalar(colon.start),
      );
    }
    if (token.type !== 'block-end') {
      throw new ReaderError('did not find expected key', token.start, start);
    }
    this.scanner.skip();
  }

  private flowSequence(node: SequenceNode): void {
    const start = this.scanner.peek().start;
    let token = this.next();
    for (let first = true; token.type !== 'flow-sequence-end'; first = false, token = this.scanner.peek()) {
      if (!first) {
        token = this.flowEntry(token, start, ']');
        if (token.type === 'flow-sequence-end') {
          break;
        }
      }
      node.items.push(token.type === 'key' ? this.singlePair(token) : this.node('flow'));
    }
    this.scanner.skip();
  }

  /** A map of one pair without braces, as an item of a list in brackets. */
  private singlePair(key: Token): MappingNode {
    const node = new MappingNode(key.start);
    const token = this.next();
    if (token.type === 'value' || token.type === 'flow-entry' || token.type === 'flow-sequence-end') {
      // libyaml takes this token for the missing key.
      this.scanner.skip();
      node.keys.push(emptyScalar(token.end));
    } else {
      node.keys.push(this.node('flow'));
    }
    node.values.push(this.flowValue('flow-sequence-end'));
    return node;
  }

  private flowMapping(node: MappingNode): void {
    const start = this.scanner.peek().start;
    let token = this.next();
    for (let first = true; token.type !== 'flow-mapping-end'; first = false, token = this.scanner.peek()) {
      if (!first) {
        token = this.flowEntry(token, start, '}');
        if (token.type === 'flow-mapping-end') {
          break;
        }
      }
      if (token.type === 'key') {
        token = this.next();
        const empty = token.type === 'value' || token.type === 'flow-entry' || token.type === 'flow-mapping-end';
        node.keys.push(empty ? emptyScalar(token.start) : this.node('flow'));
        node.values.push(this.flowValue('flow-mapping-end'));
      } else {
        node.keys.push(this.node('flow'));
        node.values.push(emptyScalar(this.scanner.peek().start));
      }
    }
    this.scanner.skip();
  }

  private flowEntry(token: Token, start: number, closing: string): Token {
    if (token.type !== 'flow-entry') {
      throw new ReaderError(`did not find expected ',' or '${closing}'`, token.start, start);
    }
    return this.next();
  }

  private flowValue(end: TokenType): Node {
    let token = this.scanner.peek();
    if (token.type === 'value') {
      token = this.next();
      if (token.type !== 'flow-entry' && token.type !== end) {
        return this.node('flow');
      }
    }
    return emptyScalar(token.start);
  }

  /** The value behind an indicator such as `-` or `:`. */
  private valueBehind(indicator: Token, none: ReadonlySet<TokenType>, context: Context): Node {
    return none.has(this.next().type) ? emptyScalar(indicator.end) : this.node(context);
  }

  /** Takes the current token and returns the one behind it. */
  private next(): Token {
    this.scanner.skip();
    return this.scanner.peek();
  }
}

function emptyScalar(start: number): ScalarNode {
  return new ScalarNode(start, '', '', true);
}
