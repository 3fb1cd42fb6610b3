import { hasChange } from '../../facts';
import { goSyntax } from '../../findings';
import type { SchemaNode } from '../../schema';
import { declared, fieldOf, itemsOf, type Schema } from './field-schema';
import { haveSameKeys, keyOf, keysOf } from './list-keys';
import { type Fields, isFields, sameJson } from './values';

/** Why a configuration cannot be merged with an object, in the words of the server. */
export interface TypedProblem {
  readonly kind: 'wrong type' | 'missing key' | 'duplicate';
  /** Such as `.spec.containers[name="web"].image`. */
  readonly path: string;
  readonly message: string;
  /** The key that an item of a list leaves out. */
  readonly key?: string;
}

/**
 * Whether a configuration has the types of its kind, no fields beside them, and lists whose items can be found by their keys.
 *
 * @see typed/validate.go and typed/helpers.go of structured-merge-diff
 */
export function typedProblems(value: unknown, schema: Schema, minor: number): TypedProblem[] {
  return new TypedWalk(minor).problems(value, schema, '');
}

class TypedWalk {
  public constructor(private readonly minor: number) {}

  public problems(value: unknown, schema: Schema, path: string): TypedProblem[] {
    const type = typeOf(schema);
    if (type === undefined) return [];
    if (type === 'list')
      return Array.isArray(value) ? this.ofList(value, schema, path) : wrongType('list', value, path);
    if (type === 'map') return isFields(value) ? this.ofFields(value, schema, path) : wrongType('map', value, path);
    return isScalar(value, type) ? [] : wrongType(type, value, path);
  }

  private ofFields(fields: Fields, schema: Schema, path: string): TypedProblem[] {
    return Object.entries(fields).flatMap(([key, value]): TypedProblem[] => {
      const field = fieldOf(schema, key);
      const place = `${path}.${key}`;
      if (field.node === undefined && keepsUnknownFields(schema)) return [];
      if (field.node === undefined)
        return [{ kind: 'wrong type', path: place, message: 'field not declared in schema' }];
      return this.problems(value, field, place);
    });
  }

  private ofList(list: readonly unknown[], schema: Schema, path: string): TypedProblem[] {
    const items = itemsOf(schema);
    const keys = keysOf(schema);
    const problems: TypedProblem[] = [];
    for (const [index, item] of list.entries()) {
      const unusable = keys === undefined ? undefined : this.unusableItem(item, keys, items);
      if (unusable !== undefined) {
        const message = `element ${index}: ${unusable.message}`;
        // The server does not look at the rest of the list.
        return [...problems, { ...unusable, path, message }];
      }
      const place = keys === undefined ? `[${index}]` : placeOf(item, keys, items);
      const isSame = (other: unknown) =>
        keys === 'set' ? sameJson(other, item) : haveSameKeys(other as Fields, item as Fields, keys!, items);
      if (keys !== undefined && list.findIndex(isSame) < index) {
        problems.push({ kind: 'duplicate', path, message: `duplicate entries for key ${place}` });
      }
      problems.push(...this.problems(item, items, `${path}${place}`));
    }
    return problems;
  }

  /** Why an item cannot be found again in its list. */
  private unusableItem(
    item: unknown,
    keys: readonly string[] | 'set',
    items: Schema,
  ): Omit<TypedProblem, 'path'> | undefined {
    if (keys === 'set') {
      if (isFields(item)) return notAnItem("associative list without keys has an element that's a map type");
      return item === null
        ? notAnItem("associative list without keys has an element that's an explicit null")
        : undefined;
    }
    if (item === null) return notAnItem('associative list with keys may not have a null element');
    if (!isFields(item)) return notAnItem('associative list with keys may not have non-map elements');
    const missing = keys.filter((key) => keyOf(item, key, items) === undefined);
    const [key] = missing;
    if (key === undefined) return undefined;
    if (!hasChange(this.minor, 'ListKeysOptional')) {
      const message = `associative list with keys has an element that omits key field "${key}" (and doesn't have default value)`;
      return { kind: 'missing key', message, key };
    }
    if (missing.length < keys.length) return undefined;
    const all = `[${keys.map((one) => JSON.stringify(one)).join(' ')}]`;
    const message = `associative list with keys has an element that omits all key fields ${all} (and doesn't have default values for any key fields)`;
    return { kind: 'missing key', message, key };
  }
}

function notAnItem(message: string): Omit<TypedProblem, 'path'> {
  return { kind: 'wrong type', message };
}

/** `[name="web"]`, or `[="web"]` in a set. */
function placeOf(item: unknown, keys: readonly string[] | 'set', items: Schema): string {
  if (keys === 'set') return `[=${JSON.stringify(item)}]`;
  const shown = keys
    .toSorted()
    .map((key) => [key, keyOf(item as Fields, key, items)] as const)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return `[${shown.join(',')}]`;
}

type ScalarType = 'numeric (int or float)' | 'string' | 'boolean' | 'any scalar';

const SCALARS: Readonly<Record<string, ScalarType>> = {
  integer: 'numeric (int or float)',
  number: 'numeric (int or float)',
  string: 'string',
  boolean: 'boolean',
};

/** Types that read more than strings. */
const ANY_SCALAR = /\.(Quantity|IntOrString|Time|MicroTime)$/;

/** Undefined for what may be anything. */
function typeOf(schema: Schema): ScalarType | 'list' | 'map' | undefined {
  const { node, resolve } = schema;
  if (node === undefined) return undefined;
  const type: SchemaNode = resolve(node);
  if (type['x-kubernetes-int-or-string'] === true || ANY_SCALAR.test(node.$ref ?? '')) return 'any scalar';
  if (type.type === 'array') return 'list';
  if (type.properties !== undefined || typeof type.additionalProperties === 'object') return 'map';
  if (keepsUnknownFields(schema)) return undefined;
  return SCALARS[declared(schema, 'type') ?? ''];
}

/** Of an object that may have any fields, those that its schema has are checked nevertheless. */
function keepsUnknownFields({ node, resolve }: Schema): boolean {
  return node !== undefined && resolve(node)['x-kubernetes-preserve-unknown-fields'] === true;
}

function isScalar(value: unknown, type: ScalarType): boolean {
  if (type === 'numeric (int or float)') return typeof value === 'number';
  if (type === 'any scalar') return ['number', 'string', 'boolean'].includes(typeof value);
  return typeof value === type;
}

function wrongType(type: ScalarType | 'list' | 'map', value: unknown, path: string): TypedProblem[] {
  return [{ kind: 'wrong type', path, message: `expected ${type}, got ${shownAs(type, value)}` }];
}

/** As the server prints the value: its type for numbers, the inner of its representation for others. */
function shownAs(type: ScalarType | 'list' | 'map', value: unknown): string {
  if (type === 'numeric (int or float)') return goType(value);
  return type === 'string'
    ? `&value.valueUnstructured{Value:${value === null ? 0 : goSyntax(value)}}`
    : `&{${goText(value)}}`;
}

/** `%T` of Go. */
function goType(value: unknown): string {
  if (value === null) return 'structpb.NullValue';
  if (Array.isArray(value)) return '[]interface {}';
  if (isFields(value)) return 'map[string]interface {}';
  return typeof value === 'boolean' ? 'bool' : 'string';
}

/** `%v` of Go. */
function goText(value: unknown): string {
  if (value === null) return 'NULL_VALUE';
  if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`;
  if (!isFields(value)) return String(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `map[${entries.map(([key, part]) => `${key}:${goText(part)}`).join(' ')}]`;
}
