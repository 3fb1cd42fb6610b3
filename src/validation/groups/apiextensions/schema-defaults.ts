import { compile, ruleEnvironment } from '../../cel';
import { embeddedTypeProblems, expressionProblems } from '../../custom-resources';
import { defaultValueProblems } from '../../schema-values';
import { type FieldError, invalid } from './field-error';
import { additionalOf, itemsOf, type JsonSchema, propertiesOf } from './json-schema';

/** Whether defaults fit the schema that they are in. */
export function defaultErrors(schema: JsonSchema, path: string, isRoot: boolean, minor: number): FieldError[] {
  const errors: FieldError[] = [];
  if (schema.default !== undefined) {
    const at = `${path}.default`;
    if (hasUnknownField(schema, schema.default, schema['x-kubernetes-embedded-resource'] === true)) {
      errors.push({ ...invalid(at, 'must not have unknown fields'), params: { value: schema.default } });
    }
    const embedded = embeddedTypeProblems(schema, schema.default);
    const found = embedded.length > 0 ? embedded : defaultValueProblems(schema, schema.default, minor);
    const pathOf = embedded.length > 0 ? inside : ofSchema;
    for (const { reason, path: field, message, value } of found) {
      errors.push({ reason, path: pathOf(at, field), message, params: { value } });
    }
    if (found.length === 0) errors.push(...ruleErrors(schema, at, minor));
  }
  const items = itemsOf(schema);
  if (items !== undefined) errors.push(...defaultErrors(items, `${path}.items`, false, minor));
  for (const [name, property] of propertiesOf(schema)) {
    // The metadata of a resource is judged with the resource around it; its defaults at the root are refused anyway.
    if (isRoot && ['metadata', 'kind', 'apiVersion'].includes(name)) continue;
    errors.push(...defaultErrors(property, `${path}.properties[${name}]`, false, minor));
  }
  return errors;
}

function hasUnknownField(schema: JsonSchema, value: unknown, isResource: boolean): boolean {
  if (schema['x-kubernetes-preserve-unknown-fields'] === true) return false;
  if (Array.isArray(value)) {
    const items = itemsOf(schema);
    return (
      items !== undefined &&
      value.some((item) => hasUnknownField(items, item, items['x-kubernetes-embedded-resource'] === true))
    );
  }
  if (typeof value !== 'object' || value === null) return false;
  const additional = additionalOf(schema);
  return Object.entries(value).some(([name, inner]) => {
    if (isResource && ['metadata', 'kind', 'apiVersion'].includes(name)) return false;
    const property = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties[name] : additional;
    if (property !== undefined)
      return hasUnknownField(property, inner, property['x-kubernetes-embedded-resource'] === true);
    return schema.additionalProperties !== true;
  });
}

/** Rules that the default does not keep, or that do not compile, which the server tells here already. */
function ruleErrors(schema: JsonSchema, path: string, minor: number): FieldError[] {
  const isResource = schema['x-kubernetes-embedded-resource'] === true;
  const broken = ((schema['x-kubernetes-validations'] ?? []) as any[]).flatMap(({ rule = '', optionalOldSelf }) => {
    const environment = ruleEnvironment({ schema, isResource, isOldSelfOptional: optionalOldSelf === true, minor });
    if (environment === undefined) return [];
    const compilation = compile(environment, rule);
    if (compilation.outcome !== 'refused') return [];
    // The server shows the type of the schema here, not the default.
    const detail = invalid(path, `rule compile error: ${compilation.message}`);
    return [{ ...detail, params: { value: schema.type ?? '' } }];
  });
  if (broken.length > 0) return broken;
  return expressionProblems(schema, schema.default, minor).map(({ reason, path: inner, message, value }) => ({
    reason,
    path: inside(path, inner),
    message,
    params: { value },
  }));
}

/** Path of a field that a schema forbids in a default. Unlike in other checks, an item has a dot before its bracket. */
function ofSchema(path: string, field = ''): string {
  return field === '' ? path : `${path}.${field.replace(/^\./, '')}`;
}

/** Path of a field of a value; an item begins with a bracket, and a field may begin with a dot. */
function inside(path: string, field = ''): string {
  return field === '' || field.startsWith('[') ? `${path}${field}` : `${path}.${field.replace(/^\./, '')}`;
}
