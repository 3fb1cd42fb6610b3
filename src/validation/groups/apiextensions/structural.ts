import { RE2JS } from 're2js';
import { hasChange } from '../../../facts';
import { type FieldError, forbidden, invalid, required } from './field-error';
import { additionalOf, COMBINATIONS, itemsOf, type JsonSchema, propertiesOf } from './json-schema';

/**
 * Whether a schema is structural: every field is reported once, outside of the combinations, with its type.
 *
 * @see ValidateStructural in apiextensions-apiserver pkg/apiserver/schema
 */
export function structuralErrors(schema: JsonSchema, path: string, minor: number): FieldError[] {
  return [...invariants(schema, 'root', path, minor), ...completeness(schema, schema, path, path)];
}

type Level = 'root' | 'item' | 'field';

const NO_TYPE: Readonly<Record<Level, string>> = {
  root: 'must not be empty at the root',
  item: 'must not be empty for specified array items',
  field: 'must not be empty for specified object fields',
};

function invariants(schema: JsonSchema, level: Level, path: string, minor: number): FieldError[] {
  const errors: FieldError[] = [];
  const type = schema.type ?? '';
  const items = itemsOf(schema);
  if (type === 'array' && items === undefined) errors.push(required(`${path}.items`, 'must be specified'));
  if (items !== undefined) errors.push(...invariants(items, 'item', `${path}.items`, minor));
  for (const [name, property] of propertiesOf(schema)) {
    errors.push(...invariants(property, 'field', `${path}.properties[${name}]`, minor));
  }
  const additional = additionalOf(schema);
  if (schema.additionalProperties !== undefined && level === 'root') {
    errors.push(forbidden(`${path}.additionalProperties`, 'must not be used at the root'));
  }
  if (additional !== undefined) errors.push(...invariants(additional, 'field', `${path}.additionalProperties`, minor));
  errors.push(...extensions(schema, path));
  errors.push(
    ...valueValidation(
      schema,
      isIntOrString(schema.anyOf, minor),
      isIntOrString(schema.allOf?.[0]?.anyOf, minor),
      path,
      minor,
    ),
  );
  errors.push(...typeErrors(schema, level, path), ...metadataErrors(schema, level, path, minor));
  return errors;
}

function extensions(schema: JsonSchema, path: string): FieldError[] {
  if (!schema['x-kubernetes-int-or-string']) return [];
  return ['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-embedded-resource']
    .filter((field) => schema[field] === true)
    .map((field) => invalid(`${path}.${field}`, 'must be false if x-kubernetes-int-or-string is true'));
}

function typeErrors(schema: JsonSchema, level: Level, path: string): FieldError[] {
  const type = schema.type ?? '';
  const isEmbedded = schema['x-kubernetes-embedded-resource'] === true;
  const keepsAll = schema['x-kubernetes-preserve-unknown-fields'] === true;
  const errors: FieldError[] = [];
  if (isEmbedded && type !== 'object') {
    const message = 'must be object if x-kubernetes-embedded-resource is true';
    errors.push(type === '' ? required(`${path}.type`, message) : invalid(`${path}.type`, message));
  } else if (type === '' && !schema['x-kubernetes-int-or-string'] && !keepsAll) {
    errors.push(required(`${path}.type`, NO_TYPE[level]));
  }
  if (isEmbedded && schema.additionalProperties !== undefined) {
    errors.push(forbidden(`${path}.additionalProperties`, 'must not be used if x-kubernetes-embedded-resource is set'));
  }
  if (level === 'root' && type !== '' && type !== 'object') {
    errors.push(invalid(`${path}.type`, 'must be object at the root'));
  }
  if (isEmbedded && !keepsAll && propertiesOf(schema).length === 0) {
    const message =
      'must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields';
    errors.push(required(`${path}.properties`, message));
  }
  return errors;
}

function metadataErrors(schema: JsonSchema, level: Level, path: string, minor: number): FieldError[] {
  const errors: FieldError[] = [];
  const isResource = level === 'root' || schema['x-kubernetes-embedded-resource'] === true;
  const properties = new Map(propertiesOf(schema));
  for (const name of isResource ? ['kind', 'apiVersion'] : []) {
    const property = properties.get(name);
    if (property !== undefined && property.type !== 'string') {
      errors.push(invalid(`${path}.properties[${name}].type`, 'must be string'));
    }
  }
  const metadata = properties.get('metadata');
  if (metadata === undefined) return errors;
  const at = `${path}.properties[metadata]`;
  if (isResource && metadata.type !== 'object') errors.push(invalid(`${at}.type`, 'must be object'));
  if (level === 'root' && saysMoreThanNames(metadata, minor)) {
    const message = 'must not specify anything other than name and generateName, but metadata is implicitly specified';
    errors.push(forbidden(at, message));
  }
  return errors;
}

function saysMoreThanNames(metadata: JsonSchema, minor: number): boolean {
  const { type: _, default: __, properties, ...rest } = metadata;
  const names = Object.keys(properties ?? {});
  return (
    names.some((name) => name !== 'name' && name !== 'generateName') ||
    Object.entries(rest).some(([field, value]) => isSet(field, value, minor))
  );
}

function isZero(value: unknown): boolean {
  return value === undefined || value === '' || value === false;
}

/** Fields that a structural schema has no place for. */
const NO_PLACE = new Set([
  'id',
  '$schema',
  '$ref',
  'patternProperties',
  'dependencies',
  'additionalItems',
  'definitions',
]);

/** Fields that a structural schema has a place for only since that minor version. */
const NOTES = new Set(['example', 'externalDocs']);

/** Lists that are the same to the server whether they are empty or not there. */
const SAME_IF_EMPTY = new Set(['enum', ...COMBINATIONS]);

