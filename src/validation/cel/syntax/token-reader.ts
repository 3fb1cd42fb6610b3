import { SyntaxIssue } from './issue';
import type { Token } from './lexer';

const DEEPEST = 250;

/** Goes through the tokens of an expression. */
export class TokenReader {
  private at = 0;
  private readonly depths = new Map<string, number>();

  public constructor(private readonly tokens: readonly Token[]) {}

  protected get next(): Token {
    return this.tokens[this.at]!;
  }

  protected is(text: string): boolean {
    return this.next.text === text && (this.next.kind === 'symbol' || this.next.kind === 'keyword');
  }

  protected take(): Token {
    return this.tokens[this.at++]!;
  }

  protected takeIf(text: string): Token | undefined {
    return this.is(text) ? this.take() : undefined;
  }

  protected expect(text: string): Token {
    return this.takeIf(text) ?? this.unexpected(`'${text}'`);
  }

  protected unexpected(expected?: string, isExtraneous = expected === undefined): never {
    const { text, offset } = this.next;
    const problem = isExtraneous ? 'extraneous' : 'mismatched';
    const wanted = expected === undefined ? '' : ` expecting ${expected}`;
    throw new SyntaxIssue(offset, `Syntax error: ${problem} input '${text}'${wanted}`);
  }

  /** Runs the work of one grammar rule, whose nesting is limited as in cel-go. */
  protected within<T>(rule: string, work: (deeper: () => void) => T): T {
    const before = this.depths.get(rule) ?? 0;
    const deeper = () => {
      const depth = (this.depths.get(rule) ?? 0) + 1;
      this.depths.set(rule, depth);
      if (depth > DEEPEST) throw new SyntaxIssue(-1, `expression recursion limit exceeded: ${DEEPEST}`);
    };
    deeper();
    const result = work(deeper);
    this.depths.set(rule, before);
    return result;
  }

  /** A token further on. */
  protected ahead(count: number): Token | undefined {
    return this.tokens[this.at + count];
  }
}
