import { definitionNameOf, type KubernetesDocument, resolveSchema, type SchemaNode } from '../../schema';
import { canonicalQuantity, parseQuantity } from '../../values';
import { GO_POINTERS, goTypeKey } from '../go-types';

const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';

/**
 * Writes a decoded object as the server returns it: amounts in their shortest form (`8192Mi` as `8Gi`), nothing for lists, maps
 * and scalars that are empty, unless Go has a pointer there, and zero for required scalars that are not set. Changes the object.
 */
export function canonicalize(document: KubernetesDocument, definition: string, object: object): void {
  visit(document, document.definitions[definition], definition, object);
}

function visit(
  document: KubernetesDocument,
  node: SchemaNode | undefined,
  definition: string | undefined,
  value: any,
): void {
  if (node === undefined || typeof value !== 'object' || value === null) return;
  const schema = resolveSchema(document, node);
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items !== undefined)
      for (const [index, item] of value.entries()) value[index] = canonical(document, items, item);
    return;
  }
  const { properties, additionalProperties } = schema;
  if (properties === undefined) {
    if (typeof additionalProperties !== 'object') return;
    for (const [key, child] of Object.entries(value)) value[key] = canonical(document, additionalProperties, child);
    return;
  }
  const pointers = GO_POINTERS[goTypeKey(definition)];
  for (const [key, child] of Object.entries(value)) {
    const property = properties[key];
    if (property === undefined) continue;
    const isSet = !isEmpty(document, property, child) && (!isZero(child) || pointers?.includes(key));
    if (isSet || isIntOrString(document, property)) value[key] = canonical(document, property, child);
    else delete value[key];
  }
  for (const key of schema.required ?? []) {
    if (value[key] !== undefined || pointers?.includes(key)) continue;
    const zero = ZEROES[resolveSchema(document, properties[key] ?? {}).type ?? ''];
    if (zero !== undefined && definitionNameOf(properties[key]!) === undefined) value[key] = zero;
  }
}

const ZEROES: Readonly<Record<string, unknown>> = { string: '', integer: 0, boolean: false };

function canonical(document: KubernetesDocument, node: SchemaNode, value: unknown): unknown {
  const definition = definitionNameOf(node);
  if (definition === QUANTITY) {
    const amount = parseQuantity(value as string | number);
    return amount === undefined ? value : canonicalQuantity(amount);
  }
  visit(document, node, definition, value);
  return value;
}

/** An empty list or map. An object with fields is one, even without any of them. */
function isEmpty(document: KubernetesDocument, node: SchemaNode, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== 'object' || Object.keys(value).length > 0) return false;
  const { properties, additionalProperties } = resolveSchema(document, node);
  return properties === undefined && typeof additionalProperties === 'object';
}

function isZero(value: unknown): boolean {
  return value === '' || value === 0 || value === false;
}

function isIntOrString(document: KubernetesDocument, node: SchemaNode): boolean {
  const schema = resolveSchema(document, node);
  return schema['x-kubernetes-int-or-string'] === true || schema.format === 'int-or-string';
}
