import type { Expression, FieldValue, MapEntry } from './ast';
import { Builder } from './builder';
import { SyntaxIssue } from './issue';
import { type Token, tokensOf } from './lexer';
import { bytesOf, intOf, stringOf, uintOf } from './literals';
import type { Macros } from './macros';
import { TokenReader } from './token-reader';

/** What of the syntax an environment knows. */
export interface Syntax {
  readonly macros: Macros;
  /** Whether `a.?b`, `a[?b]` and `{?a: b}` can be used. */
  readonly hasOptionals: boolean;
  /** Whether halves of a character can be escaped, as `\\ud800`. */
  readonly takesSurrogates: boolean;
}

const RESERVED = new Set(
  'as break const continue else false for function if import in let loop package namespace null return true var void while'.split(
    ' ',
  ),
);
const MOST_CODE_POINTS = 100_000;
const RELATIONS = new Set(['<', '<=', '>=', '>', '==', '!=', 'in']);
const SUMS = new Set(['+', '-']);
const PRODUCTS = new Set(['*', '/', '%']);

/**
 * Reads an expression, with its macros expanded.
 *
 * @throws {@link SyntaxIssue}
 * @see CEL.g4 in cel-go
 */
export function parse(text: string, syntax: Syntax): Expression {
  const size = Array.from(text).length;
  if (size > MOST_CODE_POINTS) {
    throw new SyntaxIssue(0, `expression code point size exceeds limit: size: ${size}, limit ${MOST_CODE_POINTS}`);
  }
  return new Parser(tokensOf(text), syntax).whole();
}

class Parser extends TokenReader {
  private readonly build = new Builder();

  public constructor(
    tokens: readonly Token[],
    private readonly syntax: Syntax,
  ) {
    super(tokens);
  }

  public whole(): Expression {
    const expression = this.expression();
    if (this.next.kind !== 'end') this.unexpected('<EOF>', this.ahead(1)?.kind === 'end');
    return expression;
  }

  private expression(): Expression {
    return this.within('expression', () => {
      const condition = this.junction('||', () => this.junction('&&', () => this.relation()));
      const operator = this.takeIf('?');
      if (operator === undefined) return condition;
      const yes = this.junction('||', () => this.junction('&&', () => this.relation()));
      this.expect(':');
      return this.call(operator.offset, '_?_:_', undefined, [condition, yes, this.expression()]);
    });
  }

  /** Terms joined by `&&` or `||`, which become a balanced tree. */
  private junction(operator: '&&' | '||', term: () => Expression): Expression {
    const terms = [term()];
    const offsets: number[] = [];
    while (this.is(operator)) {
      offsets.push(this.take().offset);
      terms.push(term());
    }
    if (offsets.length === 0) return terms[0]!;
    const balanced = (low: number, high: number): Expression => {
      const middle = Math.floor((low + high + 1) / 2);
      const left = middle === low ? terms[middle]! : balanced(low, middle - 1);
      const right = middle === high ? terms[middle + 1]! : balanced(middle + 1, high);
      return this.build.call(offsets[middle]!, `_${operator}_`, [left, right]);
    };
    return balanced(0, offsets.length - 1);
  }

  private relation(): Expression {
    return this.binary('relation', RELATIONS, () => this.sum());
  }

  private sum(): Expression {
    return this.binary('calc', SUMS, () => this.binary('calc', PRODUCTS, () => this.unary()));
  }

  private binary(rule: string, operators: ReadonlySet<string>, operand: () => Expression): Expression {
    return this.within(rule, (deeper) => {
      let left = operand();
      while (operators.has(this.next.text) && ['symbol', 'keyword'].includes(this.next.kind)) {
        deeper();
        const { text, offset } = this.take();
        left = this.call(offset, text === 'in' ? '@in' : `_${text}_`, undefined, [left, operand()]);
      }
      return left;
    });
  }

  private unary(): Expression {
    const { text, offset } = this.next;
    if (!this.is('!') && !(this.is('-') && !this.isNegativeNumber())) return this.member();
    let count = 0;
    while (this.is(text) && !this.isNegativeNumber()) {
      this.take();
      count++;
    }
    const operand = this.member();
    return count % 2 === 0 ? operand : this.call(offset, text === '!' ? '!_' : '-_', undefined, [operand]);
  }

  private isNegativeNumber(): boolean {
    return this.is('-') && ['int', 'double'].includes(this.ahead(1)?.kind ?? '');
  }

  private member(): Expression {
    return this.within('member', (deeper) => {
      let operand = this.primary();
      while (this.is('.') || this.is('[')) {
        deeper();
        operand = this.is('.') ? this.selection(operand) : this.index(operand);
      }
      return operand;
    });
  }

  private selection(operand: Expression): Expression {
    const { offset } = this.expect('.');
    const isOptional = this.takeIf('?') !== undefined;
    const field = this.next.kind === 'identifier' ? this.take() : this.unexpected('IDENTIFIER');
    if (isOptional) {
      this.checkOptional(offset, "'.?'");
      return this.build.call(offset, '_?._', [operand, this.build.literal(field.offset, field.text)]);
    }
    const open = this.takeIf('(');
    if (open === undefined) return this.build.select(offset, operand, field.text);
    return this.call(open.offset, field.text, operand, this.parameters());
  }

