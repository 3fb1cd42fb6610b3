import type { SchemaNode } from '../../schema';

/** What is known of a value: its schema, as far as there is one. */
export interface Schema {
  readonly node: SchemaNode | undefined;
  resolve(node: SchemaNode): SchemaNode;
}

/** A kind without a schema: all its lists are atomic. */
export const NO_SCHEMA: Schema = { node: undefined, resolve: (node) => node };

/** The schema of a field of an object, or of a value of a map. */
export function fieldOf({ node, resolve }: Schema, key: string): Schema {
  const object = node && resolve(node);
  const own =
    object?.properties !== undefined && Object.hasOwn(object.properties, key) ? object.properties[key] : undefined;
  const rest = object?.additionalProperties;
  return { node: own ?? (typeof rest === 'object' ? rest : undefined), resolve };
}

/** Whether a key is a field of its object, and not one of any keys of a map. */
export function isNamedField({ node, resolve }: Schema, key: string): boolean {
  const { properties } = (node && resolve(node)) ?? {};
  return properties !== undefined && Object.hasOwn(properties, key);
}

/** The schema of the items of a list. */
export function itemsOf({ node, resolve }: Schema): Schema {
  return { node: (node && resolve(node))?.items, resolve };
}

/** What the field itself declares; merge strategies stand beside a reference. */
export function declared<Key extends keyof SchemaNode>(
  { node, resolve }: Schema,
  key: Key,
): SchemaNode[Key] | undefined {
  return node?.[key] ?? (node && resolve(node))?.[key];
}
