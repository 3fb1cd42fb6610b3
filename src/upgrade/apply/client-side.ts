import { ownField, setOwnField } from '../../values';
import { missingKey } from './apply-refusal';
import { declared, fieldOf, itemsOf, type Schema } from './field-schema';
import { type Fields, isFields, sameJson } from './values';

/**
 * What `kubectl apply` makes of an object in the cluster: the three-way merge of what was applied before, what is applied now, and
 * what is there. A field that was applied before and is gone is removed; one that something else set stays. Lists are merged by the
 * keys that kubectl uses, which is one key each: of two ports with the same number and different protocols, the second overwrites the first
 * (kubernetes/kubernetes#39188).
 *
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#merge-patch-calculation
 */
export function clientSideApply(previous: Fields, current: Fields, next: Fields, schema: Schema): Fields {
  return mergeObjects(previous, current, next, schema, false);
}

function mergeObjects(previous: Fields, current: Fields, next: Fields, schema: Schema, retains: boolean): Fields {
  const result: Fields = {};
  for (const key of new Set([...Object.keys(current), ...Object.keys(next)])) {
    const [old, live, wanted] = [previous, current, next].map((fields) => ownField(fields, key));
    const value = mergeField(old, live, wanted, fieldOf(schema, key), Object.hasOwn(next, key), retains);
    if (value !== undefined && value !== null) setOwnField(result, key, value);
  }
  return result;

  function mergeField(
    old: unknown,
    live: unknown,
    wanted: unknown,
    field: Schema,
    isWanted: boolean,
    isAlternative: boolean,
  ): unknown {
    // Of a field whose members are alternatives, only what is applied now remains.
    if (!isWanted) return old !== undefined || isAlternative ? undefined : live;
    return mergeValue(old, live, wanted, field);
  }
}

function mergeValue(old: unknown, live: unknown, wanted: unknown, field: Schema): unknown {
  const strategies = declared(field, 'x-kubernetes-patch-strategy')?.split(',') ?? [];
  const retains = strategies.includes('retainKeys');
  if (isFields(live) && isFields(wanted) && !strategies.includes('replace')) {
    return mergeObjects(isFields(old) ? old : {}, live, wanted, field, retains);
  }
  if (Array.isArray(live) && Array.isArray(wanted) && strategies.includes('merge')) {
    const key = declared(field, 'x-kubernetes-patch-merge-key');
    const before = Array.isArray(old) ? old : [];
    if (key === undefined) return mergeValues(before, live, wanted);
    return mergeEntries(before, live, wanted, key, itemsOf(field), retains);
  }
  return wanted;
}

/** A list whose items are merged by their values, such as finalizers. */
function mergeValues(before: readonly unknown[], live: readonly unknown[], wanted: readonly unknown[]): unknown[] {
  const kept = live.filter((item) => !before.includes(item) || wanted.includes(item));
  const added = wanted.filter((item) => !kept.includes(item));
  return inOrder([...kept, ...added], wanted, live, (item) => item);
}

type Entry = Fields;

function mergeEntries(
  before: readonly unknown[],
  live: readonly unknown[],
  wanted: readonly unknown[],
  key: string,
  items: Schema,
  retains: boolean,
): unknown[] {
  const [old, current, next] = [before, live, wanted].map((list) => entriesOf(list, key)) as [
    Entry[],
    Entry[],
    Entry[],
  ];
  const applied = pairs(old, next, key);
  const removed = applied.flatMap(([left, right]) => (left !== undefined && right === undefined ? [left[key]] : []));
  const appliedAs = new Map(applied.map(([left, right]) => [right, left]));
  const result = current.filter((entry) => !removed.includes(entry[key]));
  for (const [left, right] of pairs(current, next, key)) {
    if (right === undefined || (left !== undefined && sameJson(left, right))) continue;
    const index = result.findIndex((entry) => entry[key] === right[key]);
    if (index < 0) result.push(right);
    else result[index] = mergeObjects(appliedAs.get(right) ?? {}, result[index]!, right, items, retains);
  }
  return inOrder(result, next, current, (entry) => (entry as Entry)[key]);
}

function entriesOf(list: readonly unknown[], key: string): Entry[] {
  return list.filter(isFields).map((entry) => {
    if (entry[key] === undefined || entry[key] === null)
      throw missingKey(key, `does not contain declared merge key: ${key}`);
    return entry;
  });
}

/** Entries of two lists with the same key, in pairs, as kubectl finds them: both sorted by the text of the key, one after the other. */
function pairs(left: readonly Entry[], right: readonly Entry[], key: string): (readonly [Entry?, Entry?])[] {
  const textOf = (entry: Entry) => String(entry[key]);
  const sorted = (list: readonly Entry[]) =>
    [...list].sort((a, b) => (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0));
  const [ones, others] = [sorted(left), sorted(right)];
  const found: (readonly [Entry?, Entry?])[] = [];
  for (let i = 0, j = 0; i < ones.length || j < others.length; ) {
    const [one, other] = [ones[i], others[j]];
    const order =
      one === undefined
        ? 1
        : other === undefined
          ? -1
          : textOf(one) < textOf(other)
            ? -1
            : textOf(one) > textOf(other)
              ? 1
              : 0;
    found.push([order <= 0 ? one : undefined, order >= 0 ? other : undefined]);
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return found;
}

/** The items of what is applied, in that order, with those that only the cluster has where they were (`mergeSortedSlice`). */
function inOrder(
  items: readonly unknown[],
  wanted: readonly unknown[],
  live: readonly unknown[],
  keyOf: (item: unknown) => unknown,
): unknown[] {
  const [wantedKeys, liveKeys] = [wanted.map(keyOf), live.map(keyOf)];
  const applied = items
    .filter((item) => wantedKeys.includes(keyOf(item)))
    .sort((a, b) => wantedKeys.indexOf(keyOf(a)) - wantedKeys.indexOf(keyOf(b)));
  const others = items.filter((item) => !wantedKeys.includes(keyOf(item)));
  const result: unknown[] = [];
  while (applied.length > 0 && others.length > 0) {
    const [own, other] = [liveKeys.indexOf(keyOf(applied[0])), liveKeys.indexOf(keyOf(others[0]))];
    // What is not applied is in the cluster.
    result.push(own >= 0 && other < own ? others.shift() : applied.shift());
  }
  return [...result, ...applied, ...others];
}
