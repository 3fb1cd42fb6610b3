import type { CustomResourceSchema } from '../../schema';

/** Reports an entry that a list has twice, by its keys if it has some, or one that cannot be distinguished at all. */
export type ReportList = (path: string, problem: 'duplicate' | 'no object', value: unknown) => void;

/** Looks for repeated entries in lists that are sets or maps. */
export function checkLists(
  schema: CustomResourceSchema | undefined,
  value: any,
  path: string,
  report: ReportList,
): void {
  if (schema === undefined || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    if (schema['x-kubernetes-list-type'] === 'set') reportRepeated(value, path, report);
    if (schema['x-kubernetes-list-type'] === 'map') checkMapList(schema, value, path, report);
    for (const [index, item] of value.entries()) checkLists(schema.items, item, `${path}[${index}]`, report);
    return;
  }
  const { properties = {}, additionalProperties } = schema;
  for (const [field, child] of Object.entries(value)) {
    if (typeof additionalProperties === 'object') checkLists(additionalProperties, child, `${path}[${field}]`, report);
    if (Object.hasOwn(properties, field)) {
      checkLists(properties[field], child, path === '' ? field : `${path}.${field}`, report);
    }
  }
}

function checkMapList(schema: CustomResourceSchema, list: readonly any[], path: string, report: ReportList): void {
  const odd = list.findIndex((item) => item !== null && (typeof item !== 'object' || Array.isArray(item)));
  if (odd >= 0) {
    report(`${path}[${odd}]`, 'no object', list[odd]);
    return;
  }
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  const keysOf = (item: any) =>
    Object.fromEntries(keys.filter((key) => item !== null && Object.hasOwn(item, key)).map((key) => [key, item[key]]));
  reportRepeated(list.map(keysOf), path, report);
}

/** Only the second of equal entries is reported, not the third. */
function reportRepeated(list: readonly unknown[], path: string, report: ReportList): void {
  const times = new Map<string, number>();
  for (const [index, entry] of list.entries()) {
    const text = JSON.stringify(sorted(entry));
    const before = times.get(text) ?? 0;
    if (before === 1) report(`${path}[${index}]`, 'duplicate', entry);
    times.set(text, before + 1);
  }
}

/** The same value with its fields in one order, so that equal values have equal texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return fields.map(([field, child]) => [field, sorted(child)]);
}
