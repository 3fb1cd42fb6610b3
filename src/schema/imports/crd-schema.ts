import type { CustomResourceSchema } from '..';
import { asList, asObject, isPlainObject } from './plain-object';
import { mapSubschemas } from './schema-keywords';

type HasType = (value: unknown) => boolean;

const isString: HasType = (value) => typeof value === 'string';
const isNumber: HasType = (value) => typeof value === 'number';
const isBoolean: HasType = (value) => typeof value === 'boolean';
const isStringList: HasType = (value) => Array.isArray(value) && value.every(isString);
const isSchemaList: HasType = (value) => Array.isArray(value) && value.every(isPlainObject);
const isSchemaByName: HasType = (value) => isPlainObject(value) && Object.values(value).every(isPlainObject);

/**
 * Keywords that decide what the server takes, with their types; titles, descriptions, examples and links are left out. So is a
 * keyword of another type: the server refuses such a definition, and objects of its kind are checked all the same.
 */
const KEPT: ReadonlyMap<string, HasType> = new Map<string, HasType>([
  ['additionalProperties', (value) => isBoolean(value) || isPlainObject(value)],
  ['allOf', isSchemaList],
  ['anyOf', isSchemaList],
  ['default', () => true],
  ['enum', Array.isArray],
  ['exclusiveMaximum', isBoolean],
  ['exclusiveMinimum', isBoolean],
  ['format', isString],
  ['items', isPlainObject],
  ['maxItems', isNumber],
  ['maxLength', isNumber],
  ['maxProperties', isNumber],
  ['maximum', isNumber],
  ['minItems', isNumber],
  ['minLength', isNumber],
  ['minProperties', isNumber],
  ['minimum', isNumber],
  ['multipleOf', isNumber],
  ['not', isPlainObject],
  ['nullable', isBoolean],
  ['oneOf', isSchemaList],
  ['pattern', isString],
  ['properties', isSchemaByName],
  ['required', isStringList],
  ['type', isString],
  ['uniqueItems', isBoolean],
  ['x-kubernetes-embedded-resource', isBoolean],
  ['x-kubernetes-int-or-string', isBoolean],
  ['x-kubernetes-list-map-keys', isStringList],
  ['x-kubernetes-list-type', isString],
  ['x-kubernetes-map-type', isString],
  ['x-kubernetes-preserve-unknown-fields', isBoolean],
  ['x-kubernetes-validations', Array.isArray],
]);

/** A schema of a CustomResourceDefinition without what only people read. */
export function keepStructure(schema: CustomResourceSchema): CustomResourceSchema {
  const kept = Object.fromEntries(Object.entries(schema).filter(([keyword, value]) => KEPT.get(keyword)?.(value)));
  if (schema['x-kubernetes-validations'] !== undefined) {
    kept['x-kubernetes-validations'] = asList(schema['x-kubernetes-validations'])
      .filter((expression) => isString(asObject(expression).rule))
      .map(keepExpression);
  }
  return mapSubschemas(kept, (subschema) => keepStructure(subschema as CustomResourceSchema));
}

const EXPRESSION_FIELDS: readonly (readonly [string, HasType])[] = [
  ['rule', isString],
  ['message', isString],
  ['messageExpression', isString],
  ['reason', isString],
  ['fieldPath', isString],
  ['optionalOldSelf', isBoolean],
];

function keepExpression(expression: unknown): object {
  const given = asObject(expression);
  const kept = EXPRESSION_FIELDS.filter(([field, hasType]) => hasType(given[field]));
  return Object.fromEntries(kept.map(([field]) => [field, given[field]]));
}
