import { ownField, setOwnField } from '../../values';
import { ApplyRefusal, missingKey } from './apply-refusal';
import { declared, fieldOf, isNamedField, itemsOf, type Schema } from './field-schema';
import { type Fields, isFields, sameJson } from './values';

/** The only key of a list entry that the server defaults. */
const KEY_DEFAULTS: Readonly<Record<string, unknown>> = { protocol: 'TCP' };

/**
 * What `kubectl apply --server-side` makes of an object in the cluster that the same manager applied before: fields that it
 * applied and applies no longer are removed, all others stay. Lists are merged by all their keys.
 *
 * @throws ApplyRefusal for list items without a key, and for two with the same keys.
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/
 */
export function serverSideApply(previous: Fields, current: Fields, next: Fields, schema: Schema): Fields {
  const { status: _, ...applied } = next;
  checkKeys(applied, schema, '');
  return merged(previous, current, wrapped(next, schema), schema) as Fields;
}

/**
 * Undefined where nothing remains. A field of the schema that was applied before and is gone is removed with all that is in it, also
 * with what the server filled in (`EnsureNamedFieldsAreMembers` of structured-merge-diff); an entry of a map only with what was applied.
 */
function merged(previous: unknown, current: unknown, next: unknown, schema: Schema, isNamed = false): unknown {
  if (next === undefined && previous === undefined) return current;
  if (next === undefined && isNamed) return undefined;
  if (next === null) return null;
  if (isFields(current) && (isFields(next) || (next === undefined && isFields(previous))) && !isAtomicMap(schema)) {
    return mergedFields(isFields(previous) ? previous : {}, current, isFields(next) ? next : undefined, schema);
  }
  if (Array.isArray(current) && (Array.isArray(next) || (next === undefined && Array.isArray(previous)))) {
    const [old, wanted] = [previous, next].map((list) => (Array.isArray(list) ? list : []));
    const keys = keysOf(schema);
    if (keys === 'set') return listOrNothing(mergedSet(old!, current, wanted!), current);
    if (keys !== undefined) return listOrNothing(mergedEntries(old!, current, wanted!, keys, itemsOf(schema)), current);
  }
  return next;
}

/** By what the items of a list are found; undefined for a list that is replaced as a whole. */
function keysOf(schema: Schema): readonly string[] | 'set' | undefined {
  const type = declared(schema, 'x-kubernetes-list-type');
  if (type === 'set') return 'set';
  return type === 'map' ? declared(schema, 'x-kubernetes-list-map-keys') : undefined;
}

function isAtomicMap(schema: Schema): boolean {
  return declared(schema, 'x-kubernetes-map-type') === 'atomic';
}

function mergedFields(previous: Fields, current: Fields, next: Fields | undefined, schema: Schema): unknown {
  const result: Fields = {};
  for (const key of new Set([...Object.keys(current), ...Object.keys(next ?? {})])) {
    const [old, live, wanted] = [previous, current, next].map((fields) => fields && ownField(fields, key));
    const value = merged(old, live, wanted, fieldOf(schema, key), isNamedField(schema, key));
    if (value !== undefined) setOwnField(result, key, value);
  }
  // An object that loses all its fields is no longer there.
  const isGone = next === undefined || Object.keys(current).length > 0;
  return isGone && Object.keys(result).length === 0 ? undefined : result;
}

function listOrNothing(list: unknown[], current: readonly unknown[]): unknown {
  return list.length === 0 && current.length > 0 ? undefined : list;
}

function mergedSet(previous: readonly unknown[], current: readonly unknown[], next: readonly unknown[]): unknown[] {
  const others = current.filter((item) => !previous.includes(item) && !next.includes(item));
  return [...next, ...others];
}

function mergedEntries(
  previous: readonly unknown[],
  current: readonly unknown[],
  next: readonly unknown[],
  keys: readonly string[],
  items: Schema,
): unknown[] {
  const find = (list: readonly unknown[], entry: unknown) => list.find((other) => isSameEntry(other, entry, keys));
  const applied = next.map((entry) => {
    const live = find(current, entry);
    return live === undefined ? entry : merged(find(previous, entry) ?? {}, live, entry, items);
  });
  const others = current.filter((entry) => find(next, entry) === undefined && find(previous, entry) === undefined);
  return [...applied, ...others];
}

function isSameEntry(one: unknown, other: unknown, keys: readonly string[]): boolean {
  if (!isFields(one) || !isFields(other)) return false;
  return keys.every((key) => sameJson(one[key] ?? KEY_DEFAULTS[key], other[key] ?? KEY_DEFAULTS[key]));
}

/** Lists that are merged by keys need all of them in each item, and no two items with the same. */
function checkKeys(value: unknown, schema: Schema, path: string): void {
  if (isFields(value)) {
    for (const [key, child] of Object.entries(value)) checkKeys(child, fieldOf(schema, key), `${path}.${key}`);
  }
  if (!Array.isArray(value)) return;
  const keys = keysOf(schema);
  for (const [index, item] of value.entries()) {
    checkKeys(item, itemsOf(schema), `${path}[${index}]`);
    if (keys === undefined) continue;
    if (keys !== 'set') checkKeysOf(item, keys, `${path}: element ${index}`);
    const isSame = (other: unknown) => (keys === 'set' ? sameJson(other, item) : isSameEntry(other, item, keys));
    if (value.findIndex(isSame) < index) {
      const shown = keys === 'set' ? JSON.stringify(item) : keys.map((key) => shownKey(item, key)).join(',');
      const message = `${path}: duplicate entries for key [${shown}]`;
      throw new ApplyRefusal('apply-duplicate-key', message, 'remove or change one of the items');
    }
  }
}

function checkKeysOf(item: unknown, keys: readonly string[], place: string): void {
  if (!isFields(item)) return;
  const missing = keys.find((key) => (item[key] ?? undefined) === undefined && KEY_DEFAULTS[key] === undefined);
  if (missing === undefined) return;
  const problem = `associative list with keys has an element that omits key field "${missing}" (and doesn't have default value)`;
  throw missingKey(missing, `${place}: ${problem}`);
}

const shownKey = (item: any, key: string) => `${key}=${JSON.stringify(item[key] ?? KEY_DEFAULTS[key])}`;

const BITS: Readonly<Record<string, number>> = { int32: 32, int64: 64 };

/** An integer that does not fit its field is cut off silently, unlike in other requests. */
function wrapped(value: unknown, schema: Schema): unknown {
  if (Array.isArray(value)) return value.map((item) => wrapped(item, itemsOf(schema)));
  if (isFields(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, wrapped(child, fieldOf(schema, key))]));
  }
  const bits =
    typeof value === 'number' && Number.isInteger(value) ? BITS[declared(schema, 'format') ?? ''] : undefined;
  if (bits === undefined || BigInt.asIntN(bits, BigInt(value as number)) === BigInt(value as number)) return value;
  const isInteger = BigInt.asIntN(64, BigInt(value as number)) === BigInt(value as number);
  return Number(BigInt.asIntN(bits, isInteger ? BigInt(value as number) : -(1n << 63n)));
}
