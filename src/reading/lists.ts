/** An object of a document, and the path of keys and indexes to it. */
export interface ListItem {
  readonly object: unknown;
  readonly path: readonly (string | number)[];
}

/**
 * Takes lists apart as kubectl does: whatever has `items` is a list, not only the kind `List`. Items of a `RoleList` or
 * `ConfigMapList` that have neither kind nor apiVersion get those of the list; lists in lists are taken apart too.
 *
 * @returns the object itself, when it is not a list.
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/apis/meta/v1/unstructured#UnstructuredList
 */
export function takeListApart(object: Readonly<Record<string, unknown>>): ListItem[] {
  const { kind, apiVersion, items } = object;
  if (!Object.hasOwn(object, 'items') || typeof kind !== 'string' || kind === '') {
    return [{ object, path: [] }];
  }
  const type = { apiVersion: typeof apiVersion === 'string' ? apiVersion : '', kind: kind.replace(/List$/, '') };
  if (!Array.isArray(items)) {
    return items === null ? [] : [{ object, path: [] }];
  }
  const typed = items.map((item: unknown, at): ListItem => {
    const empty = item === null ? {} : item;
    return { object: isObject(empty) && !hasType(empty) ? { ...type, ...empty, ...type } : empty, path: ['items', at] };
  });
  return flatten(typed);
}

/** Breadth first, as kubectl orders what lists in lists hold. */
function flatten(pending: ListItem[]): ListItem[] {
  const objects: ListItem[] = [];
  for (const { object, path } of pending) {
    if (isObject(object) && Array.isArray(object.items)) {
      pending.push(...object.items.map((item: unknown, at) => ({ object: item, path: [...path, 'items', at] })));
    } else {
      objects.push({ object, path });
    }
  }
  return objects;
}

function hasType({ kind, apiVersion }: Readonly<Record<string, unknown>>): boolean {
  return (typeof kind === 'string' && kind !== '') || (typeof apiVersion === 'string' && apiVersion !== '');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
