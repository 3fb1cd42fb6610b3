import { sortedValues } from '../../rule';
import { type FieldError, forbidden, invalid, notSupported, required } from './field-error';
import { followPath } from './field-path';
import { additionalOf, COMBINATIONS, itemsOf, type JsonSchema, propertiesOf, unsupportedField } from './json-schema';

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const REASONS = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];
const RULES = 'x-kubernetes-validations';

interface Context {
  /** Why defaults are not allowed here. */
  readonly noDefaults?: string;
  /** Whether it is kind, apiVersion or metadata, or in there. */
  readonly insideMetadata: boolean;
}

/**
 * What a schema of a definition cannot say.
 *
 * @see ValidateCustomResourceDefinitionOpenAPISchema in apiextensions-apiserver pkg/apis/apiextensions/validation
 */
export function openApiErrors(schema: JsonSchema, path: string): FieldError[] {
  return errorsOf(schema, path, true, { insideMetadata: false });
}

function errorsOf(schema: JsonSchema, path: string, isRoot: boolean, context: Context): FieldError[] {
  return [
    ...unsupported(schema, path, context),
    ...children(schema, isRoot, context).flatMap(([child, step, inner]) =>
      errorsOf(child, `${path}.${step}`, false, inner),
    ),
    ...listTypes(schema, path),
    ...ruleTexts(schema, path),
  ];
}

function children(schema: JsonSchema, isRoot: boolean, context: Context): [JsonSchema, string, Context][] {
  const found: [JsonSchema, string, Context][] = [];
  const additional = additionalOf(schema);
  if (additional !== undefined) {
    const noDefaults = 'inside additionalProperties applying to object metadata';
    found.push([additional, 'additionalProperties', context.insideMetadata ? { ...context, noDefaults } : context]);
  }
  for (const [name, property] of propertiesOf(schema)) {
    const isMetadata = ['metadata', 'kind', 'apiVersion'].includes(name);
    const isResource = isRoot || schema['x-kubernetes-embedded-resource'] === true;
    const inner: Context =
      isMetadata && isResource
        ? { insideMetadata: true, noDefaults: isRoot ? `in top-level ${name}` : context.noDefaults }
        : context;
    found.push([property, `properties[${name}]`, inner]);
  }
  for (const combination of COMBINATIONS) {
    for (const [index, part] of (schema[combination] ?? []).entries()) {
      found.push([part, `${combination}[${index}]`, context]);
    }
  }
  if (schema.not !== undefined) found.push([schema.not, 'not', context]);
  for (const [name, part] of Object.entries<JsonSchema>(schema.definitions ?? {})) {
    found.push([part, `definitions[${name}]`, context]);
  }
  for (const [name, part] of Object.entries<any>(schema.dependencies ?? {})) {
    if (!Array.isArray(part)) found.push([part, `dependencies[${name}]`, context]);
  }
  const items = itemsOf(schema);
  if (items !== undefined) found.push([items, 'items', context]);
  if (Array.isArray(schema.items)) {
    for (const [index, part] of schema.items.entries()) found.push([part, `items[${index}]`, context]);
  }
  return found;
}

function unsupported(schema: JsonSchema, path: string, { noDefaults, insideMetadata }: Context): FieldError[] {
  const errors: FieldError[] = [];
  const type = schema.type ?? '';
  if (type !== '' && !TYPES.includes(type)) errors.push(notSupported(`${path}.type`, sortedValues(TYPES)));
  if (type === 'null') {
    errors.push(forbidden(`${path}.type`, 'type cannot be set to null, use nullable as an alternative'));
  }
  if (schema.default !== undefined && noDefaults !== undefined) {
    errors.push(forbidden(`${path}.default`, `must not be set ${noDefaults}`));
  }
  for (const field of ['id', 'patternProperties', 'definitions', 'additionalItems', 'dependencies', '$ref']) {
    if (isSet(field, schema[field])) errors.push(forbidden(`${path}.${field}`, `${field} is not supported`));
  }
  if (Array.isArray(schema.items) && schema.items.length > 0) {
    errors.push(forbidden(`${path}.items`, 'items must be a schema object and not an array'));
  }
  if (insideMetadata && schema['x-kubernetes-embedded-resource'] === true) {
    errors.push(forbidden(`${path}.x-kubernetes-embedded-resource`, 'must not be used inside of resource meta'));
  }
  if (schema.uniqueItems === true) {
    const message = 'uniqueItems cannot be set to true since the runtime complexity becomes quadratic';
    errors.push(forbidden(`${path}.uniqueItems`, message));
  }
  const additional = schema.additionalProperties;
  if (additional !== undefined && additional !== true && propertiesOf(schema).length > 0) {
    errors.push(forbidden(`${path}.additionalProperties`, 'additionalProperties and properties are mutual exclusive'));
  }
  if (schema['x-kubernetes-preserve-unknown-fields'] === false) {
    errors.push(invalid(`${path}.x-kubernetes-preserve-unknown-fields`, 'must be true or undefined'));
  }
  return errors;
}

/** Whether the server holds an unsupported field to be set. */
function isSet(field: string, value: any): boolean {
  if (value === undefined) return false;
  if (field === 'id') return value !== '';
  return field === 'patternProperties' || field === 'definitions' ? Object.keys(value).length > 0 : true;
}

