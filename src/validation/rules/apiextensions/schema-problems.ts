import { type Compilation, compile } from '../../cel/compile';
import { ruleEnvironment } from '../../cel/schema-types';
import { defaultProblems } from './defaults';
import { additionalOf, itemsOf, type JsonSchema, propertiesOf, unsupportedField } from './json-schema';
import { openApiProblems } from './open-api';
import { invalid, type Problem, required } from './problem';
import { structuralProblems } from './structural';

/** Fields that the schema of a resource with a status subresource may have, in the order in which the server looks. */
const BEFORE_TYPE = ['id', '$schema', '$ref'];
const ROOT_FIELDS = new Set(
  'description type format title maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems multipleOf required items properties externalDocs example x-kubernetes-preserve-unknown-fields x-kubernetes-validations'.split(
    ' ',
  ),
);

/** All that the server has against the schema of a version, but for the costs of its rules. */
export function schemaProblems(schema: JsonSchema, path: string, hasStatus: boolean, minor: number): Problem[] {
  const problems: Problem[] = [];
  if (hasStatus) problems.push(...rootProblems(schema, path));
  if (schema.nullable === true) {
    problems.push({
      reason: 'FieldValueForbidden',
      path: `${path}.nullable`,
      message: 'nullable cannot be true at the root',
    });
  }
  const unsupported = unsupportedField(schema);
  let isStructural = false;
  if (unsupported === undefined) {
    const structural = structuralProblems(schema, path);
    const found = structural.length > 0 ? structural : defaultProblems(schema, path, true, minor);
    problems.push(...found);
    isStructural = found.length === 0;
  }
  const openApi = openApiProblems(schema, path);
  problems.push(...openApi);
  if (isStructural) problems.push(...expressionProblems(schema, path, true, openApi, minor, false));
  if (problems.length === 0 && unsupported !== undefined) problems.push(invalid(path, unsupported));
  return problems;
}

function isZero(value: unknown): boolean {
  return value === undefined || value === '' || value === false;
}

function rootProblems(schema: JsonSchema, path: string): Problem[] {
  const isForbidden = (field: string) => !isZero(schema[field]) && !ROOT_FIELDS.has(field);
  const message = 'only some fields are allowed at the root of the schema if the status subresource is enabled';
  if (BEFORE_TYPE.some(isForbidden)) return [invalid(path, message)];
  if (!isZero(schema.type) && schema.type !== 'object') {
    return [
      invalid(
        `${path}.type`,
        'only "object" is allowed as the type at the root of the schema if the status subresource is enabled',
      ),
    ];
  }
  return Object.keys(schema).some(isForbidden) ? [invalid(path, message)] : [];
}

/** Rules that do not compile. The server does not look at them when something is wrong with the schema around. */
function expressionProblems(
  schema: JsonSchema,
  path: string,
  isRoot: boolean,
  broken: readonly Problem[],
  minor: number,
  isUncorrelated: boolean,
): Problem[] {
  const problems: Problem[] = [];
  const isMapList = schema['x-kubernetes-list-type'] === 'map';
  const children: [JsonSchema | undefined, string, boolean][] = [
    ...propertiesOf(schema).map(([name, property]): [JsonSchema, string, boolean] => [
      property,
      `properties[${name}]`,
      isUncorrelated,
    ]),
    [additionalOf(schema), 'additionalProperties', isUncorrelated],
    [itemsOf(schema), 'items', isUncorrelated || !isMapList],
  ];
  for (const [child, step, uncorrelated] of children) {
    if (child !== undefined) {
      problems.push(...expressionProblems(child, `${path}.${step}`, false, broken, minor, uncorrelated));
    }
  }
  const list: any[] = schema['x-kubernetes-validations'] ?? [];
  if (list.length === 0 || broken.some((problem) => problem.path.startsWith(path))) return problems;
  for (const [index, rule] of list.entries()) {
    const at = `${path}.x-kubernetes-validations[${index}]`;
    problems.push(...ruleProblems(schema, rule, at, isRoot, minor, isUncorrelated));
  }
  return problems;
}

function ruleProblems(
  schema: JsonSchema,
  { rule = '', messageExpression = '', optionalOldSelf }: any,
  path: string,
  isRoot: boolean,
  minor: number,
  isUncorrelated: boolean,
): Problem[] {
  const isResource = isRoot || schema['x-kubernetes-embedded-resource'] === true;
  const environment = ruleEnvironment(schema, isResource, optionalOldSelf === true && minor >= 29, minor);
  if (environment === undefined) return [];
  const told = problemOf(compile(environment, rule, ['bool']), `${path}.rule`);
  const problems = told === undefined ? [] : [told];
  // The server looks at the message and at oldSelf only when the rule compiles.
  if (told === undefined && messageExpression !== '') {
    const message = problemOf(compile(environment, messageExpression, ['string']), `${path}.messageExpression`);
    if (message !== undefined) problems.push(message);
  }
  const usesOldSelf = told === undefined && /(?<![\w.])oldSelf\b/.test(withoutStrings(rule));
  if (usesOldSelf && isUncorrelated) {
    problems.push(invalid(`${path}.rule`, 'oldSelf cannot be used on the uncorrelatable portion of the schema'));
  }
  if (!usesOldSelf && optionalOldSelf !== undefined && minor >= 29) {
    problems.push(invalid(`${path}.optionalOldSelf`, 'may not be set if oldSelf is not used in rule'));
  }
  return problems;
}

function withoutStrings(expression: string): string {
  return expression.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''");
}

function problemOf(compilation: Compilation, path: string): Problem | undefined {
  if (compilation.outcome === 'fine') return undefined;
  if (compilation.outcome === 'refused') return invalid(path, compilation.problem);
  const message = `the expression could not be checked here: it uses ${compilation.problem}`;
  return { reason: 'Warning', path, message };
}

/** Versions without a schema. */
export function missingSchemas(versions: readonly any[], common: any): Problem[] {
  if (common?.openAPIV3Schema !== undefined) return [];
  return versions.flatMap((version, index) =>
    version.schema?.openAPIV3Schema === undefined || common !== undefined
      ? [required(`spec.versions[${index}].schema.openAPIV3Schema`)]
      : [],
  );
}
