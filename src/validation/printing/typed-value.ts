import { FIRST_WITH_JSON, goQuote, printedValue } from '../../findings';
import { definitionNameOf, type KubernetesDocument, resolveSchema, type SchemaNode } from '../../schema';
import { parseFieldPath } from '../../values';

/** A value and the schema of the field that holds it. */
export interface TypedValue {
  readonly value: unknown;
  /** Undefined for a field that the schema does not have: the server names some of its fields differently. */
  readonly node: SchemaNode | undefined;
}

const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
const INT_OR_STRING = 'io.k8s.apimachinery.pkg.util.intstr.IntOrString';

/** The value under a field path, which begins at a value of the named definition. */
export function valueAtField(
  document: KubernetesDocument,
  definition: string,
  value: unknown,
  field: string,
): TypedValue {
  let at: any = value;
  let node: SchemaNode | undefined = document.definitions[definition];
  for (const step of parseFieldPath(field)) {
    const parent: SchemaNode | undefined = node === undefined ? undefined : resolveSchema(document, node);
    node = childOf(parent, step);
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return { value: at, node };
}

function childOf(parent: SchemaNode | undefined, step: string | number): SchemaNode | undefined {
  if (parent === undefined) return undefined;
  if (parent.items !== undefined) return typeof step === 'number' ? parent.items : undefined;
  if (parent.properties !== undefined) {
    return Object.hasOwn(parent.properties, step) ? parent.properties[step] : undefined;
  }
  return typeof parent.additionalProperties === 'object' ? parent.additionalProperties : undefined;
}

/** The value as the messages of that version show it; undefined when nothing is known of the field. */
export function printTyped(document: KubernetesDocument, typed: TypedValue, minor: number): string | undefined {
  const { node } = typed;
  if (node === undefined) return typed.value === undefined ? undefined : printedValue(typed.value, minor);
  const schema = resolveSchema(document, node);
  const name = definitionNameOf(node);
  const value = typed.value ?? zeroOf(schema, name);
  if (minor < FIRST_WITH_JSON) {
    if (name === INT_OR_STRING) return intOrStringSyntax(value);
    if (schema.type === 'array' && schema.items?.type === 'string') return stringsSyntax(value);
  }
  return printedValue(value, minor);
}

/** What Go has in a field that the manifest leaves out. */
function zeroOf(schema: SchemaNode, name: string | undefined): unknown {
  if (name === QUANTITY) return '0';
  switch (schema.type) {
    case 'string':
      return schema.format === 'int-or-string' ? 0 : '';
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return false;
    default:
      return undefined;
  }
}

function intOrStringSyntax(value: unknown): string {
  return typeof value === 'number'
    ? `intstr.IntOrString{Type:0, IntVal:${value}, StrVal:""}`
    : `intstr.IntOrString{Type:1, IntVal:0, StrVal:${goQuote(String(value))}}`;
}

function stringsSyntax(value: unknown): string {
  return Array.isArray(value) ? `[]string{${value.map((item) => goQuote(String(item))).join(', ')}}` : '[]string(nil)';
}
