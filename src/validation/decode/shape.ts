import type { KubernetesDocument, SchemaNode } from '../../schema';
import { EMBEDDED_STRUCTS } from './embedded-structs';

/** How a decoded value is copied: what null becomes inside of lists and maps, and which fields always exist. */
export type Shape =
  | { readonly type: 'value'; readonly zero: unknown }
  | { readonly type: 'any' }
  | { readonly type: 'list'; readonly items: Shape }
  | { readonly type: 'map'; readonly values: Shape }
  | Struct;

export interface Struct {
  readonly type: 'struct';
  readonly fields: ReadonlyMap<string, Shape>;
  /** Fields that are there even when the manifest leaves them out. */
  readonly embedded: readonly string[];
}

const PREFIX = '#/definitions/';
const TEXT: Shape = { type: 'value', zero: '' };
const NUMBER: Shape = { type: 'value', zero: 0 };
const BOOLEAN: Shape = { type: 'value', zero: false };
const TIME: Shape = { type: 'value', zero: undefined };
const ANY: Shape = { type: 'any' };
const SPECIAL: Readonly<Record<string, Shape>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { type: 'value', zero: '0' },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': NUMBER,
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': TIME,
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': TIME,
};

const documents = new WeakMap<KubernetesDocument, Map<string, Shape>>();

/** The shape of a definition; shapes are shared, and refer to themselves where the schema does. */
export function shapeOf(document: KubernetesDocument, name: string): Shape {
  let shapes = documents.get(document);
  if (shapes === undefined) {
    shapes = new Map(Object.entries(SPECIAL));
    documents.set(document, shapes);
  }
  return definitionShape(document, shapes, name);
}

function definitionShape(document: KubernetesDocument, shapes: Map<string, Shape>, name: string): Shape {
  const known = shapes.get(name);
  if (known !== undefined) return known;
  const node = document.definitions[name];
  if (node?.properties === undefined) {
    const shape = node === undefined ? ANY : nodeShape(document, shapes, node);
    shapes.set(name, shape);
    return shape;
  }
  const fields = new Map<string, Shape>();
  const shape: Struct = { type: 'struct', fields, embedded: embeddedFields(name, node) };
  shapes.set(name, shape);
  for (const [field, child] of Object.entries(node.properties)) fields.set(field, nodeShape(document, shapes, child));
  return shape;
}

function nodeShape(document: KubernetesDocument, shapes: Map<string, Shape>, node: SchemaNode): Shape {
  if (node.$ref?.startsWith(PREFIX)) return definitionShape(document, shapes, node.$ref.slice(PREFIX.length));
  switch (node.type) {
    case 'string':
      return TEXT;
    case 'integer':
    case 'number':
      return NUMBER;
    case 'boolean':
      return BOOLEAN;
    case 'array':
      return { type: 'list', items: node.items === undefined ? ANY : nodeShape(document, shapes, node.items) };
    case 'object':
      return typeof node.additionalProperties === 'object'
        ? { type: 'map', values: nodeShape(document, shapes, node.additionalProperties) }
        : ANY;
    default:
      return ANY;
  }
}

function embeddedFields(name: string, node: SchemaNode): readonly string[] {
  const parts = name.split('.');
  const fields = [...(EMBEDDED_STRUCTS[`${parts.at(-3)}.${parts.at(-1)}`] ?? [])];
  if (node['x-kubernetes-group-version-kind'] !== undefined) fields.push('metadata', 'spec');
  return fields.filter((field) => node.properties?.[field]?.$ref !== undefined);
}
