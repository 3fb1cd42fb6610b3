import { definitionNameOf, type SchemaNode } from '../../schema';
import { fieldName, listOf, literalUnion, quote } from './source';

/** Definitions that the server decodes with code of their own: the document cannot say what they take. */
const WRITTEN_BY_HAND: Readonly<Record<string, string>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'string | number',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'number | string',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray':
    'JSONSchemaProps | JSONSchemaProps[]',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool': 'JSONSchemaProps | boolean',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray': 'JSONSchemaProps | string[]',
};

/** Gives the TypeScript name of a definition where it is used. */
export type NameOf = (definition: string) => string;

/** Declaration of a definition: an interface when it has fields, else a type. */
export function declarationOf(definition: string, name: string, schema: SchemaNode, nameOf: NameOf): string {
  const byHand = WRITTEN_BY_HAND[definition];
  if (byHand !== undefined || schema.properties === undefined) {
    return `export type ${name} = ${byHand ?? typeOf(schema, nameOf)};`;
  }
  const literals = literalFields(schema);
  const required = new Set([...(schema.required ?? []), ...Object.keys(literals)]);
  const fields = Object.entries(schema.properties).map(
    ([field, value]) =>
      `  ${fieldName(field)}${required.has(field) ? '' : '?'}: ${literals[field] ?? typeOf(value, nameOf)};`,
  );
  return [`export interface ${name} {`, ...fields, '}'].join('\n');
}

/** TypeScript type of a schema. */
export function typeOf(schema: SchemaNode, nameOf: NameOf): string {
  const reference = definitionNameOf(schema);
  if (reference !== undefined) return nameOf(reference);
  if (schema.enum !== undefined) return literalUnion(schema.enum);
  switch (schema.type) {
    case 'array':
      return listOf(schema.items === undefined ? 'unknown' : typeOf(schema.items, nameOf));
    case 'boolean':
    case 'string':
      return schema.type;
    case 'integer':
    case 'number':
      return 'number';
    case 'object':
      return objectType(schema, nameOf);
    default:
      return 'unknown';
  }
}

function objectType(schema: SchemaNode, nameOf: NameOf): string {
  const values = schema.additionalProperties;
  return `{ [key: string]: ${typeof values === 'object' ? typeOf(values, nameOf) : 'unknown'} }`;
}

/** apiVersion and kind of a definition that is one kind only: they tell the members of a union of manifests apart. */
function literalFields(schema: SchemaNode): Readonly<Record<string, string>> {
  const kinds = schema['x-kubernetes-group-version-kind'] ?? [];
  if (kinds.length !== 1) return {};
  const { group, version, kind } = kinds[0]!;
  return { apiVersion: quote(group === '' ? version : `${group}/${version}`), kind: quote(kind) };
}
