import { additionalOf, type JsonSchema } from './json-schema';

/** Where a simple JSON path such as `.spec['size']` leads in a schema. */
export interface FoundField {
  readonly schema: JsonSchema | undefined;
  readonly steps: readonly string[];
}

const END = 'unexpected end of JSON path';

/**
 * Follows a path to a field of the schema; a string is why there is none.
 *
 * @see ValidFieldPath in apiextensions-apiserver pkg/apiserver/schema/cel
 */
export function followPath(path: string, root: JsonSchema, allowsBrackets = true): FoundField | string {
  const tokens = path.match(/'(?:[^'\\]|\\.)*'|[.[\]]|[^.[\]]+/g) ?? [];
  const steps: string[] = [];
  let schema: JsonSchema | undefined = root;
  for (let index = 0; index < tokens.length; ) {
    let name: string;
    if (tokens[index] === '.') {
      if (index + 1 >= tokens.length) return END;
      name = tokens[index + 1]!;
      index += 2;
    } else if (tokens[index] === '[') {
      if (!allowsBrackets) return 'array notation is not allowed';
      const quoted = /^'((?:[^'\\]|\\.)*)'$/.exec(tokens[index + 1] ?? '');
      if (tokens[index + 1] === undefined) return END;
      if (quoted === null) return `expected single quoted string but got ${tokens[index + 1]}`;
      if (tokens[index + 2] === undefined) return END;
      if (tokens[index + 2] !== ']') return `expected ] but got ${tokens[index + 2]}`;
      name = quoted[1]!.replace(/\\(.)/g, '$1');
      index += 3;
    } else return `expected [ or . but got: ${tokens[index]}`;
    const next = step(schema, name);
    if (next === undefined) return 'does not refer to a valid field';
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
