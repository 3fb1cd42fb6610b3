import { hasChange } from '../../../facts';
import { GoValue } from '../../printing';
import { expressionProblems } from './expressions';
import { type FieldError, invalid, required } from './field-error';
import { type JsonSchema, unsupportedField } from './json-schema';
import { openApiErrors } from './open-api';
import { defaultErrors } from './schema-defaults';
import { structuralErrors } from './structural';

/** Fields that the schema of a resource with a status subresource may have, in the order in which the server looks. */
const BEFORE_TYPE = ['id', '$schema', '$ref'];
const ROOT_FIELDS = new Set(
  'description type format title maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems multipleOf required items properties externalDocs example x-kubernetes-preserve-unknown-fields x-kubernetes-validations'.split(
    ' ',
  ),
);

/** The same as the server lists them. */
const SHOWN_FIELDS =
  'Description Type Format Title Maximum ExclusiveMaximum Minimum ExclusiveMinimum MaxLength MinLength Pattern MaxItems MinItems UniqueItems MultipleOf Required Items Properties ExternalDocs Example XPreserveUnknownFields XValidations';

/** All that the server has against the schema of a version. */
export function schemaErrors(schema: JsonSchema, path: string, hasStatus: boolean, minor: number): FieldError[] {
  const errors: FieldError[] = [];
  if (hasStatus) errors.push(...rootErrors(schema, path));
  if (schema.nullable === true) {
    errors.push({
      reason: 'FieldValueForbidden',
      path: `${path}.nullable`,
      message: 'nullable cannot be true at the root',
    });
  }
  const unsupported = unsupportedField(schema);
  let isStructural = false;
  if (unsupported === undefined) {
    const structural = structuralErrors(schema, path, minor);
    const found = structural.length > 0 ? structural : defaultErrors(schema, path, true, minor);
    errors.push(...found);
    isStructural = found.length === 0;
  }
  const openApi = openApiErrors(schema, path);
  errors.push(...openApi);
  if (isStructural) errors.push(...expressionProblems(schema, path, openApi, minor));
  if (errors.length === 0 && unsupported !== undefined)
    errors.push({ ...invalid(path, unsupported), params: { value: '' } });
  return errors;
}

function isZero(value: unknown): boolean {
  return value === undefined || value === '' || value === false;
}

function rootErrors(schema: JsonSchema, path: string): FieldError[] {
  const isForbidden = (field: string) => !isZero(schema[field]) && !ROOT_FIELDS.has(field);
  const message = `only [${SHOWN_FIELDS}] fields are allowed at the root of the schema if the status subresource is enabled`;
  const notAllowed = {
    ...invalid(path, message),
    params: { value: new GoValue('apiextensions.JSONSchemaProps', schema) },
  };
  if (BEFORE_TYPE.some(isForbidden)) return [notAllowed];
  if (!isZero(schema.type) && schema.type !== 'object') {
    return [
      invalid(
        `${path}.type`,
        'only "object" is allowed as the type at the root of the schema if the status subresource is enabled',
      ),
    ];
  }
  return Object.keys(schema).some(isForbidden) ? [notAllowed] : [];
}

/** Versions without a schema. */
export function missingSchemas(versions: readonly any[], common: any, minor: number): FieldError[] {
  if (common?.openAPIV3Schema !== undefined) return [];
  return versions.flatMap((version, index) =>
    version.schema?.openAPIV3Schema === undefined || common !== undefined
      ? [
          required(
            `spec.versions[${index}].schema.openAPIV3Schema`,
            hasChange(minor, 'SchemaRequiredAlone') ? '' : 'schemas are required',
          ),
        ]
      : [],
  );
}
