import { isFields, sameJson } from '../upgrade';

/** A field that differs, without where it is written. */
export interface ChangedField {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Fields by which items of a list are matched, so that one more item does not change all that follow. */
const ITEM_KEYS = ['name', 'key', 'mountPath', 'containerPort', 'port', 'uid', 'ip', 'host', 'path', 'type'];
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** Metadata that only the server writes. */
const OF_SERVER =
  /^(?:metadata\.(?:uid|resourceVersion|creationTimestamp|generation|managedFields|selfLink)|status)(?:[.[]|$)/;

/** Without the manifest that kubectl keeps in an annotation, which may be the only one. */
function withoutApplied(object: any): unknown {
  const annotations = object?.metadata?.annotations;
  if (!isFields(annotations) || !Object.hasOwn(annotations, LAST_APPLIED)) return object;
  const { [LAST_APPLIED]: _, ...others } = annotations;
  const metadata = { ...object.metadata, annotations: others };
  if (Object.keys(others).length === 0) delete metadata.annotations;
  return { ...object, metadata };
}

/** Fields that differ between two objects, each at the deepest path. */
export function fieldChanges(before: unknown, after: unknown): ChangedField[] {
  const changes: ChangedField[] = [];
  visit(withoutApplied(before), withoutApplied(after), '', changes);
  return changes.filter(({ path }) => !OF_SERVER.test(path));
}

function visit(before: unknown, after: unknown, path: string, changes: ChangedField[]): void {
  if (isNothing(before) && isNothing(after)) return;
  if (isFields(before) && isFields(after)) {
    for (const key of keysOf(before, after)) {
      // Most fields are the same, and need no path.
      if (before[key] !== after[key]) visit(before[key], after[key], fieldPath(path, key), changes);
    }
  } else if (Array.isArray(before) && Array.isArray(after)) {
    visitLists(before, after, path, changes);
  } else if (!sameJson(before, after)) {
    changes.push({ path, ...(isNothing(before) ? {} : { before }), ...(isNothing(after) ? {} : { after }) });
  }
}

function keysOf(before: object, after: object): string[] {
  return [...Object.keys(before), ...Object.keys(after).filter((key) => !Object.hasOwn(before, key))];
}

function visitLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: string,
  changes: ChangedField[],
): void {
  const key = ITEM_KEYS.find((candidate) => [before, after].every((list) => isKey(list, candidate)));
  if (key === undefined) {
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      visit(before[index], after[index], `${path}[${index}]`, changes);
    }
    return;
  }
  const [old, now] = [keysInBoth(before, after, key), keysInBoth(after, before, key)];
  if (!sameJson(old, now)) changes.push({ path, before: old, after: now });
  const find = (list: readonly unknown[], value: unknown) => list.findIndex((item) => (item as any)[key] === value);
  for (const [index, item] of after.entries()) {
    visit(before[find(before, (item as any)[key])], item, `${path}[${index}]`, changes);
  }
  for (const [index, item] of before.entries()) {
    if (find(after, (item as any)[key]) < 0) visit(item, undefined, `${path}[${index}]`, changes);
  }
}

/** Names of the items that another list has too, in their order: init containers run in theirs, and variables expand in theirs. */
function keysInBoth(list: readonly unknown[], other: readonly unknown[], key: string): unknown[] {
  const names = (items: readonly unknown[]) => items.map((item) => (item as any)[key]);
  const others = new Set(names(other));
  return names(list).filter((name) => others.has(name));
}

/** Whether all items of a list differ in a field. */
function isKey(list: readonly unknown[], key: string): boolean {
  const values = list.map((item) => (isFields(item) ? item[key] : undefined));
  return (
    values.every((value) => typeof value === 'string' || typeof value === 'number') &&
    new Set(values).size === values.length
  );
}

function fieldPath(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}
