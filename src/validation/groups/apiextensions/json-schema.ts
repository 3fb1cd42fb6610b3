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

/** The schema and all schemas in it, with their paths. */
export function* everySchema(schema: JsonSchema, path = ''): Generator<{ schema: JsonSchema; path: string }> {
  yield { schema, path };
  const ofList = (field: string) =>
    Array.isArray(schema[field])
      ? [...schema[field].entries()].map(([index, part]) => [`${field}[${index}]`, part])
      : [];
  const ofMap = (field: string) =>
    Object.entries(schema[field] ?? {}).map(([name, part]) => [`${field}[${name}]`, part]);
  const inner: any[] = [
    ...ofList('items'),
    ['items', itemsOf(schema)],
    ['additionalProperties', schema.additionalProperties],
    ['not', schema.not],
    ...[...COMBINATIONS].flatMap(ofList),
    ...['properties', 'patternProperties', 'definitions', 'dependencies'].flatMap(ofMap),
    ['additionalItems', schema.additionalItems],
  ];
  for (const [step, child] of inner) {
    if (typeof child === 'object' && child !== null && !Array.isArray(child))
      yield* everySchema(child, `${path}.${step}`);
  }
}

/** Fields that only some kinds of schemas can have, which keep it from being structural at all. */
export function unsupportedField(schema: JsonSchema): string | undefined {
  for (const { schema: one } of everySchema(schema)) {
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
