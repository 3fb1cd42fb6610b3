import type { SchemaNode } from '../../../src/schema';

/** How a definition is decoded when it has no properties of its own to go by. */
const SPECIAL: Readonly<Record<string, object>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { type: ['string', 'number', 'null'], format: 'quantity' },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': { intOrString: true },
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': { type: ['string', 'null'], format: 'time' },
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': { type: ['string', 'null'], format: 'micro-time' },
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': {},
  'io.k8s.apimachinery.pkg.runtime.RawExtension': {},
};

const JSON_SCHEMA = /\.JSONSchemaProps$/;
const SCHEMA_OR_BOOLEAN = /\.JSONSchemaPropsOrBool$/;
const SCHEMA_OR_LIST = /\.JSONSchemaPropsOr(?:String)?Array$/;
/** A property needs others, or fits a schema. */
const SCHEMA_OR_NAMES = /\.JSONSchemaPropsOrStringArray$/;
const PREFIX = '#/definitions/';
const LENIENT = '?lenient';

/**
 * Translates one definition of an imported document into a schema for ajv that takes what the server's decoder takes:
 * null anywhere, no unknown field, integers of the field's size. `required` and `enum` are left out: the decoder knows neither.
 *
 * @param key name of the definition, followed by `?lenient` where the server decodes without looking for unknown fields.
 * @returns the schema and the keys of the definitions it refers to.
 */
export function ajvSchema(
  key: string,
  definition: (name: string) => SchemaNode | undefined,
): { schema: Record<string, unknown>; refs: readonly string[] } {
  const lenient = key.endsWith(LENIENT);
  const name = lenient ? key.slice(0, -LENIENT.length) : key;
  const refs: string[] = [];
  const refer = (target: string): object => {
    refs.push(target);
    return { $ref: target };
  };
  const node = definition(name) ?? {};
  return { schema: { $id: key, ...definitionSchema(name, node, lenient, refer) }, refs };
}

type Refer = (key: string) => object;

function definitionSchema(name: string, node: SchemaNode, lenient: boolean, refer: Refer): object {
  if (SPECIAL[name] !== undefined) return SPECIAL[name];
  // These read themselves from JSON with a decoder that overlooks unknown fields.
  const jsonSchema = lenientSchemaOf(name);
  if (SCHEMA_OR_BOOLEAN.test(name)) {
    return { type: ['object', 'boolean', 'null'], ...whenOfType('object', refer(jsonSchema)) };
  }
  if (SCHEMA_OR_LIST.test(name)) {
    const schema = refer(jsonSchema);
    const items = SCHEMA_OR_NAMES.test(name) ? { type: ['string', 'null'] } : schema;
    return { ...whenOfType('object', schema), else: whenOfType('array', { items }) };
  }
  return translate(node, lenient, refer);
}

function whenOfType(type: string, schema: object): object {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  return { if: { type }, then: schema };
}

function lenientSchemaOf(name: string): string {
  return `${name.replace(/Or(?:Bool|Array|StringArray)$/, '')}${LENIENT}`;
}

function translate(node: SchemaNode, lenient: boolean, refer: Refer): object {
  if (node.$ref?.startsWith(PREFIX)) {
    const name = node.$ref.slice(PREFIX.length);
    if (SPECIAL[name] !== undefined) return SPECIAL[name];
    return refer(lenient && JSON_SCHEMA.test(name) ? `${name}${LENIENT}` : name);
  }
  switch (node.type) {
    case 'object':
      return objectSchema(node, lenient, refer);
    case 'array':
      return { type: ['array', 'null'], items: node.items === undefined ? {} : translate(node.items, lenient, refer) };
    case 'string':
      return stringSchema(node);
    case 'integer':
      return { wholeNumber: node.format === 'int32' ? 'int32' : 'int64' };
    case 'number':
      return { type: ['number', 'null'] };
    case 'boolean':
      return { type: ['boolean', 'null'] };
    default:
      return {};
  }
}

function objectSchema(node: SchemaNode, lenient: boolean, refer: Refer): object {
  if (node.properties === undefined) {
    const values = node.additionalProperties;
    return typeof values === 'object'
      ? { type: ['object', 'null'], additionalProperties: translate(values, lenient, refer) }
      : {
          type: ['object', 'null'],
          ...(node.additionalProperties === undefined ? { additionalProperties: lenient } : {}),
        };
  }
  const properties: Record<string, object> = {};
  for (const [field, child] of Object.entries(node.properties)) properties[field] = translate(child, lenient, refer);
  return { type: ['object', 'null'], properties, ...(lenient ? {} : { additionalProperties: false }) };
}

function stringSchema(node: SchemaNode): object {
  // Go reads a list of numbers as bytes, too.
  if (node.format === 'byte') {
    return { type: ['string', 'array', 'null'], format: 'byte', items: { wholeNumber: 'uint8' } };
  }
  if (node.format === 'date-time') return { type: ['string', 'null'], format: 'time' };
  return { type: ['string', 'null'] };
}
