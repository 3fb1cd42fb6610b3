import { additionalOf, type JsonSchema } from './json-schema';

/** Where a simple JSON path such as `.spec['size']` leads in a schema. */
export interface FoundField {
  readonly schema: JsonSchema | undefined;
  readonly steps: readonly string[];
}

/**
 * Follows a path; undefined when it leads to no field of the schema.
 *
 * @see ValidFieldPath in apiextensions-apiserver pkg/apiserver/schema/cel
 */
export function followPath(path: string, root: JsonSchema, allowsBrackets = true): FoundField | undefined {
  const tokens = path.match(/'(?:[^'\\]|\\.)*'|[.[\]]|[^.[\]]+/g) ?? [];
  if (tokens.join('') !== path) return undefined;
  const steps: string[] = [];
  let schema: JsonSchema | undefined = root;
  for (let index = 0; index < tokens.length; ) {
    let name: string;
    if (tokens[index] === '.') {
      if (index + 1 >= tokens.length) return undefined;
      name = tokens[index + 1]!;
      index += 2;
    } else if (tokens[index] === '[' && allowsBrackets) {
      const quoted = /^'((?:[^'\\]|\\.)*)'$/.exec(tokens[index + 1] ?? '');
      if (quoted === null || tokens[index + 2] !== ']') return undefined;
      name = quoted[1]!.replace(/\\(.)/g, '$1');
      index += 3;
    } else return undefined;
    const next = step(schema, name);
    if (next === undefined) return undefined;
    schema = next.schema;
    steps.push(name);
  }
  return { schema, steps };
}

function step(schema: JsonSchema | undefined, name: string): { schema: JsonSchema | undefined } | undefined {
  if (schema === undefined) return undefined;
  if (Object.keys(schema.properties ?? {}).length > 0) {
    return Object.hasOwn(schema.properties, name) ? { schema: schema.properties[name] } : undefined;
  }
  return schema.additionalProperties === undefined ? undefined : { schema: additionalOf(schema) };
}
