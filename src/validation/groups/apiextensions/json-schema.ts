/** A schema of a CustomResourceDefinition after decoding (`JSONSchemaProps`). */
export type JsonSchema = Record<string, any>;

/** The one schema of `items`, if it is one. */
export function itemsOf(schema: JsonSchema): JsonSchema | undefined {
  // The server takes anything else than an object or a list for a schema that is not there.
  return typeof schema.items !== 'object' || Array.isArray(schema.items) ? undefined : schema.items;
}

/** The schema of `additionalProperties`, if it is one. */
export function additionalOf(schema: JsonSchema): JsonSchema | undefined {
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

export function propertiesOf(schema: JsonSchema): [string, JsonSchema][] {
  return Object.entries(schema.properties ?? {});
}

/** The lists of schemas that are combined. */
export const COMBINATIONS = ['allOf', 'oneOf', 'anyOf'] as const;

/** The schema and all schemas in it. */
export function* everySchema(schema: JsonSchema): Generator<JsonSchema> {
  yield schema;
  const inner = [
    ...(Array.isArray(schema.items) ? schema.items : [itemsOf(schema)]),
    additionalOf(schema),
    schema.not,
    ...COMBINATIONS.flatMap((combination) => schema[combination] ?? []),
    ...Object.values(schema.properties ?? {}),
    ...Object.values(schema.patternProperties ?? {}),
    ...Object.values(schema.definitions ?? {}),
    ...Object.values(schema.dependencies ?? {}).filter((dependency) => !Array.isArray(dependency)),
    typeof schema.additionalItems === 'object' ? schema.additionalItems : undefined,
  ];
  for (const child of inner) {
    if (child !== undefined && child !== null) yield* everySchema(child);
  }
}

/** Fields that only some kinds of schemas can have, which keep it from being structural at all. */
export function unsupportedField(schema: JsonSchema): string | undefined {
  for (const one of everySchema(schema)) {
    if (one.id) return "OpenAPIV3Schema 'id' is not supported";
    if (one.$schema) return "OpenAPIV3Schema 'schema' is not supported";
    if (one.$ref) return "OpenAPIV3Schema '$ref' is not supported";
    for (const field of ['patternProperties', 'dependencies', 'definitions']) {
      if (Object.keys(one[field] ?? {}).length > 0) return `OpenAPIV3Schema '${field}' is not supported`;
    }
    if (one.additionalItems !== undefined) return "OpenAPIV3Schema 'additionalItems' is not supported";
    if (Array.isArray(one.items) && one.items.length > 0) {
      return "OpenAPIV3Schema 'items' must be a schema, but is an array";
    }
    if (one['x-kubernetes-preserve-unknown-fields'] === false) {
      return "internal error: 'x-kubernetes-preserve-unknown-fields' must be true or undefined";
    }
  }
  return undefined;
}
