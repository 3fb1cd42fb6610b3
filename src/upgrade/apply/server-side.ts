import { hasChange, isKind } from '../../facts';
import { ownField, setOwnField } from '../../values';
import type { AppliedChange } from './applied-change';
import { ApplyRefusal, missingKey } from './apply-refusal';
import { declared, fieldOf, isNamedField, itemsOf, type Schema } from './field-schema';
import { haveSameKeys, keysOf } from './list-keys';
import { mergedOrder } from './merged-order';
import { type TypedProblem, typedProblems } from './typed-problems';
import { type Fields, isFields, sameJson } from './values';

/**
 * What `kubectl apply --server-side` makes of an object in the cluster that the same manager applied before: fields that it
 * applied and applies no longer are removed, all others stay. Lists are merged by all their keys.
 *
 * @throws ApplyRefusal for list items without a key, and for two with the same keys.
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/
 */
export function serverSideApply({ previous, live, next }: AppliedChange, schema: Schema, minor: number): Fields {
  const fields = resetFields(live);
  const [applied, reset] = byReset(next, fields);
  const problems = typedProblems(reset, schema, minor);
  // What has a wrong type is reported by the check of the object itself.
  const refused =
    typedProblems(applied, schema, minor).find(({ kind }) => kind !== 'wrong type') ??
    problems.find(({ kind }) => kind === 'duplicate');
  if (refused !== undefined) throw refusalOf(refused);
  // Fields that are reset have types in all versions; what their strings mean is read by newer servers only.
  const isDecoded = hasChange(minor, 'AppliedStatusDecoded') || problems.length > 0;
  if (isDecoded) return merged(previous, live, wrapped(next, schema), schema) as Fields;
  return merged(byReset(previous, fields)[0], live, wrapped(applied, schema), schema) as Fields;
}

/** The fields of an object that an apply changes, and those that it does not. */
function byReset(object: Fields, reset: readonly string[]): [Fields, Fields] {
  const sides: [Fields, Fields] = [{}, {}];
  for (const [key, value] of Object.entries(object)) setOwnField(sides[reset.includes(key) ? 1 : 0], key, value);
  return sides;
}

/** What the strategy of a kind sets back in an object that is there (`GetResetFields` of the strategies). */
function resetFields(live: Fields): readonly string[] {
  const isRequest = isKind(live, 'certificates.k8s.io/CertificateSigningRequest') && live.spec !== undefined;
  return isRequest ? ['spec', 'status'] : ['status'];
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
  return mergedOrder(current, next, sameJson)
    .filter(({ live, applied }) => applied !== undefined || !previous.includes(live))
    .map(({ live, applied }) => applied ?? live);
}

function mergedEntries(
  previous: readonly unknown[],
  current: readonly unknown[],
  next: readonly unknown[],
  keys: readonly string[],
  items: Schema,
): unknown[] {
  const isSame = (one: unknown, other: unknown) => isSameEntry(one, other, keys, items);
  return mergedOrder(current, next, isSame).flatMap(({ live, applied }) => {
    const before = previous.find((one) => isSame(one, live));
    if (applied === undefined) return before === undefined ? [live] : [];
    return [live === undefined ? applied : merged(before ?? {}, live, applied, items)];
  });
}

function isSameEntry(one: unknown, other: unknown, keys: readonly string[], items: Schema): boolean {
  return isFields(one) && isFields(other) && haveSameKeys(one, other, keys, items);
}

function refusalOf({ path, message, key }: TypedProblem): ApplyRefusal {
  const text = `${path}: ${message}`;
  if (key !== undefined) return missingKey(key, text);
  return new ApplyRefusal('apply-duplicate-key', text, 'remove or change one of the items');
}

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
