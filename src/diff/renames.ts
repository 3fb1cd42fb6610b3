import { appliedNamespaceOf, groupKindOf } from '../facts';
import { isFields } from '../upgrade';

/** An object that is gone, and the new one that stands in its place. */
export interface Rename {
  readonly before: any;
  readonly after: any;
  /** The name ends in a hash of the content, so that a change of the content is a new object on purpose. */
  readonly isByContent: boolean;
}

/** Share of equal fields from which two objects are taken for the same one under another name. */
const ALIKE = 0.6;
const CONTENT_HASH = /^(.*)-[0-9a-z]{8,12}$/;

/** Finds pairs of a removed and a new object of one kind that are alike but for their names, the most alike first. */
export function findRenames(removed: readonly any[], added: readonly any[]): Rename[] {
  const pairs = removed.flatMap((before) =>
    added
      .filter((after) => groupKindOf(after) === groupKindOf(before))
      .map((after) => ({ before, after, isByContent: isByContent(before, after), likeness: likeness(before, after) }))
      .filter(({ isByContent, likeness }) => isByContent || likeness >= ALIKE),
  );
  pairs.sort((a, b) => Number(b.isByContent) - Number(a.isByContent) || b.likeness - a.likeness);
  const taken = new Set<unknown>();
  return pairs.filter(({ before, after }) => {
    if (taken.has(before) || taken.has(after)) return false;
    taken.add(before).add(after);
    return true;
  });
}

function isByContent(before: any, after: any): boolean {
  const [old, now] = [before, after].map(({ metadata }) => CONTENT_HASH.exec(metadata?.name ?? '')?.[1]);
  return old !== undefined && old === now && appliedNamespaceOf(before) === appliedNamespaceOf(after);
}

/** The name of the object may stand in its fields or not: the greater likeness counts. */
function likeness(before: any, after: any): number {
  return Math.max(
    ...[true, false].map((hidesName) => shareOfEqual(fieldsOf(before, hidesName), fieldsOf(after, hidesName))),
  );
}

function shareOfEqual(old: ReadonlySet<string>, now: ReadonlySet<string>): number {
  const common = [...old].filter((field) => now.has(field)).length;
  const all = old.size + now.size - common;
  return all === 0 ? 1 : common / all;
}

/** All fields with their values, without the names of the object. */
function fieldsOf(object: any, hidesName: boolean): Set<string> {
  const name = object.metadata?.name;
  const fields = new Set<string>();
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`);
    else if (isFields(value)) for (const [key, child] of Object.entries(value)) visit(child, `${path}.${key}`);
    else fields.add(`${path}=${hidesName ? String(value).replaceAll(String(name), '*') : value}`);
  };
  for (const [key, value] of Object.entries(object)) {
    if (key === 'apiVersion' || key === 'kind') continue;
    visit(key === 'metadata' ? { ...(value as object), name: undefined, namespace: undefined } : value, key);
  }
  return fields;
}