  private index(operand: Expression): Expression {
    const { offset } = this.expect('[');
    const isOptional = this.takeIf('?') !== undefined;
    if (isOptional) this.checkOptional(offset, "'[?'");
    const index = this.expression();
    this.expect(']');
    return this.call(offset, isOptional ? '_[?_]' : '_[_]', undefined, [operand, index]);
  }

  private checkOptional(offset: number, syntax: string): void {
    if (!this.syntax.hasOptionals) throw new SyntaxIssue(offset, `unsupported syntax ${syntax}`);
  }

  private parameters(): Expression[] {
    const parameters: Expression[] = [];
    if (!this.is(')')) {
      do parameters.push(this.expression());
      while (this.takeIf(','));
    }
    this.expect(')');
    return parameters;
  }

  private primary(): Expression {
    const { kind, offset } = this.next;
    if (kind === 'identifier' || this.is('.')) return this.name();
    if (this.takeIf('(')) {
      const inner = this.expression();
      this.expect(')');
      return inner;
    }
    if (this.takeIf('[')) return this.list(offset);
    if (this.takeIf('{')) return this.build.map(offset, this.entries());
    return this.literal();
  }

  private name(): Expression {
    const dot = this.takeIf('.')?.text ?? '';
    if (this.next.kind !== 'identifier') this.unexpected('IDENTIFIER');
    if (this.isStruct()) return this.struct(dot);
    const { text, offset } = this.take();
    if (RESERVED.has(text)) throw new SyntaxIssue(offset, `reserved identifier: ${text}`);
    const open = this.takeIf('(');
    if (open === undefined) return this.build.identifier(offset, dot + text);
    return this.call(open.offset, dot + text, undefined, this.parameters());
  }

  /** Whether names joined by dots follow, and then a brace. */
  private isStruct(): boolean {
    let at = 0;
    while (this.ahead(at + 1)?.text === '.' && this.ahead(at + 2)?.kind === 'identifier') at += 2;
    return this.ahead(at + 1)?.text === '{' && this.ahead(at + 1)?.kind === 'symbol';
  }

  private struct(dot: string): Expression {
    let name = dot + this.take().text;
    while (this.takeIf('.')) name += `.${this.take().text}`;
    const { offset } = this.expect('{');
    const fields: FieldValue[] = [];
    while (this.next.kind === 'identifier' || this.is('?')) {
      const isOptional = this.takeOptionalMark();
      const field = this.next.kind === 'identifier' ? this.take() : this.unexpected('IDENTIFIER');
      const colon = this.expect(':');
      fields.push(this.build.field(colon.offset, field.text, this.expression(), isOptional));
      if (!this.is(',') || this.ahead(1)?.text === '}') break;
      this.take();
    }
    this.takeIf(',');
    this.expect('}');
    return this.build.struct(offset, name, fields);
  }

  private takeOptionalMark(): boolean {
    const mark = this.takeIf('?');
    if (mark !== undefined) this.checkOptional(mark.offset, "'?'");
    return mark !== undefined;
  }

  private list(offset: number): Expression {
    const elements: Expression[] = [];
    const optional = new Set<number>();
    while (!this.is(']') && !this.is(',')) {
      if (this.takeOptionalMark()) optional.add(elements.length);
      elements.push(this.expression());
      if (!this.is(',') || this.ahead(1)?.text === ']') break;
      this.take();
    }
    this.takeIf(',');
    this.expect(']');
    return this.build.list(offset, elements, optional);
  }

  private entries(): MapEntry[] {
    const entries: MapEntry[] = [];
    while (!this.is('}') && !this.is(',')) {
      const isOptional = this.takeOptionalMark();
      const key = this.expression();
      const colon = this.expect(':');
      entries.push(this.build.entry(colon.offset, key, this.expression(), isOptional));
      if (!this.is(',') || this.ahead(1)?.text === '}') break;
      this.take();
    }
    this.takeIf(',');
    this.expect('}');
    return entries;
  }

  private literal(): Expression {
    const { offset } = this.next;
    const isNegative = this.isNegativeNumber() && this.takeIf('-') !== undefined;
    const { kind, text } = this.next;
    const value = literalOf(kind, text, isNegative, this.syntax.takesSurrogates);
    if (value === undefined) {
      if (['int', 'uint', 'double'].includes(kind)) throw new SyntaxIssue(offset, `invalid ${kind} literal`);
      if (kind === 'string' || kind === 'bytes') throw new SyntaxIssue(offset, 'invalid unicode code point');
      this.unexpected();
    }
    this.take();
    return this.build.literal(offset, value);
  }

  /** A call, or what it stands for when it is a macro. */
  private call(offset: number, name: string, target: Expression | undefined, parameters: Expression[]): Expression {
    const expanded = this.syntax.macros.expand(this.build.at(offset), name, target, parameters);
    return expanded ?? this.build.call(offset, name, parameters, target);
  }
}

function literalOf(kind: string, text: string, isNegative: boolean, takesSurrogates: boolean) {
  switch (kind) {
    case 'int':
      return intOf(text, isNegative);
    case 'uint':
      return uintOf(text);
    case 'double': {
      const value = isNegative ? -Number(text) : Number(text);
      return Number.isFinite(value) ? value : undefined;
    }
    case 'string':
      return stringOf(text, takesSurrogates);
    case 'bytes':
      return bytesOf(text);
    case 'keyword':
      return KEYWORD_VALUES.get(text);
    default:
      return undefined;
  }
}

const KEYWORD_VALUES = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