function listTypes(schema: JsonSchema, path: string): FieldError[] {
  const errors: FieldError[] = [];
  const { type = '', 'x-kubernetes-map-type': mapType, 'x-kubernetes-list-type': listType } = schema;
  const items = itemsOf(schema);
  const keys: string[] = schema['x-kubernetes-list-map-keys'] ?? [];
  const wrongType = (message: string) =>
    type === '' ? required(`${path}.type`, message) : invalid(`${path}.type`, message);
  if (mapType !== undefined && type !== 'object') {
    errors.push(wrongType('must be object if x-kubernetes-map-type is specified'));
  }
  if (mapType !== undefined && !['atomic', 'granular'].includes(mapType)) {
    errors.push(notSupported(`${path}.x-kubernetes-map-type`, sortedValues(['atomic', 'granular'])));
  }
  if (listType !== undefined && type !== 'array') {
    errors.push(wrongType('must be array if x-kubernetes-list-type is specified'));
  } else if (listType === 'set' && items !== undefined) {
    const message = 'must be atomic as item of a list with x-kubernetes-list-type=set';
    const innerList = items['x-kubernetes-list-type'];
    if (items.type === 'array' && innerList !== undefined && innerList !== 'atomic') {
      errors.push(invalid(`${path}.items.x-kubernetes-list-type`, message));
    }
    if (items.type === 'object' && items['x-kubernetes-map-type'] !== 'atomic') {
      errors.push(invalid(`${path}.items.x-kubernetes-map-type`, message));
    }
  }
  if (listType !== undefined && !['atomic', 'set', 'map'].includes(listType)) {
    errors.push(notSupported(`${path}.x-kubernetes-list-type`, ['atomic', 'set', 'map']));
  }
  if (keys.length > 0 && listType !== 'map') {
    const message = 'must be map if x-kubernetes-list-map-keys is non-empty';
    const at = `${path}.x-kubernetes-list-type`;
    errors.push(listType === undefined ? required(at, message) : invalid(at, message));
  }
  if (listType === 'map') errors.push(...mapLists(schema, keys, path));
  if ((listType === 'map' || listType === 'set') && items?.nullable === true) {
    errors.push(forbidden(`${path}.items.nullable`, `cannot be nullable when x-kubernetes-list-type is ${listType}`));
  }
  return errors;
}

function mapLists(schema: JsonSchema, keys: readonly string[], path: string): FieldError[] {
  const errors: FieldError[] = [];
  const at = `${path}.x-kubernetes-list-map-keys`;
  if (keys.length === 0) errors.push(required(at, 'must not be empty if x-kubernetes-list-type is map'));
  if (schema.items === undefined) {
    return [...errors, required(`${path}.items`, 'must have a schema if x-kubernetes-list-type is map')];
  }
  const items = itemsOf(schema);
  if (items === undefined) {
    return [...errors, invalid(`${path}.items`, 'must only have a single schema if x-kubernetes-list-type is map')];
  }
  if (items.type !== 'object') {
    errors.push(invalid(`${path}.items.type`, "must be object if parent array's x-kubernetes-list-type is map"));
  }
  for (const [index, key] of keys.entries()) {
    const property = Object.hasOwn(items.properties ?? {}, key) ? items.properties[key] : undefined;
    const where = `${path}.items.properties[${key}]`;
    if (items.type === 'object') {
      if (property === undefined) errors.push(invalid(at, 'entries must all be names of item properties'));
      else if (property.type === 'array' || property.type === 'object') {
        errors.push(invalid(`${where}.type`, "must be a scalar type if parent array's x-kubernetes-list-type is map"));
      }
      if (keys.indexOf(key) < index) errors.push(invalid(at, 'must not contain duplicate entries'));
    }
    if (property === undefined) continue;
    if (!(items.required ?? []).includes(key) && property.default === undefined) {
      const message =
        'this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property';
      errors.push(required(`${where}.default`, message));
    }
    if (property.nullable === true) {
      errors.push(
        forbidden(`${where}.nullable`, 'this property is in x-kubernetes-list-map-keys, so it cannot be nullable'),
      );
    }
  }
  return errors;
}

const hasNewline = (text: string): boolean => /[\n\r]/.test(text);

function ruleTexts(schema: JsonSchema, path: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const [index, one] of (schema[RULES] ?? []).entries()) {
    const { rule = '', message = '', messageExpression = '', reason, fieldPath = '' } = one;
    const at = `${path}.${RULES}[${index}]`;
    if (rule.trim() === '') errors.push(required(`${at}.rule`, 'rule is not specified'));
    else if (message !== '' && message.trim() === '') {
      errors.push(invalid(`${at}.message`, 'must be non-empty if specified'));
    } else if (hasNewline(message.trim())) errors.push(invalid(`${at}.message`, 'must not contain line breaks'));
    else if (hasNewline(rule.trim()) && message.trim() === '') {
      errors.push(required(`${at}.message`, 'message must be specified if rule contains line breaks'));
    }
    if (messageExpression !== '' && messageExpression.trim() === '') {
      errors.push(required(`${at}.messageExpression`, 'messageExpression must be non-empty if specified'));
    }
    if (reason !== undefined && !REASONS.includes(reason))
      errors.push(notSupported(`${at}.reason`, sortedValues(REASONS)));
    if (fieldPath === '') continue;
    if (fieldPath.trim() === '') errors.push(invalid(`${at}.fieldPath`, 'must be non-empty if specified'));
    if (hasNewline(fieldPath)) errors.push(invalid(`${at}.fieldPath`, 'must not contain line breaks'));
    if (unsupportedField(schema) === undefined && typeof followPath(fieldPath, schema) === 'string') {
      errors.push(invalid(`${at}.fieldPath`, 'must be a valid path'));
    }
  }
  return errors;
}
