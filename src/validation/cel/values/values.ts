import type { Type } from '../types/type';
import { EvaluationError } from './errors';

/** A value in an expression: bigint is an int, number a double. */
export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | Uint
  | Duration
  | Timestamp
  | ListValue
  | MapValue
  | OptionalValue
  | TypeValue
  | ObjectValue;

/** A value that can be written out in an expression. */
export type Literal = null | boolean | bigint | number | string | Uint8Array | Uint;

export class Uint {
  public constructor(public readonly value: bigint) {}
}

export class Duration {
  public constructor(public readonly nanoseconds: bigint) {}
}

export class Timestamp {
  /**
   * @param nanoseconds Since 1970
   * @param offset Seconds east of UTC, which only its text shows
   */
  public constructor(
    public readonly nanoseconds: bigint,
    public readonly offset = 0,
  ) {}
}

/** How the lists of a custom resource compare and add up: in order, or by their entries, or by the keys of their entries. */
export type ListKind = 'literal' | 'atomic' | 'set' | 'map';

export class ListValue {
  /** @param keys Fields by which the entries of a list of the kind `map` are distinguished */
  public constructor(
    public readonly elements: readonly Value[],
    public readonly kind: ListKind = 'literal',
    public readonly keys: readonly string[] = [],
  ) {}

  public at(index: Value): Value {
    const position = this.positionOf(index);
    const element = position === undefined ? undefined : this.elements[position];
    if (element === undefined) throw new EvaluationError(`index out of bounds: ${position ?? 'not an integer'}`);
    return element;
  }

  /** Lists of a custom resource take no other number than an int. */
  private positionOf(index: Value): number | undefined {
    return this.kind === 'literal' || typeof index === 'bigint' ? positionOf(index) : undefined;
  }

  public find(index: Value): Value | undefined {
    const position = this.positionOf(index);
    return position === undefined ? undefined : this.elements[position];
  }
}

function positionOf(index: Value): number | undefined {
  if (index instanceof Uint) return Number(index.value);
  return typeof index === 'bigint' || (typeof index === 'number' && Number.isInteger(index))
    ? Number(index)
    : undefined;
}

export class MapValue {
  private readonly entries = new Map<string, readonly [key: Value, value: Value]>();

  /** @param isFromObject Whether it is a map or an object of a custom resource, which compares with its like only */
  public constructor(
    entries: Iterable<readonly [Value, Value]>,
    public readonly isFromObject = false,
  ) {
    for (const entry of entries) this.entries.set(keyText(entry[0]) ?? '', entry);
  }

  public get size(): number {
    return this.entries.size;
  }

  /** @throws {@link EvaluationError} for a key of a custom resource that is not a string */
  public find(key: Value): Value | undefined {
    if (this.isFromObject && typeof key !== 'string') throw new EvaluationError('no such overload');
    const text = keyText(key);
    return text === undefined ? undefined : this.entries.get(text)?.[1];
  }

  public has(key: Value): boolean {
    return this.find(key) !== undefined;
  }

  public keys(): Value[] {
    return [...this.entries.values()].map(([key]) => key);
  }

  public pairs(): (readonly [Value, Value])[] {
    return [...this.entries.values()];
  }
}

/** What a mutation writes out by the type of its place, such as `Object.spec{replicas: 2}`. */
export class PatchObject extends MapValue {
  public constructor(
    public readonly typeName: string,
    fields: Readonly<Record<string, Value>>,
  ) {
    super(Object.entries(fields));
  }
}

/** Keys that are the same number are the same key, whatever their types. */
function keyText(key: Value): string | undefined {
  switch (typeof key) {
    case 'string':
      return `s${key}`;
    case 'boolean':
      return `b${key}`;
    case 'bigint':
      return `n${key}`;
    case 'number':
      return Number.isInteger(key) ? `n${BigInt(key)}` : `n${key}`;
    default:
      if (key === null) return 'null';
      return key instanceof Uint ? `n${key.value}` : undefined;
  }
}

export class OptionalValue {
  /** @param value Undefined when there is none */
  public constructor(public readonly value: Value | undefined) {}
}

export const NONE = new OptionalValue(undefined);

/** A type that is used as a value, such as `type(self)`. */
export class TypeValue {
  public constructor(public readonly type: Type) {}
}

/** A value of a type that Kubernetes adds to the language. */
export abstract class ObjectValue {
  public abstract readonly typeName: string;
  public abstract equals(other: this): boolean;
}
