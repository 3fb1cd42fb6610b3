import type { Environment } from './engine';
import { fieldName } from './schema-types';
import { PLAIN, type Sized, textOf } from './sizes';

/** What an expression costs at worst. */
export interface Cost {
  readonly cost: number;
  /** Whether each size in it is known. */
  readonly isSure: boolean;
}

interface Node {
  readonly op: string;
  readonly args: any;
}
type Scope = ReadonlyMap<string, Sized>;
interface Part {
  readonly cost: number;
  readonly value: Sized | undefined;
}

/**
 * Estimates the costs of an expression that compiles, as the server does before it takes the expression.
 *
 * @param variables Sizes of the values of `self` and `oldSelf`
 * @see checker.Cost in cel-go
 */
export function costOf(environment: Environment, expression: string, variables: Scope): Cost {
  const coster = new Coster();
  const { ast } = environment.parse(expression);
  const { cost } = coster.part(ast as Node, variables);
  return { cost, isSure: coster.isSure };
}

const ENDLESS = 2 ** 64;
const TRAVERSAL = 0.1;
const REGEX = 0.25;
const LIST = 10;
const MAP = 30;
/** Costs of one round and of the whole of a macro, beside those of its expressions. */
const MACROS: Readonly<Record<string, readonly [round: number, whole: number]>> = {
  all: [3, 1],
  exists: [4, 1],
  exists_one: [3, 2],
  filter: [13, LIST + 1],
  map: [LIST + 2, LIST + 1],
};
/** Functions that go through their text once and give one that is no longer. */
const TEXT_TO_TEXT = new Set(['lowerAscii', 'upperAscii', 'trim', 'substring', 'charAt', 'string']);
/** Functions with a result of a fixed size. */
const TO_PLAIN =
  /^(?:size|type|u?int|double|bool|timestamp|duration|quantity|ip|cidr|is[A-Z]\w*|get[A-Z]\w*|hasValue)$/;
const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);

class Coster {
  public isSure = true;

  public part(node: Node, scope: Scope): Part {
    const { op, args } = node;
    switch (op) {
      case 'value':
        return { cost: 0, value: typeof args === 'string' ? textOf(args.length) : PLAIN };
      case 'id':
        return { cost: 1, value: scope.get(args) };
      case '.':
      case '.?':
        return this.field(args, scope);
      case 'list':
        return this.list(args, scope);
      case 'map':
        return { cost: MAP + this.sum((args as Node[][]).flat(), scope), value: { ...PLAIN, size: args.length } };
      case '?:':
        return this.choice(args, scope);
      case 'call':
        return this.call(args[0], undefined, args[1], scope);
      case 'rcall':
        return this.call(args[0], args[1], args[2], scope);
      case '&&':
      case '||':
        return { cost: this.sum(args, scope), value: PLAIN };
      default:
        return this.operator(op, Array.isArray(args) ? args : [args], scope);
    }
  }

  private sum(nodes: readonly Node[], scope: Scope): number {
    return nodes.reduce((total, node) => total + this.part(node, scope).cost, 0);
  }

  private size(value: Sized | undefined): number {
    if (value === undefined) this.isSure = false;
    return value?.size ?? 1;
  }

  private field([operand, name]: [Node, string], scope: Scope): Part {
    const { cost, value } = this.part(operand, scope);
    if (value?.fields !== undefined) return { cost: cost + 1, value: fieldOf(value.fields, name) };
    // The server does not find the size of an entry that is named like a field, and takes it for endless.
    const entry = value?.item;
    return { cost: cost + 1, value: entry?.isText ? { ...entry, size: ENDLESS } : entry };
  }

  private list(nodes: readonly Node[], scope: Scope): Part {
    const items = nodes.map((node) => this.part(node, scope));
    const size = Math.max(0, ...items.map(({ value }) => value?.size ?? 1));
    const cost = LIST + items.reduce((total, item) => total + item.cost, 0);
    return { cost, value: { size: nodes.length, bytes: 2, item: { ...PLAIN, ...items[0]?.value, size } } };
  }

  private choice([condition, yes, no]: [Node, Node, Node], scope: Scope): Part {
    const parts = [this.part(yes, scope), this.part(no, scope)] as const;
    const cost = this.part(condition, scope).cost + Math.max(parts[0].cost, parts[1].cost);
    const larger = (parts[0].value?.size ?? 0) >= (parts[1].value?.size ?? 0) ? parts[0] : parts[1];
    return { cost, value: larger.value };
  }

