import { setOwnField } from '../values';
import { keyText } from './key-text';
import type { AliasNode, MappingNode, Node, ScalarNode } from './nodes';
import { MAXIMUM_DEPTH, NUMBER_TOO_LARGE, ReaderError, TOO_DEEP } from './reader-error';
import { JSON_NUMBER, resolvePlainScalar, resolveScalar, type Scalar } from './resolve-scalar';

/** What the nodes of a document stand for. */
export interface Decoded {
  readonly value: unknown;
  /** Keys that are written again later in the same map; the last one counts. */
  readonly duplicateKeys: readonly DuplicateKey[];
  /** Offsets of whole numbers of which the last digits are lost. */
  readonly roundedNumbers: readonly number[];
  /** Words such as `n` that are booleans as keys. */
  readonly booleanKeys: readonly BooleanKey[];
}

export interface BooleanKey {
  readonly written: string;
  /** `true` or `false`. */
  readonly key: string;
  readonly start: number;
}

export interface DuplicateKey {
  readonly key: string;
  /** Offset of the later one. */
  readonly start: number;
  /** Whether it is a field of the object itself. */
  readonly atTop: boolean;
  /** The first key of its map, if the map is an entry of a list. */
  readonly entry?: { readonly key: string | undefined; readonly start: number };
}

/** The numbers of JavaScript that are nearest to the bounds of int64. */
const LARGEST_INT64 = 2 ** 63 - 1024;
const SMALLEST_INT64 = -(2n ** 63n);
const BELOW_INT64 = -(2 ** 63) - 2048;

/**
 * Makes a value as kubectl does: aliases and merges are resolved, keys become strings.
 *
 * @throws ReaderError where kubectl refuses the document.
 */
export function decode(root: Node): Decoded {
  return new Decoder().document(root);
}

class Decoder {
  private readonly duplicateKeys: DuplicateKey[] = [];
  private readonly roundedNumbers = new Set<number>();
  /** By offset: a merge reads a map again. */
  private readonly booleanKeys = new Map<number, BooleanKey>();
  /** Maps with a key that JSON cannot have; a map that a later one replaces does no harm. */
  private readonly badKeys = new Map<object, ReaderError>();
  private nonFinite: ReaderError | undefined;
  private readonly openAliases = new Set<AliasNode>();
  private decoded = 1;
  private fromAliases = 0;

  public document(root: Node): Decoded {
    const value = this.value(root, 0);
    this.refuseWhatJsonLacks(value);
    return {
      value,
      duplicateKeys: this.duplicateKeys,
      roundedNumbers: [...this.roundedNumbers],
      booleanKeys: [...this.booleanKeys.values()],
    };
  }

  private value(node: Node, depth: number): unknown {
    this.count(node);
    switch (node.kind) {
      case 'scalar':
        return this.number(scalarValue(node), node);
      case 'alias':
        return this.inside(node, depth, () => this.value(node.target, depth + 1));
      case 'sequence':
        this.limit(node, depth);
        return node.items.map((item) =>
          item.kind === 'mapping' ? this.map(item, depth + 1, true) : this.value(item, depth + 1),
        );
      default:
        return this.map(node, depth, false);
    }
  }

  private map(node: MappingNode, depth: number, isEntry: boolean): object {
    if (isEntry) this.count(node);
    const object = {};
    this.fill(object, node, depth, isEntry);
    return object;
  }

  /** kubectl limits what aliases add to a document, so that a few lines cannot become gigabytes. */
  private count(node: Node): void {
    this.decoded++;
    if (this.openAliases.size > 0) {
      this.fromAliases++;
      if (
        this.fromAliases > 100 &&
        this.decoded > 1000 &&
        this.fromAliases / this.decoded > allowedShare(this.decoded)
      ) {
        throw new ReaderError('document contains excessive aliasing', node.start);
      }
    }
  }

  private limit(node: Node, depth: number): void {
    if (depth > MAXIMUM_DEPTH) {
      throw new ReaderError(TOO_DEEP, node.start);
    }
  }

  private inside<T>(alias: AliasNode, depth: number, read: () => T): T {
    if (this.openAliases.has(alias)) {
      throw new ReaderError(`anchor '${alias.name}' value contains itself`, alias.start);
    }
    this.limit(alias, depth);
    this.openAliases.add(alias);
    const value = read();
    this.openAliases.delete(alias);
    return value;
  }

