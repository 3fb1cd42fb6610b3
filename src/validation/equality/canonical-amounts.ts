import { definitionNameOf, type KubernetesDocument, resolveSchema, type SchemaNode } from '../../schema';
import { canonicalQuantity, parseQuantity } from '../../values';

const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
const amounts = new WeakMap<KubernetesDocument, Map<string, boolean>>();

/** Writes all amounts in an object as the server returns them: `8192Mi` as `8Gi`. Changes the object. */
export function canonicalizeAmounts(document: KubernetesDocument, definition: string, object: object): void {
  visit(document, document.definitions[definition], object);
}

function visit(document: KubernetesDocument, node: SchemaNode | undefined, value: any): void {
  if (node === undefined || typeof value !== 'object' || value === null) return;
  const schema = resolveSchema(document, node);
  if (Array.isArray(value)) {
    if (schema.items !== undefined && hasAmounts(document, schema.items)) {
      for (const [index, item] of value.entries()) value[index] = canonical(document, schema.items, item);
    }
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    const rest = schema.additionalProperties;
    const own = schema.properties?.[key] ?? (typeof rest === 'object' ? rest : undefined);
    if (own !== undefined && hasAmounts(document, own)) value[key] = canonical(document, own, child);
  }
}

function canonical(document: KubernetesDocument, node: SchemaNode, value: unknown): unknown {
  if (definitionNameOf(node) === QUANTITY) {
    const amount = parseQuantity(value as string | number);
    return amount === undefined ? value : canonicalQuantity(amount);
  }
  visit(document, node, value);
  return value;
}

/** Whether an amount can be anywhere below a definition. */
function hasAmounts(document: KubernetesDocument, node: SchemaNode): boolean {
  const name = definitionNameOf(node);
  if (name === undefined) {
    const parts = [node.items, node.additionalProperties, ...Object.values(node.properties ?? {})];
    return parts.some((part) => typeof part === 'object' && hasAmounts(document, part));
  }
  if (name === QUANTITY) return true;
  const known = amounts.get(document) ?? new Map<string, boolean>();
  amounts.set(document, known);
  if (!known.has(name)) {
    // A definition that contains itself is decided by its other fields.
    known.set(name, false);
    known.set(name, hasAmounts(document, document.definitions[name] ?? {}));
  }
  return known.get(name)!;
}
