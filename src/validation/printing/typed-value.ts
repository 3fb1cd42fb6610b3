import { FIRST_WITH_JSON, printedValue } from '../../findings';
import { definitionNameOf, type KubernetesDocument, resolveSchema, type SchemaNode } from '../../schema';
import { parseFieldPath } from '../../values';
import { GO_STRUCTS, GO_TYPES } from '../go-types';
import { GoValue, printGoValue } from './go-value';

/** A value and the Go type of the field that holds it, as far as the schema tells it. */
export interface TypedValue {
  readonly value: unknown;
  /** Undefined for a field that the schema does not have: the server names some of its fields differently. */
  readonly type: string | undefined;
}

const QUANTITY = 'resource.Quantity';
const INT_OR_STRING = 'intstr.IntOrString';

/** The value under a field path, which begins at a value of the named definition. */
export function valueAtField(
  document: KubernetesDocument,
  definition: string,
  value: unknown,
  field: string,
): TypedValue {
  let at: any = value;
  let node: SchemaNode | undefined = document.definitions[definition];
  let name: string | undefined = definition;
  let type: string | undefined = internalType(definition);
  for (const step of parseFieldPath(field)) {
    const parent: SchemaNode | undefined = node === undefined ? undefined : resolveSchema(document, node);
    node = childOf(parent, step);
    type =
      node === undefined ? undefined : (namedType(name, step) ?? elementType(type, step) ?? typeOf(document, node));
    name = node === undefined ? undefined : definitionNameOf(node);
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return { value: at, type };
}

function childOf(parent: SchemaNode | undefined, step: string | number): SchemaNode | undefined {
  if (parent === undefined) return undefined;
  if (parent.items !== undefined) return typeof step === 'number' ? parent.items : undefined;
  if (parent.properties !== undefined) {
    return Object.hasOwn(parent.properties, step) ? parent.properties[step] : undefined;
  }
  return typeof parent.additionalProperties === 'object' ? parent.additionalProperties : undefined;
}

/** The internal type for a definition: `core.Toleration` for `io.k8s.api.core.v1.Toleration`. */
function internalType(definition: string): string {
  const [group, , name] = definition.split('.').slice(-3);
  if (group === 'meta' || group === undefined) return `v1.${name}`;
  return group === 'api' || group === 'util' ? definition.split('.').slice(-2).join('.') : `${group}.${name}`;
}

/** Types of fields that the schema does not tell, of the internal package. */
function namedType(definition: string | undefined, step: string | number): string | undefined {
  if (definition === undefined || typeof step === 'number') return undefined;
  const key = definition.split('.').slice(-3).join('.');
  return GO_TYPES[key]?.[step]?.replace(/\bv\d\w*\./, `${key.split('.')[0]}.`);
}

function elementType(type: string | undefined, step: string | number): string | undefined {
  if (type?.startsWith('[]') && typeof step === 'number') return type.slice(2);
  return type?.startsWith('map[') ? type.slice(type.indexOf(']') + 1) : undefined;
}

function typeOf(document: KubernetesDocument, node: SchemaNode): string {
  const name = definitionNameOf(node);
  if (name !== undefined) return internalType(name);
  switch (node.type) {
    case 'string':
      return node.format === 'byte' ? '[]byte' : 'string';
    case 'integer':
      return node.format === 'int32' ? 'int32' : 'int64';
    case 'number':
      return 'float64';
    case 'boolean':
      return 'bool';
    case 'array':
      return `[]${node.items === undefined ? 'interface {}' : typeOf(document, node.items)}`;
    default:
      return typeof node.additionalProperties === 'object'
        ? `map[string]${typeOf(document, node.additionalProperties)}`
        : 'interface {}';
  }
}

/** The value as the messages of that version show it; undefined when nothing is known of the field. */
export function printTyped({ value, type }: TypedValue, minor: number): string | undefined {
  if (type === undefined) return value === undefined ? undefined : printedValue(value, minor);
  const isScalar = typeof value !== 'object' && ![QUANTITY, INT_OR_STRING, '[]byte'].includes(type);
  if (isScalar && value !== undefined) return printedValue(value, minor);
  if (isStruct(type) && value === undefined) return printedValue(undefined, minor);
  if (isPrintable(type) || isScalarList(type, value))
    return printGoValue(new GoValue(type, value), minor) ?? printedValue(value, FIRST_WITH_JSON);
  return printedValue(value, minor);
}

/** A list of strings or numbers of a named type. */
function isScalarList(type: string, value: unknown): boolean {
  return type.startsWith('[]') && Array.isArray(value) && value.every((item) => typeof item !== 'object');
}

function isStruct(type: string): boolean {
  return /^[a-z]\w*\.[A-Z]/.test(type) && ![QUANTITY, INT_OR_STRING].includes(type) && GO_STRUCTS[type] !== undefined;
}

/** Types whose fields, or those of their elements, are known. */
function isPrintable(type: string): boolean {
  const bare = type.replace(/^(?:\[\]|map\[\w+\]|\*)+/, '');
  return (
    !bare.includes('.') ||
    [QUANTITY, INT_OR_STRING, 'core.ResourceList'].includes(bare) ||
    GO_STRUCTS[bare] !== undefined ||
    /^[a-z]/.test(bare) === false
  );
}