function isSet(field: string, value: unknown, minor: number): boolean {
  if (isZero(value) || NO_PLACE.has(field) || (!hasChange(minor, 'SchemaNotesKept') && NOTES.has(field))) return false;
  return !SAME_IF_EMPTY.has(field) || (value as readonly unknown[]).length > 0;
}

/** The one pattern in which types may stand in a combination: an integer or a string. */
function isIntOrString(anyOf: readonly JsonSchema[] | undefined, minor: number): boolean {
  const types = (anyOf ?? []).map((part) => {
    const set = Object.entries(part).filter(([field, value]) => isSet(field, value, minor));
    return set.length === 1 && set[0]![0] === 'type' ? part.type : undefined;
  });
  return types.length === 2 && types[0] === 'integer' && types[1] === 'string';
}

function valueValidation(
  schema: JsonSchema,
  skipsAnyOf: boolean,
  skipsFirstAllOf: boolean,
  path: string,
  minor: number,
): FieldError[] {
  const errors: FieldError[] = [];
  for (const combination of COMBINATIONS) {
    if (combination === 'anyOf' && skipsAnyOf) continue;
    for (const [index, part] of (schema[combination] ?? []).entries()) {
      const skips = combination === 'allOf' && index === 0 && skipsFirstAllOf;
      errors.push(...nested(part, skips, `${path}.${combination}[${index}]`, minor));
    }
  }
  if (schema.not !== undefined) errors.push(...nested(schema.not, false, `${path}.not`, minor));
  const pattern = schema.pattern ?? '';
  const detail = pattern === '' ? undefined : patternProblem(pattern);
  if (detail !== undefined) {
    errors.push(invalid(`${path}.pattern`, `must be a valid regular expression, but isn't: ${detail}`));
  }
  return errors;
}

function patternProblem(pattern: string): string | undefined {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** What a schema in a combination cannot say, because it is said outside. */
const NOT_NESTED: readonly (readonly [field: string, message: string])[] = [
  ['type', 'must be empty to be structural'],
  ['default', 'must be undefined to be structural'],
  ['title', 'must be empty to be structural'],
  ['description', 'must be empty to be structural'],
  ['nullable', 'must be false to be structural'],
  ['x-kubernetes-preserve-unknown-fields', 'must be false to be structural'],
  ['x-kubernetes-embedded-resource', 'must be false to be structural'],
  ['x-kubernetes-int-or-string', 'must be false to be structural'],
  ['x-kubernetes-list-type', 'must be undefined to be structural'],
  ['x-kubernetes-map-type', 'must be undefined to be structural'],
];
const NOT_NESTED_LISTS = ['x-kubernetes-list-map-keys', 'x-kubernetes-validations'];
const SET_EVEN_IF_EMPTY = new Set(['default', 'x-kubernetes-list-type', 'x-kubernetes-map-type']);

function nested(schema: JsonSchema, skipsAnyOf: boolean, path: string, minor: number): FieldError[] {
  const errors = valueValidation(schema, skipsAnyOf, false, path, minor);
  const items = itemsOf(schema);
  if (items !== undefined) errors.push(...nested(items, false, `${path}.items`, minor));
  for (const [name, property] of propertiesOf(schema)) {
    errors.push(...nested(property, false, `${path}.properties[${name}]`, minor));
  }
  for (const [field, message] of NOT_NESTED) {
    const isSet = SET_EVEN_IF_EMPTY.has(field) ? schema[field] !== undefined : !isZero(schema[field]);
    if (isSet) errors.push(forbidden(`${path}.${field}`, message));
  }
  for (const field of NOT_NESTED_LISTS) {
    if ((schema[field] ?? []).length > 0) errors.push(forbidden(`${path}.${field}`, 'must be empty to be structural'));
  }
  const isIgnored = schema.additionalProperties === false && hasChange(minor, 'NestedFalseIgnored');
  if (schema.additionalProperties !== undefined && !isIgnored) {
    errors.push(forbidden(`${path}.additionalProperties`, 'must be undefined to be structural'));
  }
  if (Object.hasOwn(schema.properties ?? {}, 'metadata')) {
    errors.push(forbidden(`${path}.properties[metadata]`, 'must not be specified in a nested context'));
  }
  return errors;
}

/** Every field of a combination must also be declared outside of it. */
function completeness(values: JsonSchema, schema: JsonSchema, schemaPath: string, path: string): FieldError[] {
  const errors: FieldError[] = [];
  const parts: [JsonSchema, string][] = COMBINATIONS.flatMap((combination) =>
    ((values[combination] ?? []) as JsonSchema[]).map((part, index): [JsonSchema, string] => [
      part,
      `${path}.${combination}[${index}]`,
    ]),
  );
  if (values.not !== undefined) parts.push([values.not, `${path}.not`]);
  for (const [part, at] of parts) errors.push(...nestedCompleteness(part, schema, schemaPath, at));
  return errors;
}

function nestedCompleteness(
  part: JsonSchema,
  schema: JsonSchema | undefined,
  schemaPath: string,
  path: string,
): FieldError[] {
  if (schema === undefined) return [required(schemaPath, `because it is defined in ${path}`)];
  const errors = completeness(part, schema, schemaPath, path);
  const items = itemsOf(part);
  if (items !== undefined) {
    errors.push(...nestedCompleteness(items, itemsOf(schema), `${schemaPath}.items`, `${path}.items`));
  }
  for (const [name, property] of propertiesOf(part)) {
    const counterpart = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties[name] : undefined;
    const step = `properties[${name}]`;
    errors.push(...nestedCompleteness(property, counterpart, `${schemaPath}.${step}`, `${path}.${step}`));
  }
  return errors;
}
