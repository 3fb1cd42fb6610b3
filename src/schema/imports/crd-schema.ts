import type { CustomResourceSchema } from '..';
import { asList, asObject } from './plain-object';
import { mapSubschemas } from './schema-keywords';

/** Keywords that decide what the server takes; titles, descriptions, examples and links are left out. */
const KEPT: ReadonlySet<string> = new Set([
  'additionalProperties',
  'allOf',
  'anyOf',
  'default',
  'enum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'items',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'not',
  'nullable',
  'oneOf',
  'pattern',
  'properties',
  'required',
  'type',
  'uniqueItems',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-validations',
]);

/** A schema of a CustomResourceDefinition without what only people read. */
export function keepStructure(schema: CustomResourceSchema): CustomResourceSchema {
  const kept = Object.fromEntries(Object.entries(schema).filter(([keyword]) => KEPT.has(keyword)));
  if (schema['x-kubernetes-validations'] !== undefined) {
    kept['x-kubernetes-validations'] = asList(schema['x-kubernetes-validations']).map(keepExpression);
  }
  return mapSubschemas(kept, (subschema) => keepStructure(subschema as CustomResourceSchema));
}

function keepExpression(expression: unknown): object {
  const { rule, message, messageExpression, reason, fieldPath, optionalOldSelf } = asObject(expression);
  return { rule, message, messageExpression, reason, fieldPath, optionalOldSelf };
}
