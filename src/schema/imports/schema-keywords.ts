import { ownField } from '../../values';
import { isPlainObject } from './plain-object';

/** How a value of a schema keyword is built, which decides how to go on below it. */
type Shape = 'value' | 'schema' | 'schemas' | 'schemaByName';

/** Keywords with schemas below them, in any of the documents that are imported. */
const NESTED: Readonly<Record<string, Shape>> = {
  additionalProperties: 'schema',
  allOf: 'schemas',
  anyOf: 'schemas',
  items: 'schema',
  not: 'schema',
  oneOf: 'schemas',
  properties: 'schemaByName',
};

/** Applies `change` to each schema right below a schema and keeps the other keywords. */
export function mapSubschemas(schema: object, change: (subschema: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [
      keyword,
      mapKeyword(ownField(NESTED, keyword) ?? 'value', value, change),
    ]),
  );
}

function mapKeyword(shape: Shape, value: unknown, change: (subschema: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const changed = (subschema: unknown) => (isPlainObject(subschema) ? change(subschema) : subschema);
  switch (shape) {
    case 'schema':
      return changed(value);
    case 'schemas':
      return Array.isArray(value) ? value.map(changed) : value;
    case 'schemaByName':
      return Object.fromEntries(Object.entries(value).map(([name, subschema]) => [name, changed(subschema)]));
    default:
      return value;
  }
}
