import type { KubernetesDocument, SchemaNode } from '../../schema';
import { EMBEDDED_STRUCTS } from './embedded-structs';

/** How a value is decoded, and how the decoded value is copied. */
export type Shape = Value | List | Mapping | Struct | Opaque | Choice | { readonly type: 'any' };

/** Words for what Go reads into a field that is neither a struct, nor a list, nor a map. */
export type ValueType =
  | ('string' | 'boolean' | 'number' | 'uint8' | 'int32' | 'int64')
  | ('byte' | 'time' | 'micro-time' | 'quantity' | 'int-or-string');

export interface Value {
  readonly type: 'value';
  readonly holds: ValueType;
  /** What null becomes inside of lists and maps. */
  readonly zero: unknown;
}

export interface List {
  readonly type: 'list';
  readonly items: Shape;
}

export interface Mapping {
  readonly type: 'map';
  readonly values: Shape;
}

export interface Struct {
  readonly type: 'struct';
  readonly fields: ReadonlyMap<string, Shape>;
  /** Fields that are there even when the manifest leaves them out. */
  readonly embedded: readonly string[];
  /** The server decodes it without looking for unknown fields. */
  readonly lenient: boolean;
}

/** An object whose fields the document does not describe. It is copied as it is. */
export interface Opaque {
  readonly type: 'opaque';
  readonly lenient: boolean;
}

/** A type that decodes itself from JSON of several types. */
export interface Choice {
  readonly type: 'choice';
  readonly object: Shape;
  /** Shape of a list. @default lists are no choice */
  readonly list?: Shape;
  /** Types that are refused. */
  readonly refused: readonly ('string' | 'number' | 'boolean' | 'array')[];
}

const PREFIX = '#/definitions/';
const ANY: Shape = { type: 'any' };
const value = (holds: ValueType, zero: unknown): Value => ({ type: 'value', holds, zero });
const STRING = value('string', '');
/** Go reads a list of numbers as bytes, too. */
const BYTES = value('byte', '');
const TIME_STRING = value('time', '');
const INT32 = value('int32', 0);
const INT64 = value('int64', 0);
const NUMBER = value('number', 0);
const BOOLEAN = value('boolean', false);
const SPECIAL: Readonly<Record<string, Shape>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': value('quantity', '0'),
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': value('int-or-string', 0),
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': value('time', undefined),
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': value('micro-time', undefined),
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': ANY,
  'io.k8s.apimachinery.pkg.runtime.RawExtension': ANY,
};

const JSON_SCHEMA = /\.JSONSchemaProps$/;
/** These decode themselves, with a decoder that does not look for unknown fields. */
const SCHEMA_OR_BOOLEAN = /\.JSONSchemaPropsOrBool$/;
const SCHEMA_OR_LIST = /\.JSONSchemaPropsOr(?:String)?Array$/;
const SCHEMA_OR_NAMES = /\.JSONSchemaPropsOrStringArray$/;

const documents = new WeakMap<KubernetesDocument, Shapes>();

/** The shape of a definition; shapes are shared, and refer to themselves where the schema does. */
export function shapeOf(document: KubernetesDocument, name: string): Shape {
  let shapes = documents.get(document);
  if (shapes === undefined) {
    shapes = new Shapes(document);
    documents.set(document, shapes);
  }
  return shapes.ofDefinition(name, false);
}

/** The shapes of one document, each made when it is first needed. */
class Shapes {
  private readonly known = new Map<string, Shape>();

  public constructor(private readonly document: KubernetesDocument) {}

  public ofDefinition(name: string, lenient: boolean): Shape {
    const key = lenient ? `${name}?lenient` : name;
    let shape = this.known.get(key) ?? SPECIAL[name];
    if (shape === undefined) {
      shape = this.ofJsonSchema(name) ?? this.ofNewDefinition(key, name, lenient);
      this.known.set(key, shape);
    }
    return shape;
  }

  private ofJsonSchema(name: string): Shape | undefined {
    const schema = () => this.ofDefinition(name.replace(/Or(?:Bool|Array|StringArray)$/, ''), true);
    if (SCHEMA_OR_BOOLEAN.test(name)) {
      return { type: 'choice', object: schema(), refused: ['string', 'number', 'array'] };
    }
    if (SCHEMA_OR_LIST.test(name)) {
      const items = SCHEMA_OR_NAMES.test(name) ? STRING : schema();
      return { type: 'choice', object: schema(), list: { type: 'list', items }, refused: [] };
    }
    return undefined;
  }

  private ofNewDefinition(key: string, name: string, lenient: boolean): Shape {
    const node = this.document.definitions[name];
    if (node === undefined) return ANY;
    if (node.properties === undefined) return this.ofNode(node, lenient);
    const fields = new Map<string, Shape>();
    const shape: Struct = { type: 'struct', fields, embedded: embeddedFields(name, node), lenient };
    // Known before its fields are, because they may refer to it.
    this.known.set(key, shape);
    for (const [field, child] of Object.entries(node.properties)) fields.set(field, this.ofNode(child, lenient));
    return shape;
  }

  private ofNode(node: SchemaNode, lenient: boolean): Shape {
    if (node.$ref?.startsWith(PREFIX)) {
      const name = node.$ref.slice(PREFIX.length);
      return this.ofDefinition(name, lenient && JSON_SCHEMA.test(name));
    }
    switch (node.type) {
      case 'string':
        return node.format === 'byte' ? BYTES : node.format === 'date-time' ? TIME_STRING : STRING;
      case 'integer':
        return node.format === 'int32' ? INT32 : INT64;
      case 'number':
        return NUMBER;
      case 'boolean':
        return BOOLEAN;
      case 'array':
        return { type: 'list', items: node.items === undefined ? ANY : this.ofNode(node.items, lenient) };
      case 'object':
        return typeof node.additionalProperties === 'object'
          ? { type: 'map', values: this.ofNode(node.additionalProperties, lenient) }
          : { type: 'opaque', lenient: node.additionalProperties ?? lenient };
      default:
        return ANY;
    }
  }
}

function embeddedFields(name: string, node: SchemaNode): readonly string[] {
  const parts = name.split('.');
  const fields = [...(EMBEDDED_STRUCTS[`${parts.at(-3)}.${parts.at(-1)}`] ?? [])];
  if (node['x-kubernetes-group-version-kind'] !== undefined) fields.push('metadata', 'spec');
  return fields.filter((field) => node.properties?.[field]?.$ref !== undefined);
}
