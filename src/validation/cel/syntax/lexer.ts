import { SyntaxIssue } from './issue';

export type TokenKind = 'int' | 'uint' | 'double' | 'string' | 'bytes' | 'identifier' | 'symbol' | 'keyword' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly offset: number;
}

const ESCAPE = String.raw`\\(?:[abfnrtv"'\\?\x60]|[0-3][0-7]{2}|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})`;
const STRING = [
  '[rR]"""[^]*?"""',
  "[rR]'''[^]*?'''",
  String.raw`[rR]"[^"\n\r]*"`,
  String.raw`[rR]'[^'\n\r]*'`,
  String.raw`"""(?:${ESCAPE}|[^\\])*?"""`,
  String.raw`'''(?:${ESCAPE}|[^\\])*?'''`,
  String.raw`"(?:${ESCAPE}|[^\\"\n\r])*"`,
  String.raw`'(?:${ESCAPE}|[^\\'\n\r])*'`,
].join('|');

/** In the order in which they are tried: longer tokens before those that they begin with. */
const TOKENS: readonly (readonly [TokenKind | undefined, RegExp])[] = [
  [undefined, /(?:[\t \r\n\f]|\/\/[^\n]*)+/uy],
  ['bytes', new RegExp(`[bB](?:${STRING})`, 'uy')],
  ['string', new RegExp(`(?:${STRING})`, 'uy')],
  ['double', /[0-9]+(?:\.[0-9]+(?:[eE][+-]?[0-9]+)?|[eE][+-]?[0-9]+)|\.[0-9]+(?:[eE][+-]?[0-9]+)?/uy],
  ['uint', /(?:0x[0-9a-fA-F]+|[0-9]+)[uU]/uy],
  ['int', /0x[0-9a-fA-F]+|[0-9]+/uy],
  ['identifier', /[A-Za-z_][A-Za-z0-9_]*/uy],
  ['symbol', /==|!=|<=|>=|&&|\|\||[<>[\]{}().,\-!?:+*/%]/uy],
];
const KEYWORDS = new Set(['true', 'false', 'null', 'in']);

/**
 * Splits an expression into tokens, with one of the kind `end` after the others.
 *
 * @throws {@link SyntaxIssue} for a character that begins no token
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < text.length) {
    const found = tokenAt(text, offset);
    if (found.kind !== undefined) tokens.push({ ...found, kind: found.kind, offset });
    offset += found.text.length;
  }
  tokens.push({ kind: 'end', text: '<EOF>', offset });
  return tokens;
}

function tokenAt(text: string, offset: number): { kind: TokenKind | undefined; text: string } {
  for (const [kind, pattern] of TOKENS) {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { kind: KEYWORDS.has(found) ? 'keyword' : kind, text: found };
  }
  throw new SyntaxIssue(
    offset,
    `Syntax error: token recognition error at: '${String.fromCodePoint(text.codePointAt(offset)!)}'`,
  );
}
