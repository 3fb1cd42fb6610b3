import { goQuote, type Reason } from '../../../findings';
import { parseFieldPath } from '../../../values';
import { rules, textsFor } from '../../rule';
import { isWarnedFormat } from '../../schema-values';
import { customResourceDefinition, SPEC_SCHEMA } from './examples';
import type { FieldError } from './field-error';
import { hoisted, isCommon } from './hoisted';
import { everySchema } from './json-schema';
import { missingSchemas, schemaErrors } from './schema-errors';

const text = textsFor(
  'ValidateCustomResourceDefinitionOpenAPISchema, ValidateStructural (apiextensions-apiserver)',
  customResourceDefinition,
);
const DEFAULT = `${SPEC_SCHEMA}.properties`;
const WHY_DEFAULT = 'A default is written into objects that lack the field, so it must fit the schema around it.';

const texts = {
  'crd-schema-required': text.required(
    '{detail}',
    'A schema is structural: every field has its type outside of allOf, anyOf, oneOf and not, lists have items, and rules and list keys are complete.',
    { [`${SPEC_SCHEMA}.properties.color.type`]: undefined },
  ),
  'crd-schema-invalid': text.invalid(
    '{detail}',
    'The schema says something that cannot hold: another type than its extensions need, a pattern or a path that is none, or an expression that does not compile.',
    { [`${SPEC_SCHEMA}.properties.color.pattern`]: '(' },
  ),
  'crd-schema-forbidden': text.forbidden(
    '{detail}',
    'Custom resources take a part of JSON Schema only: no references, no definitions, no types inside of combinations, nothing about metadata but names.',
    { [`${SPEC_SCHEMA}.properties.color.uniqueItems`]: true },
  ),
  'crd-schema-not-supported': text.notSupported(
    '{detail}',
    'Types, list types, map types and reasons of rules take one of the supported values.',
    { [`${SPEC_SCHEMA}.x-kubernetes-validations[0].reason`]: 'Invalid' },
  ),
  'crd-default-type': text.typeInvalid('{detail}', WHY_DEFAULT, { [`${DEFAULT}.size.default`]: 'one' }),
  'crd-default-too-long': text.tooLong('{detail}', WHY_DEFAULT, { [`${DEFAULT}.color.default`]: 'c'.repeat(21) }),
  'crd-default-too-many': text.tooMany('{detail}', WHY_DEFAULT, {
    [`${DEFAULT}.tags`]: { type: 'array', maxItems: 1, items: { type: 'string' }, default: ['a', 'b'] },
  }),
  'crd-default-duplicate': text.duplicate('{detail}', WHY_DEFAULT, {
    [`${DEFAULT}.color.x-kubernetes-validations`]: [{ rule: "self != 'red'", reason: 'FieldValueDuplicate' }],
    [`${DEFAULT}.color.default`]: 'red',
  }),
  'crd-expression-undecided': text.warning(
    '{detail}',
    'The CEL engine of this package does not support this part of the language, so only the server can check whether the rule compiles.',
    { [`${SPEC_SCHEMA}.x-kubernetes-validations[0].rule`]: 'google.protobuf.Value{} == null' },
    { source: 'Compile (apiextensions-apiserver pkg/apiserver/schema/cel)' },
  ),
} as const;

type SchemaRule = keyof typeof texts;

const RULES: Readonly<Partial<Record<Reason, SchemaRule>>> = {
  FieldValueRequired: 'crd-schema-required',
  FieldValueInvalid: 'crd-schema-invalid',
  FieldValueForbidden: 'crd-schema-forbidden',
  FieldValueNotSupported: 'crd-schema-not-supported',
  FieldValueTypeInvalid: 'crd-default-type',
  FieldValueTooLong: 'crd-default-too-long',
  FieldValueTooMany: 'crd-default-too-many',
  FieldValueDuplicate: 'crd-default-duplicate',
  Warning: 'crd-expression-undecided',
};

/** The value is looked up here, since the server's path is that of its internal type. */
function withValue(detail: FieldError, schema: unknown, base: string): FieldError {
  if (detail.params !== undefined && Object.hasOwn(detail.params, 'value')) return detail;
  const value = parseFieldPath(detail.path.slice(base.length + 1)).reduce<any>(
    (parent, step) => parent?.[step],
    schema,
  );
  return value === undefined ? detail : { ...detail, params: { ...detail.params, value } };
}

/** The schemas of the versions of a custom resource. */
export const crdSchemaRules = rules(
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition',
  texts,
  (node, report) => {
    const versions = node.value.spec?.versions ?? [];
    const common = isCommon(versions, 'schema') ? versions[0]?.schema : undefined;
    const errors = missingSchemas(versions, common, node.minor);
    const commonSubresources = isCommon(versions, 'subresources') ? versions[0]?.subresources : undefined;
    const hasStatus = (version: any) => (commonSubresources ?? version.subresources)?.status !== undefined;
    for (const { value, path, version } of hoisted(versions, 'schema')) {
      const status = version === undefined ? versions.some(hasStatus) : hasStatus(version);
      if (value.openAPIV3Schema === undefined) continue;
      const base = `${path}.openAPIV3Schema`;
      for (const detail of schemaErrors(value.openAPIV3Schema, base, status, node.minor)) {
        errors.push(withValue(detail, value.openAPIV3Schema, base));
      }
    }
    for (const { reason, path, message, params } of errors) {
      const id = RULES[reason];
      if (id !== undefined) report(id, path, { detail: message, ...params });
    }
  },
);

/** Formats that the server does not check, which it keeps in the schema. */
export const crdFormatRules = rules(
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition',
  {
    'crd-format-unrecognized': text.warning(
      'unrecognized format {format}',
      'The server knows formats for strings, int32 and int64 for integers, float and double for numbers. It checks no value against another format.',
      { [`${SPEC_SCHEMA}.properties.color.format`]: 'colour' },
      { source: 'GetUnrecognizedFormats (apiextensions-apiserver pkg/apiserver/validation)' },
    ),
  },
  (node, report) => {
    for (const { value, path } of hoisted(node.value.spec?.versions ?? [], 'schema')) {
      for (const { schema, path: at } of everySchema(value.openAPIV3Schema ?? {}, `${path}.openAPIV3Schema`)) {
        const { format = '', type = '' } = schema;
        if (isWarnedFormat(format, type, node.minor)) {
          report('crd-format-unrecognized', `${at}.format`, { format: goQuote(format) });
        }
      }
    }
  },
);