  private operator(op: string, nodes: readonly Node[], scope: Scope): Part {
    const parts = nodes.map((node) => this.part(node, scope));
    const cost = parts.reduce((total, part) => total + part.cost, 0);
    const [left, right] = parts.map(({ value }) => value);
    if (op === '[]' || op === '[?]') return { cost: cost + 1, value: left?.item };
    if (op === 'in') return { cost: cost + this.size(right), value: PLAIN };
    if (COMPARISONS.has(op)) {
      // An unknown size does not matter when the other side is small.
      const sizes = [left, right].flatMap((value) => (value === undefined ? [] : [value.size]));
      const smaller = sizes.length === 0 ? this.size(undefined) : Math.min(...sizes);
      return { cost: cost + Math.ceil(smaller * TRAVERSAL), value: PLAIN };
    }
    if (op !== '+' || (!left?.isText && left?.item === undefined)) return { cost: cost + 1, value: PLAIN };
    const size = this.size(left) + this.size(right);
    return { cost: cost + (left.isText ? Math.ceil(size * TRAVERSAL) : 1), value: { ...left, size } };
  }

  private call(name: string, target: Node | undefined, nodes: readonly Node[], scope: Scope): Part {
    if (target === undefined && name === 'has') return { cost: this.part(nodes[0]!, scope).cost - 1, value: PLAIN };
    const macro = MACROS[name === 'existsOne' ? 'exists_one' : name];
    if (target !== undefined && macro !== undefined) return this.macro(name, macro, target, nodes, scope);
    const subject = target === undefined ? undefined : this.part(target, scope);
    const parts = nodes.map((node) => this.part(node, scope));
    const cost = parts.reduce((total, part) => total + part.cost, subject?.cost ?? 0);
    const value = target === undefined ? parts[0]?.value : subject?.value;
    const argument = target === undefined ? parts[1]?.value : parts[0]?.value;
    const textCost = () => Math.ceil(this.size(value) * TRAVERSAL);
    switch (name) {
      case 'startsWith':
      case 'endsWith':
        return { cost: cost + Math.ceil(this.size(argument) * TRAVERSAL), value: PLAIN };
      case 'contains':
        return { cost: cost + textCost() * Math.ceil(this.size(argument) * TRAVERSAL), value: PLAIN };
      case 'matches':
        return {
          cost: cost + Math.ceil((this.size(value) + 1) * TRAVERSAL) * Math.ceil(this.size(argument) * REGEX),
          value: PLAIN,
        };
      case 'split':
        return { cost: cost + textCost(), value: { size: this.size(value), bytes: 2, item: value } };
      case 'isSorted':
      case 'sum':
        return { cost: cost + this.size(value), value: PLAIN };
      default:
        if (TO_PLAIN.test(name)) return { cost: cost + 1, value: PLAIN };
        if (TEXT_TO_TEXT.has(name)) return { cost: cost + textCost(), value };
        return { cost: cost + 1, value: undefined };
    }
  }

  private macro(
    name: string,
    [round, whole]: readonly [number, number],
    target: Node,
    nodes: readonly Node[],
    scope: Scope,
  ): Part {
    const range = this.part(target, scope);
    const rounds = this.size(range.value);
    const { isMap, item } = range.value ?? {};
    const variable = nodes[0]?.args as string;
    // The server counts the keys of a map as empty texts.
    const entry = isMap ? textOf(0) : item;
    const inner = new Map(scope);
    if (entry === undefined) inner.delete(variable);
    else inner.set(variable, entry);
    const parts = nodes.slice(1).map((node) => this.part(node, inner));
    const each = parts.reduce((total, { cost }) => total + cost, round);
    const value = name === 'filter' ? range.value : { size: rounds, bytes: 2, item: parts.at(-1)?.value };
    return { cost: range.cost + whole + rounds * each, value: name === 'map' || name === 'filter' ? value : PLAIN };
  }
}

function fieldOf(fields: Readonly<Record<string, Sized>>, name: string): Sized | undefined {
  if (Object.hasOwn(fields, name)) return fields[name];
  const original = Object.keys(fields).find((field) => fieldName(field) === name);
  return original === undefined ? undefined : fields[original];
}
