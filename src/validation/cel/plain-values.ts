import { Undecidable } from './values/errors';
import { ListValue, MapValue, type Value } from './values/values';

/**
 * A part of a manifest as expressions without types see it: whole numbers are ints, what is null is there.
 *
 * @see DefaultTypeAdapter of cel-go, for objects that the server has made unstructured
 */
export function plainValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return new ListValue(value.map(plainValue));
  return new PlainMap(value as Record<string, unknown>);
}

/** A part of a manifest whose fields are converted when an expression asks for them: most expressions look at a few. */
class PlainMap extends MapValue {
  private readonly converted = new Map<string, Value>();

  public constructor(private readonly fields: Readonly<Record<string, unknown>>) {
    super([]);
  }

  public override get size(): number {
    return this.keys().length;
  }

  public override find(key: Value): Value | undefined {
    if (typeof key !== 'string' || !Object.hasOwn(this.fields, key) || this.fields[key] === undefined) return undefined;
    let value = this.converted.get(key);
    if (value === undefined) {
      value = plainValue(this.fields[key]);
      this.converted.set(key, value);
    }
    return value;
  }

  public override keys(): string[] {
    return Object.keys(this.fields).filter((key) => this.fields[key] !== undefined);
  }

  public override pairs(): (readonly [Value, Value])[] {
    return this.keys().map((key) => [key, this.find(key)!] as const);
  }
}

/**
 * The other way round: a value as it stands in a manifest.
 *
 * @throws {@link Undecidable} for values that manifests do not have
 */
export function plainJson(value: Value): unknown {
  if (value === null || ['string', 'boolean', 'number'].includes(typeof value)) return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof ListValue) return value.elements.map(plainJson);
  if (value instanceof MapValue) {
    return Object.fromEntries(value.pairs().map(([key, part]) => [String(key), plainJson(part)]));
  }
  throw new Undecidable('values of other types than those of manifests');
}

/** Fields that are evaluated when an expression asks for them, and once. */
export class LazyMap extends MapValue {
  private readonly known = new Map<Value, Value>();

  public constructor(
    names: readonly string[],
    private readonly evaluated: (name: string) => Value,
  ) {
    super(names.map((name) => [name, null] as const));
  }

  public override find(key: Value): Value | undefined {
    if (super.find(key) === undefined) return undefined;
    let value = this.known.get(key);
    if (value === undefined) {
      value = this.evaluated(String(key));
      this.known.set(key, value);
    }
    return value;
  }
}
