import { isDeepStrictEqual } from 'node:util';
import { RE2JS, RE2JSException } from 're2js';
import { goJson, goQuote } from '../../findings';
import { hasFormat, keptFormat } from './formats';
import { tooLong, tooMany } from './limits';
import { fitsInteger, isInt64, numberResult } from './number';
import { Result, type ValueProblem } from './result';

type Schema = Record<string, any>;

const expressions = new Map<string, RE2JS | undefined>();

/**
 * Checks a value against the schema of a CustomResourceDefinition, with the complaints of kube-openapi: lengths, ranges,
 * patterns, formats, required fields and combinations. Unknown fields are not its concern.
 */
export function valueProblems(schema: Schema, value: unknown, minor: number): ValueProblem[] {
  return check(schema, value, '', { minor, isDefault: false }).problems;
}

/** Checks the default of a schema: the same, but that an integer or string may be anything. */
export function defaultValueProblems(schema: Schema, value: unknown, minor: number): ValueProblem[] {
  return check(schema, value, '', { minor, isDefault: true }).problems;
}

interface Situation {
  readonly minor: number;
  readonly isDefault: boolean;
}

function check(schema: Schema, value: unknown, path: string, situation: Situation): Result {
  const result = new Result();
  const parts = [typeResult(schema, value, path, situation), combinations(schema, value, path, situation)];
  if (value === null) return result.merge(parts[0]!).merge(enumResult(schema, value, path));
  if (typeof value === 'string') parts.push(text(schema, value, path, situation));
  if (typeof value === 'number') parts.push(numberResult(schema, value, path, situation.minor));
  if (Array.isArray(value)) parts.push(list(schema, value, path, situation));
  parts.push(enumResult(schema, value, path));
  if (typeof value === 'object' && !Array.isArray(value)) parts.push(fields(schema, value as Schema, path, situation));
  for (const part of parts) {
    result.merge(part);
    result.passed++;
  }
  result.passed++;
  return result;
}

function typesOf(schema: Schema, { isDefault }: Situation): string[] {
  if (schema['x-kubernetes-int-or-string'] === true) return isDefault ? [] : ['integer', 'string'];
  return schema.type === undefined || schema.type === '' ? [] : [schema.type];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return isInt64(value) ? 'integer' : 'number';
  return typeof value;
}

/** Formats of the Go types that numbers are read into. */
const FORMATS_OF: Readonly<Record<string, string>> = { integer: 'int64', number: 'float64' };

function typeResult(schema: Schema, value: unknown, path: string, situation: Situation): Result {
  const types = typesOf(schema, situation);
  const type = typeOf(value);
  const result = new Result();
  if (types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'))) {
    result.passed++;
    return result;
  }
  if (type === 'null' && schema.nullable === true) return result;
  // The server compares formats where the value has one, and shows them instead of the types.
  const format = typeof value === 'string' || Array.isArray(value) ? '' : keptFormat(schema, situation);
  const [wanted, found] = format === '' || value === null ? [types.join(','), type] : [format, FORMATS_OF[type] ?? ''];
  return result.addInBody('FieldValueTypeInvalid', path, `must be of type ${wanted}: ${goQuote(found)}`, found);
}

function combinations(schema: Schema, value: unknown, path: string, situation: Situation): Result {
  const result = new Result();
  const results = (combination: string) =>
    ((schema[combination] ?? []) as Schema[]).map((part) => check(part, value, path, situation));
  const name = goQuote(path.replace(/^\./, ''));
  const anyOf = results('anyOf');
  if (anyOf.length > 0) {
    const success = anyOf.find((part) => part.isValid);
    if (success === undefined) result.addWithoutField(`${name} must validate at least one schema (anyOf)`);
    result.merge(success ?? closest(anyOf));
  }
  const oneOf = results('oneOf');
  if (oneOf.length > 0) {
    const valid = oneOf.filter((part) => part.isValid);
    if (valid.length === 1) result.merge(valid[0]!);
    else {
      const found = valid.length === 0 ? 'Found none valid' : `Found ${valid.length} valid alternatives`;
      result.addWithoutField(`${name} must validate one and only one schema (oneOf). ${found}`);
      if (valid.length === 0) result.merge(closest(oneOf));
    }
  }
  const allOf = results('allOf');
  for (const part of allOf) result.merge(part);
  if (allOf.some((part) => !part.isValid)) result.addWithoutField(`${name} must validate all the schemas (allOf)`);
  if (schema.not !== undefined && check(schema.not, value, path, situation).isValid) {
    result.addWithoutField(`${name} must not validate the schema (not)`);
  }
  result.passed++;
  return result;
}