  /** Later keys win, and a merge (`<<`) overrides what stands before it. */
  private fill(object: object, node: MappingNode, depth: number, isEntry = false): void {
    this.limit(node, depth);
    const written = new Set<string>();
    node.keys.forEach((keyNode, at) => {
      const valueNode = node.values[at];
      if (isMerge(keyNode)) {
        this.merge(object, valueNode, depth);
        return;
      }
      const key = this.key(keyNode, object);
      const value = this.value(valueNode, depth + 1);
      if (key === undefined) {
        return;
      }
      if (written.has(key)) {
        const { start } = node.keys[0]!;
        const entry = isEntry ? { entry: { key: [...written][0], start } } : {};
        this.duplicateKeys.push({ key, start: keyNode.start, atTop: depth === 0, ...entry });
      }
      written.add(key);
      setOwnField(object, key, value);
    });
  }

  private key(node: Node, object: object): string | undefined {
    this.count(node);
    if (node.kind === 'alias') {
      return this.inside(node, 0, () => this.key(node.target, object));
    }
    if (node.kind !== 'scalar') {
      throw new ReaderError('invalid map key', node.start);
    }
    const scalar = scalarValue(node);
    const key = keyText(scalar);
    if (typeof scalar === 'boolean' && node.value.toLowerCase() !== key) {
      this.booleanKeys.set(node.start, { written: node.value, key: String(scalar), start: node.start });
    }
    if (key === undefined) {
      this.badKeys.set(object, new ReaderError('unsupported map key', node.start));
    }
    return key;
  }

  private merge(object: object, node: Node, depth: number): void {
    // With a list of maps the first one wins, so the last is merged first.
    const sources = node.kind === 'sequence' ? node.items.toReversed() : [node];
    for (const source of sources) {
      const target = source.kind === 'alias' ? source.target : source;
      if (target.kind !== 'mapping') {
        throw new ReaderError('map merge requires map or sequence of maps as the value', source.start);
      }
      this.count(source);
      if (source.kind === 'alias') {
        this.inside(source, depth, () => {
          this.count(target);
          this.fill(object, target, depth + 1);
        });
      } else {
        this.fill(object, target, depth + 1);
      }
    }
  }

  private number(value: Scalar, node: ScalarNode): unknown {
    if (typeof value === 'bigint') {
      if (!Number.isSafeInteger(Number(value))) this.roundedNumbers.add(node.start);
      // An int64, which rounded up would not be one.
      if (value < SMALLEST_INT64) return Math.min(Number(value), BELOW_INT64);
      return value < 2n ** 63n ? Math.min(Number(value), LARGEST_INT64) : Number(value);
    }
    if (value === Number(SMALLEST_INT64) && /^-\d+$/.test(node.value)) return BELOW_INT64;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      const name = Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
      this.nonFinite ??= new ReaderError(`unsupported value: ${name}`, node.start);
    }
    // A negative zero reaches the server as zero.
    return value === 0 ? 0 : value;
  }

  private refuseWhatJsonLacks(value: unknown): void {
    if (this.nonFinite === undefined && this.badKeys.size === 0) {
      return;
    }
    const pending = [value];
    for (let item = pending.pop(); pending.length > 0 || item !== undefined; item = pending.pop()) {
      if (typeof item === 'number' && !Number.isFinite(item) && this.nonFinite !== undefined) {
        throw this.nonFinite;
      }
      if (typeof item === 'object' && item !== null) {
        const error = this.badKeys.get(item);
        if (error !== undefined) {
          throw error;
        }
        pending.push(...Object.values(item));
      }
    }
  }
}

/** Value of a scalar before it becomes JSON. */
export function scalarValue(node: ScalarNode): Scalar {
  if (node.tag === '' && !node.implicit) {
    return node.value;
  }
  const value = resolveScalar(node.tag, node.value);
  if (value === undefined) {
    throw new ReaderError(node.tag === JSON_NUMBER ? NUMBER_TOO_LARGE : tagMismatch(node), node.start);
  }
  return value;
}

/** In kubectl's words, without the value, which may be a secret. */
function tagMismatch(node: ScalarNode): string {
  const tag = node.tag.replace('tag:yaml.org,2002:', '!!');
  if (tag === '!!binary') {
    return '!!binary value contains invalid base64 data';
  }
  const value = resolvePlainScalar(node.value);
  const types = { string: 'str', bigint: 'int', number: 'float', boolean: 'bool', object: 'null' };
  return `cannot decode !!${types[typeof value as keyof typeof types]} as a ${tag}`;
}

/** Whether a key stands for the fields of the map, or maps, that are its value. */
export function isMerge(key: Node): boolean {
  return key.kind === 'scalar' && key.value === '<<' && (key.implicit || key.tag === 'tag:yaml.org,2002:merge');
}

const FEW = 400_000;
const MANY = 4_000_000;

/** Share of a document that aliases may make up: 99 % of a small one, 10 % of a large one. */
function allowedShare(decoded: number): number {
  if (decoded <= FEW) {
    return 0.99;
  }
  return decoded >= MANY ? 0.1 : 0.99 - 0.89 * ((decoded - FEW) / (MANY - FEW));
}
