import { hasChange } from '../../../facts';
import { compile, ruleEnvironment } from '../../cel';
import { expressionProblems } from '../../custom-resources';
import { defaultValueProblems } from '../../schema-values';
import { additionalOf, itemsOf, type JsonSchema, propertiesOf } from './json-schema';
import { invalid, type Problem } from './problem';

/** Whether defaults fit the schema that they are in. */
export function defaultProblems(schema: JsonSchema, path: string, isRoot: boolean, minor: number): Problem[] {
  const problems: Problem[] = [];
  if (schema.default !== undefined) {
    const at = `${path}.default`;
    if (hasUnknownField(schema, schema.default, schema['x-kubernetes-embedded-resource'] === true)) {
      problems.push({ ...invalid(at, 'must not have unknown fields'), params: { value: schema.default } });
    }
    const found = defaultValueProblems(schema, schema.default, minor);
    for (const { reason, path: inner, message, value } of found) {
      problems.push({ reason, path: inner ? `${at}.${inner.replace(/^\./, '')}` : at, message, params: { value } });
    }
    if (found.length === 0) problems.push(...ruleProblems(schema, at, minor));
  }
  const items = itemsOf(schema);
  if (items !== undefined) problems.push(...defaultProblems(items, `${path}.items`, false, minor));
  for (const [name, property] of propertiesOf(schema)) {
    // The metadata of a resource is judged with the resource around it; its defaults at the root are refused anyway.
    if (isRoot && ['metadata', 'kind', 'apiVersion'].includes(name)) continue;
    problems.push(...defaultProblems(property, `${path}.properties[${name}]`, false, minor));
  }
  return problems;
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
function ruleProblems(schema: JsonSchema, path: string, minor: number): Problem[] {
  const isResource = schema['x-kubernetes-embedded-resource'] === true;
  const broken = ((schema['x-kubernetes-validations'] ?? []) as any[]).flatMap(({ rule = '', optionalOldSelf }) => {
    const isOldSelfOptional = optionalOldSelf === true && hasChange(minor, 'OptionalOldSelfInDefaults');
    const environment = ruleEnvironment({ schema, isResource, isOldSelfOptional, minor });
    if (environment === undefined) return [];
    const compilation = compile(environment, rule);
    return compilation.outcome === 'refused' ? [invalid(path, `rule compile error: ${compilation.message}`)] : [];
  });
  if (broken.length > 0) return broken;
  return expressionProblems(schema, schema.default, minor).map(({ reason, path: inner = '', message, value }) => ({
    reason,
    path: inner === '' ? path : `${path}${inner.startsWith('[') ? '' : '.'}${inner}`,
    message,
    params: { value },
  }));
}