function closest(results: readonly Result[]): Result {
  return results.reduce((best, other) => (other.passed > best.passed ? other : best));
}

function text(schema: Schema, value: string, path: string, situation: Situation): Result {
  const result = new Result();
  const length = Array.from(value).length;
  const { maxLength, minLength, pattern } = schema;
  if (maxLength !== undefined && length > maxLength) {
    result.add('FieldValueTooLong', path, tooLong(maxLength, situation.minor));
  } else if (minLength !== undefined && length < minLength) {
    result.addInBody('FieldValueInvalid', path, `should be at least ${minLength} chars long`, value);
  } else if (pattern && !matches(pattern, value)) {
    result.addInBody('FieldValueInvalid', path, `should match '${pattern}'`, value);
  }
  const types = typesOf(schema, situation);
  const isText = types.length === 0 || types.includes('string');
  const format = keptFormat(schema, situation);
  if (format !== '' && isText && !hasFormat(format, value, situation.minor)) {
    result.addInBody('FieldValueTypeInvalid', path, `must be of type ${format}: ${goQuote(value)}`, value);
  }
  return result;
}

function matches(pattern: string, value: string): boolean {
  if (!expressions.has(pattern)) expressions.set(pattern, compiled(pattern));
  return expressions.get(pattern)?.matcher(value).find() ?? true;
}

/** Undefined for a pattern that is not valid: the definition is refused for it, and objects have no pattern to match. */
function compiled(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    if (error instanceof RE2JSException) return undefined;
    throw error;
  }
}

function list(schema: Schema, value: readonly unknown[], path: string, situation: Situation): Result {
  const result = new Result();
  const { items, minItems, maxItems } = schema;
  if (items !== undefined && !Array.isArray(items)) {
    for (const [index, item] of value.entries()) result.merge(check(items, item, `${path}[${index}]`, situation));
  }
  if (minItems !== undefined && value.length < minItems) {
    result.addInBody('FieldValueInvalid', path, `should have at least ${minItems} items`, value.length);
  }
  if (maxItems !== undefined && value.length > maxItems) {
    result.add('FieldValueTooMany', path, tooMany(maxItems, situation.minor), value.length);
  }
  result.passed++;
  return result;
}

function enumResult(schema: Schema, value: unknown, path: string): Result {
  const result = new Result();
  const values: unknown[] = schema.enum ?? [];
  if (values.length > 0 && !values.some((one) => isSame(one, value))) {
    const shown = values.map((one) => goQuote(typeof one === 'string' ? one : goJson(one))).join(', ');
    result.add('FieldValueNotSupported', path, `supported values: ${shown}`, value);
  }
  return result;
}

/** Go turns the value into the type of the one it is compared with, which cuts fractions off. */
function isSame(wanted: unknown, value: unknown): boolean {
  const isCut = typeof value === 'number' && typeof wanted === 'number' && fitsInteger(wanted, 'int64');
  return isDeepStrictEqual(wanted, isCut ? Math.trunc(value) : value);
}

function fields(schema: Schema, value: Schema, path: string, situation: Situation): Result {
  const result = new Result();
  const { properties = {}, additionalProperties, required = [], minProperties, maxProperties } = schema;
  const names = Object.keys(value);
  if (minProperties !== undefined && names.length < minProperties) {
    result.addInBody('FieldValueInvalid', path, `should have at least ${minProperties} properties`, names.length);
  }
  if (maxProperties !== undefined && names.length > maxProperties) {
    result.add('FieldValueTooMany', path, tooMany(maxProperties, situation.minor), names.length);
  }
  for (const name of names) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property !== undefined) result.merge(check(property, value[name], `${path}.${name}`, situation));
    else if (additionalProperties === false) {
      const forbidden = `${path.replace(/^\./, '')}.${name} in body is a forbidden property`;
      result.add('FieldValueInvalid', path, forbidden, name);
    } else if (typeof additionalProperties === 'object') {
      result.merge(check(additionalProperties, value[name], `${path}.${name}`, situation));
    }
  }
  for (const name of required) {
    if (!Object.hasOwn(value, name)) result.add('FieldValueRequired', `${path}.${name}`, '');
  }
  return result;
}
