import { keyDefault } from '../../schema';
import { declared, type Schema } from './field-schema';
import { type Fields, sameJson } from './values';

/**
 * By what the items of a list are found: fields of theirs, or themselves; undefined for a list that is replaced as a whole.
 *
 * @see getListElementRelationship (k8s.io/kube-openapi/pkg/schemaconv)
 */
export function keysOf(schema: Schema): readonly string[] | 'set' | undefined {
  const type = declared(schema, 'x-kubernetes-list-type');
  if (type === 'map') return declared(schema, 'x-kubernetes-list-map-keys');
  if (type !== undefined) return type === 'set' ? 'set' : undefined;
  // Older documents say of some lists only how a patch merges them.
  const strategy = declared(schema, 'x-kubernetes-patch-strategy');
  if (strategy !== 'merge' && strategy !== 'merge,retainKeys') return undefined;
  const key = declared(schema, 'x-kubernetes-patch-merge-key');
  return key === undefined ? 'set' : [key];
}

/** A key of an item of a list, or what the server takes where the item leaves it out. */
export function keyOf(item: Fields, key: string, items: Schema): unknown {
  return item[key] ?? keyDefault(items.node, key, items.resolve);
}

/** Whether two items of a list have the same keys. */
export function haveSameKeys(one: Fields, other: Fields, keys: readonly string[], items: Schema): boolean {
  return keys.every((key) => sameJson(keyOf(one, key, items), keyOf(other, key, items)));
}
