import { definitionNameOf, type KubernetesDocument, resolveSchema, type SchemaNode } from '../../schema';
import { GO_TYPES } from './types';

/** A position in a value: its schema, and the Go type that the server decodes it into. */
export interface TypedNode {
  /** Undefined where the document has no schema. */
  readonly node: SchemaNode | undefined;
  /** Name of its definition, if it has one. */
  readonly definition: string | undefined;
  /** `int32`, `[]v1.Container` */
  readonly type: string;
}

/** How Go names the types behind the definitions of the document. */
export interface TypeNames {
  /** `v1.Container` or `core.Container` for `io.k8s.api.core.v1.Container`. */
  ofDefinition(name: string): string;
  /** Name of the type of a field, which the sources have as `v1.PullPolicy`; `key` is the struct: `core.v1.Container`. */
  ofField(type: string, key: string): string;
  /** Name of the type of base64 strings. */
  readonly bytes: string;
  /** Name of the type of objects that the document does not describe. */
  readonly object: string;
}

/** The position of a value of a definition. */
export function typedRoot(document: KubernetesDocument, definition: string, names: TypeNames): TypedNode {
  return { node: document.definitions[definition], definition, type: names.ofDefinition(definition) };
}

/** The position one step further: a field, an entry of a map, or an item of a list. */
export function typedChild(
  document: KubernetesDocument,
  at: TypedNode,
  step: string | number,
  names: TypeNames,
): TypedNode {
  const schema = at.node === undefined ? undefined : resolveSchema(document, at.node);
  const node = childOf(schema, step);
  const named =
    schema?.properties === undefined ? elementType(at.type) : fieldType(goTypeKey(at.definition), step, names);
  return {
    node,
    definition: node === undefined ? undefined : definitionNameOf(node),
    type: named ?? typeOf(node, names),
  };
}

/** `core.v1.Container` for `io.k8s.api.core.v1.Container`, as the generated tables name types. */
export function goTypeKey(definition: string | undefined): string {
  return definition === undefined ? '' : definition.split('.').slice(-3).join('.');
}

function childOf(parent: SchemaNode | undefined, step: string | number): SchemaNode | undefined {
  if (typeof step === 'number') return parent?.items;
  if (parent?.properties !== undefined) {
    return Object.hasOwn(parent.properties, step) ? parent.properties[step] : undefined;
  }
  return typeof parent?.additionalProperties === 'object' ? parent.additionalProperties : undefined;
}

function fieldType(key: string, step: string | number, names: TypeNames): string | undefined {
  const type = GO_TYPES[key]?.[step];
  return type === undefined ? undefined : names.ofField(type, key);
}

/** The type of the elements of a list or map. */
function elementType(type: string): string | undefined {
  return /^(?:\[\]|map\[[^\]]*\])(.*)$/.exec(type)?.[1];
}

function typeOf(node: SchemaNode | undefined, names: TypeNames): string {
  if (node === undefined) return 'interface {}';
  const name = definitionNameOf(node);
  if (name !== undefined) return names.ofDefinition(name);
  switch (node.type) {
    case 'string':
      return node.format === 'byte' ? names.bytes : 'string';
    case 'integer':
      return node.format === 'int32' ? 'int32' : 'int64';
    case 'number':
      return 'float64';
    case 'boolean':
      return 'bool';
    case 'array':
      return `[]${typeOf(node.items, names)}`;
    case 'object':
      return typeof node.additionalProperties === 'object'
        ? `map[string]${typeOf(node.additionalProperties, names)}`
        : names.object;
    default:
      return 'interface {}';
  }
}
