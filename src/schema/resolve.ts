import type { KubernetesDocument, SchemaNode } from './document';

const PREFIX = '#/definitions/';

/** Name of the definition that a node refers to, such as `io.k8s.api.core.v1.Probe`; undefined for an inline schema. */
export function definitionNameOf(node: SchemaNode): string | undefined {
  return node.$ref?.startsWith(PREFIX) ? node.$ref.slice(PREFIX.length) : undefined;
}

/**
 * The schema that a node stands for: the definition it refers to, or the node itself. What the node adds beside the
 * reference (merge keys, list type) stays on the node; ask it there.
 *
 * @throws Error when the document lacks the definition.
 */
export function resolveSchema(document: KubernetesDocument, node: SchemaNode): SchemaNode {
  let resolved = node;
  for (let name = definitionNameOf(resolved); name !== undefined; name = definitionNameOf(resolved)) {
    const definition = document.definitions[name];
    if (definition === undefined) {
      throw new Error(
        `The API document of Kubernetes ${document.kubernetesVersion} has no definition ${JSON.stringify(name)}`,
      );
    }
    resolved = definition;
  }
  return resolved;
}

/** The field that tells the entries of a list apart in a strategic merge, when its entries are merged at all. */
export function mergeKeyOf(list: SchemaNode): string | undefined {
  return merges(list) ? list['x-kubernetes-patch-merge-key'] : undefined;
}

/**
 * All fields that together tell the entries of a list apart: the list's map keys (`port` and `protocol` of Service
 * ports), else its merge key alone. Undefined for lists that are replaced as a whole or hold plain values.
 */
export function listKeysOf(list: SchemaNode): readonly string[] | undefined {
  if (list['x-kubernetes-list-type'] === 'map') return list['x-kubernetes-list-map-keys'];
  const key = mergeKeyOf(list);
  return key === undefined ? undefined : [key];
}

/** Whether a strategic merge joins the list (by key, or as a set of plain values) instead of replacing it. */
export function merges(list: SchemaNode): boolean {
  return list['x-kubernetes-patch-strategy']?.split(',').includes('merge') ?? false;
}

/** The only optional keys of lists that have a default in built-in kinds. */
const OPTIONAL_KEYS: Readonly<Record<string, unknown>> = { protocol: 'TCP' };
const ZERO_VALUES: Readonly<Record<string, unknown>> = { string: '', integer: 0 };

/**
 * What the server takes for a key of a list where an item does not set it. Custom resources declare their defaults. Documents
 * of Kubernetes are imported without: in those of the server, a required key has its zero value, and of the optional ones only
 * `protocol` and the names of pull secrets have one.
 *
 * @param items schema of the items as the list has it
 * @see api/openapi-spec/v3 of k8s.io/kubernetes, 1.28 to 1.36
 */
export function keyDefault(
  items: SchemaNode | undefined,
  key: string,
  resolve: (node: SchemaNode) => SchemaNode,
): unknown {
  const item = items && resolve(items);
  const field = item?.properties?.[key];
  if (field?.default !== undefined) return field.default;
  // Only items of built-in kinds refer to a definition.
  const definition = items && definitionNameOf(items);
  if (definition === undefined) return undefined;
  if (definition.endsWith('.LocalObjectReference')) return '';
  return item?.required?.includes(key) === true ? ZERO_VALUES[field?.type ?? ''] : OPTIONAL_KEYS[key];
}
