import { Lazy } from 'cdk8s';
import { keyDefault, listKeysOf, mergeKeyOf, merges, type SchemaNode } from '../schema';
import { ownField, setOwnField } from '../values';

/** Resolves a reference to a definition. */
export type Resolve = (node: SchemaNode) => SchemaNode;

type Fields = Record<string, unknown>;

const DELETE_VALUES = '$deleteFromPrimitiveList/';
const RETAIN_KEYS = '$retainKeys';
const PATCH = '$patch';

/**
 * Merges `patch` into `base`, which it changes, as `kubectl patch --type strategic` does: objects field by field, lists
 * by the keys that the schema declares for them, everything else by replacement; `null` deletes. Knows the directives
 * `$patch: delete`, `$patch: replace`, `$retainKeys` and `$deleteFromPrimitiveList/FIELD`.
 *
 * It differs from kubectl in three ways. Entries of lists with several keys (ports: number and protocol) are identified
 * by all of them; where a field is one of several alternatives (strategy `retainKeys`: volume sources, update
 * strategies), setting another one drops the old one, where kubectl creates an object that the server rejects; and new entries
 * are appended, not prepended, so that the first container remains that of the app.
 *
 * @param schema of the object; undefined when it is unknown; lists are then replaced.
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
 */
export function strategicMerge(base: Fields, patch: Fields, schema: SchemaNode | undefined, resolve: Resolve): Fields {
  if (patch[PATCH] === 'delete') return {};
  if (patch[PATCH] === 'replace') return fresh(patch) as Fields;
  retain(base, patch[RETAIN_KEYS]);
  const object = schema && resolve(schema);
  for (const [key, given] of Object.entries(patch)) {
    const value = produced(given);
    if (key.startsWith(DELETE_VALUES)) {
      deleteValues(base, key.slice(DELETE_VALUES.length), value);
    } else if (value === null) {
      delete base[key];
    } else if (value !== undefined && key !== RETAIN_KEYS) {
      setOwnField(base, key, mergeField(ownField(base, key), value, fieldSchema(object, key), resolve));
    }
  }
  return base;
}

/** Schema of a field of an object or of a value of a map. */
export function fieldSchema(object: SchemaNode | undefined, key: string): SchemaNode | undefined {
  const rest = object?.additionalProperties;
  const own = ownField(object?.properties ?? {}, key) as SchemaNode | undefined;
  return own ?? (typeof rest === 'object' ? rest : undefined);
}

function mergeField(base: unknown, patch: unknown, schema: SchemaNode | undefined, resolve: Resolve): unknown {
  const strategies = schema?.['x-kubernetes-patch-strategy']?.split(',') ?? [];
  if (isFields(base) && isFields(patch) && !strategies.includes('replace')) {
    return mergeAlternatives(base, patch, schema, schema, resolve);
  }
  if (Array.isArray(base) && Array.isArray(patch) && schema !== undefined) {
    const keys = listKeysOf(schema);
    if (keys !== undefined) return mergeEntries(base, patch, keys, schema, resolve);
    if (merges(schema)) return [...base, ...patch.filter((value) => !base.includes(value))];
  }
  return fresh(patch);
}

/** Merges an object whose `field` can declare (`retainKeys`) that its members are alternatives. */
function mergeAlternatives(
  base: Fields,
  patch: Fields,
  field: SchemaNode | undefined,
  schema: SchemaNode | undefined,
  resolve: Resolve,
): Fields {
  const alternatives = field?.['x-kubernetes-patch-strategy']?.split(',').includes('retainKeys');
  const given = Object.keys(patch).filter(
    (key) => !isDirective(key) && patch[key] !== undefined && patch[key] !== null,
  );
  const chooses = given.some((key) => !(key in base) || (!isFields(base[key]) && base[key] !== patch[key]));
  if (alternatives && chooses) {
    for (const key of Object.keys(base)) {
      if (isFields(base[key]) && !given.includes(key)) delete base[key];
    }
  }
  return strategicMerge(base, patch, schema, resolve);
}

function mergeEntries(
  base: unknown[],
  patch: readonly unknown[],
  keys: readonly string[],
  list: SchemaNode,
  resolve: Resolve,
): unknown[] {
  const replaces = patch.some((entry) => isFields(entry) && entry[PATCH] === 'replace');
  const result = replaces ? [] : [...base];
  for (const given of patch) {
    const entry = produced(given);
    if (isFields(entry) && entry[PATCH] === 'replace') continue;
    const index = isFields(entry) ? indexOfEntry(result, entry, keys, list, resolve) : -1;
    if (isFields(entry) && entry[PATCH] === 'delete') {
      if (index >= 0) result.splice(index, 1);
    } else if (index < 0) {
      result.push(fresh(entry));
    } else {
      result[index] = mergeAlternatives(result[index] as Fields, entry as Fields, list, list.items, resolve);
    }
  }
  return result;
}

/**
 * The entry that the patch refers to: equal in the merge key, and in the other keys that the patch sets. A key that
 * is omitted (the protocol of a port) means its default if there is such an entry, otherwise any.
 */
function indexOfEntry(
  entries: readonly unknown[],
  patch: Fields,
  keys: readonly string[],
  list: SchemaNode,
  resolve: Resolve,
): number {
  const mergeKey = mergeKeyOf(list) ?? keys[0]!;
  const defaulted = (entry: Fields, key: string) => entry[key] ?? keyDefault(list.items, key, resolve);
  const others = keys.filter((key) => key !== mergeKey);
  const candidates = entries.flatMap((entry, index) =>
    isFields(entry) &&
    entry[mergeKey] === patch[mergeKey] &&
    others.every((key) => patch[key] === undefined || defaulted(entry, key) === patch[key])
      ? [index]
      : [],
  );
  const usual = candidates.find((index) =>
    others.every((key) => defaulted(entries[index] as Fields, key) === defaulted(patch, key)),
  );
  return usual ?? candidates[0] ?? -1;
}

function retain(base: Fields, keys: unknown): void {
  if (!Array.isArray(keys)) return;
  for (const key of Object.keys(base)) {
    if (!keys.includes(key)) delete base[key];
  }
}

function deleteValues(base: Fields, field: string, values: unknown): void {
  const list = base[field];
  if (Array.isArray(list) && Array.isArray(values)) {
    base[field] = list.filter((value) => !values.includes(value));
  }
}

/** A deep copy for a new field: without nulls and directives. */
function fresh(given: unknown): unknown {
  const value = produced(given);
  if (Array.isArray(value)) {
    return value.filter((entry) => !isFields(entry) || isPlainDirective(entry)).map(fresh);
  }
  if (!isFields(value)) return value;
  const copy: Fields = {};
  for (const [key, field] of Object.entries(value)) {
    if (field === null || field === undefined || isDirective(key)) continue;
    setOwnField(copy, key, fresh(field));
  }
  return copy;
}

/** Entries that contain only directives for the list have no value. */
function isPlainDirective(entry: Fields): boolean {
  return entry[PATCH] === undefined || (entry[PATCH] === 'replace' && Object.keys(entry).length > 1);
}

function isDirective(key: string): boolean {
  return key === PATCH || key === RETAIN_KEYS || key.startsWith(DELETE_VALUES);
}

/** Lazy values of cdk8s are resolved when the manifest is rendered; dates are converted to the format of the API server. */
function produced(value: unknown): unknown {
  if (value instanceof Lazy) return produced(value.produce());
  return value instanceof Date ? value.toISOString() : value;
}

/** Whether the value is an object, not an array. */
export function isFields(value: unknown): value is Fields {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Lazy) &&
    !(value instanceof Date)
  );
}
