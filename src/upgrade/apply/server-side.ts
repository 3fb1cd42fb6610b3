import { declared, fieldOf, itemsOf, type Schema } from './field-schema';
import { type Fields, isFields, sameJson } from './values';

/** The only key of a list entry that the server defaults. */
const KEY_DEFAULTS: Readonly<Record<string, unknown>> = { protocol: 'TCP' };

/**
 * What `kubectl apply --server-side` makes of an object in the cluster that the same manager applied before: fields that it
 * applied and applies no longer are removed, all others stay. Lists are merged by all their keys.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/
 */
export function serverSideApply(previous: Fields, current: Fields, next: Fields, schema: Schema): Fields {
  return merged(previous, current, next, schema) as Fields;
}

/** Undefined where nothing remains. */
function merged(previous: unknown, current: unknown, next: unknown, schema: Schema): unknown {
  if (next === undefined && previous === undefined) return current;
  if (isFields(current) && (isFields(next) || (next === undefined && isFields(previous))) && !isAtomicMap(schema)) {
    return mergedFields(isFields(previous) ? previous : {}, current, isFields(next) ? next : undefined, schema);
  }
  if (Array.isArray(current) && (Array.isArray(next) || (next === undefined && Array.isArray(previous)))) {
    const type = declared(schema, 'x-kubernetes-list-type');
    const [old, wanted] = [previous, next].map((list) => (Array.isArray(list) ? list : []));
    if (type === 'set') return listOrNothing(mergedSet(old!, current, wanted!), next);
    const keys = declared(schema, 'x-kubernetes-list-map-keys');
    if (type === 'map' && keys !== undefined) {
      return listOrNothing(mergedEntries(old!, current, wanted!, keys, itemsOf(schema)), next);
    }
  }
  return next === null ? undefined : next;
}

function isAtomicMap(schema: Schema): boolean {
  return declared(schema, 'x-kubernetes-map-type') === 'atomic';
}

function mergedFields(previous: Fields, current: Fields, next: Fields | undefined, schema: Schema): unknown {
  const result: Fields = {};
  for (const key of new Set([...Object.keys(current), ...Object.keys(next ?? {})])) {
    const value = merged(previous[key], current[key], next?.[key], fieldOf(schema, key));
    if (value !== undefined) result[key] = value;
  }
  // An object that loses all its fields is no longer there.
  return next === undefined && Object.keys(result).length === 0 ? undefined : result;
}

function listOrNothing(list: unknown[], next: unknown): unknown {
  return list.length === 0 && next === undefined ? undefined : list;
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
  const isSame = (one: unknown, other: unknown) =>
    isFields(one) &&
    isFields(other) &&
    keys.every((key) => sameJson(one[key] ?? KEY_DEFAULTS[key], other[key] ?? KEY_DEFAULTS[key]));
  const find = (list: readonly unknown[], entry: unknown) => list.find((other) => isSame(other, entry));
  const applied = next.map((entry) => {
    const live = find(current, entry);
    return live === undefined ? entry : merged(find(previous, entry) ?? {}, live, entry, items);
  });
  const others = current.filter((entry) => find(next, entry) === undefined && find(previous, entry) === undefined);
  return [...applied, ...others];
}
