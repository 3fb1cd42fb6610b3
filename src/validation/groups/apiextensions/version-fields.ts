import { gatesOf } from '../../../facts';
import { fieldChecks, rules, textsFor } from '../../rule';
import { customResourceDefinition, SPEC_SCHEMA } from './examples';
import { followPath } from './field-path';
import { hoisted, isCommon } from './hoisted';
import { unsupportedField } from './json-schema';

const TYPES = ['boolean', 'date', 'integer', 'number', 'string'];
const FORMATS = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password'];
const SELECTABLE_LIMIT = 8;
const CRD = 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition';
const VERSION = 'spec.versions[0]';

const column = textsFor('ValidateCustomResourceColumnDefinition (apiextensions-apiserver)', customResourceDefinition);
const withColumn = {
  [`${VERSION}.additionalPrinterColumns`]: [{ name: 'Size', type: 'integer', jsonPath: '.spec.size' }],
};

/** Columns of `kubectl get`. */
export const printerColumnRules = rules(
  CRD,
  {
    'crd-column-required': column.required(
      '{detail}',
      'A column needs a name, a type and the path of the field that it shows.',
      { [`${VERSION}.additionalPrinterColumns[0].name`]: '' },
      { with: withColumn },
    ),
    'crd-column': column.invalid(
      '{detail}',
      'Columns have simple types and formats, and a path that starts with a dot.',
      { [`${VERSION}.additionalPrinterColumns[0].type`]: 'text' },
      { with: withColumn },
    ),
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    for (const { value, path } of hoisted(node.value.spec?.versions ?? [], 'additionalPrinterColumns')) {
      each<any>(path, value, ({ name = '', type = '', format = '', jsonPath = '' }, at) => {
        const oneOf = (values: readonly string[]) => ({ detail: `must be one of ${values.join(',')}` });
        if (name === '') report('crd-column-required', `${at}.name`, { detail: '' });
        if (type === '') report('crd-column-required', `${at}.type`, oneOf(TYPES));
        else if (!TYPES.includes(type)) report('crd-column', `${at}.type`, { ...oneOf(TYPES), value: type });
        if (format !== '' && !FORMATS.includes(format)) {
          report('crd-column', `${at}.format`, { ...oneOf(FORMATS), value: format });
        }
        if (jsonPath === '') report('crd-column-required', `${at}.JSONPath`, { detail: '' });
        else if (!jsonPath.startsWith('.')) {
          report('crd-column', `${at}.JSONPath`, { ...NO_PATH, value: jsonPath });
        }
      });
    }
  },
);

const NO_PATH = { detail: 'must be a simple json path starting with .' };

const scale = textsFor(
  'ValidateCustomResourceDefinitionSubresources (apiextensions-apiserver)',
  customResourceDefinition,
);
const withScale = {
  [`${VERSION}.subresources`]: { scale: { specReplicasPath: '.spec.size', statusReplicasPath: '.status.size' } },
};

/** The scale subresource. */
export const scaleSubresourceRules = rules(
  CRD,
  {
    'crd-scale-required': scale.required(
      '',
      'To scale a resource, the server needs the paths of the fields with the desired and the current number of replicas.',
      { [`${VERSION}.subresources.scale.specReplicasPath`]: '' },
      { with: withScale },
    ),
    'crd-scale': scale.invalid(
      '{detail}',
      'The paths are in dot notation: the desired number under .spec, the current one under .status, the selector under one of them.',
      { [`${VERSION}.subresources.scale.specReplicasPath`]: '.size' },
      { with: withScale },
    ),
  },
  (node, report) => {
    for (const { value, path } of hoisted(node.value.spec?.versions ?? [], 'subresources')) {
      if (value.scale === undefined) continue;
      for (const { field, roots, where } of SCALE_PATHS) {
        const at = `${path}.scale.${field}`;
        const jsonPath: string = value.scale[field] ?? '';
        if (jsonPath === '') {
          if (field !== 'labelSelectorPath') report('crd-scale-required', at);
        } else if (!jsonPath.startsWith('.')) {
          report('crd-scale', at, { ...NO_PATH, value: jsonPath });
        } else if (!roots.some((root) => jsonPath.startsWith(root))) {
          report('crd-scale', at, { detail: `should be a json path under ${where}`, value: jsonPath });
        }
      }
    }
  },
);

const SCALE_PATHS = [
  { field: 'specReplicasPath', roots: ['.spec.'], where: '.spec' },
  { field: 'statusReplicasPath', roots: ['.status.'], where: '.status' },
  { field: 'labelSelectorPath', roots: ['.spec.', '.status.'], where: 'either .spec or .status' },
] as const;

const selectable = textsFor(
  'ValidateCustomResourceSelectableFields (apiextensions-apiserver)',
  customResourceDefinition,
);
const fields = (...paths: string[]) => ({ [`${VERSION}.selectableFields`]: paths.map((jsonPath) => ({ jsonPath })) });
const SINCE = { since: '1.31' } as const;

/** Fields by which objects can be selected. */
export const selectableFieldRules = rules(
  CRD,
  {
    'crd-selectable-field-required': selectable.required(
      '',
      'A selectable field is identified by its path, such as .spec.color.',
      fields(''),
      SINCE,
    ),
    'crd-selectable-field': selectable.invalid(
      '{detail}',
      'Objects can be selected by strings, booleans and integers that the schema knows, outside of metadata and of lists.',
      fields('.spec.shape'),
      SINCE,
    ),
    'crd-selectable-field-duplicate': selectable.duplicate(
      '',
      'A field that is there twice selects nothing more. Name each field once.',
      fields('.spec.color', '.spec.color'),
      SINCE,
    ),
    'crd-selectable-fields-too-many': selectable.tooMany(
      `must have at most ${SELECTABLE_LIMIT} items`,
      'The server keeps an index of each selectable field, so there are 8 at most.',
      {
        [`${SPEC_SCHEMA}.properties`]: Object.fromEntries(
          ['size', ...'abcdefgh'].map((name) => [name, { type: 'integer' }]),
        ),
        ...fields('.spec.size', ...[...'abcdefgh'].map((name) => `.spec.${name}`)),
      },
      SINCE,
    ),
  },
  (node, report) => {
    const { each } = fieldChecks(report);
    // Gate CustomResourceFieldSelectors.
    if (!gatesOf(node.minor).has('CustomResourceFieldSelectors')) return;
    const versions = node.value.spec?.versions ?? [];
    const isSchemaCommon = isCommon(versions, 'schema');
    for (const { value, path, version } of hoisted(versions, 'selectableFields')) {
      if (value.length === 0) continue;
      // The server looks for the schema in the same place: of all versions, or of this one.
      const isTogether = isSchemaCommon === (version === undefined);
      const around = isTogether ? (version ?? versions[0]).schema : undefined;
      if (around === undefined || (version !== undefined && around.openAPIV3Schema === undefined)) {
        const detail =
          version === undefined
            ? 'may only be set when validations.schema is included'
            : 'may only be set when `version.schema.openAPIV3Schema` is not included';
        report('crd-selectable-field', path, { detail, value: '' });
        continue;
      }
      const detail = unsupportedField(around.openAPIV3Schema ?? {});
      if (detail !== undefined) {
        const at = path.replace(/selectableFields$/, 'schema.openAPIV3Schema');
        report('crd-selectable-field', at, { detail, value: '' });
      }
      const schema = detail === undefined ? (around.openAPIV3Schema ?? {}) : {};
      const seen = new Set<string>();
      each<any>(path, value, ({ jsonPath = '' }, field) => {
        const at = `${field}.jsonPath`;
        if (jsonPath === '') {
          report('crd-selectable-field-required', at);
          return;
        }
        const found = followPath(jsonPath, schema, false);
        if (typeof found === 'string') {
          report('crd-selectable-field', at, { detail: `is an invalid path: ${found}`, value: jsonPath });
          return;
        }
        if (found.steps[0] === 'metadata') {
          report('crd-selectable-field', at, { detail: 'must not point to fields in metadata', value: jsonPath });
        }
        if (!['string', 'boolean', 'integer'].includes(found.schema?.type)) {
          const detail =
            'must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.';
          report('crd-selectable-field', at, { detail, value: jsonPath });
        }
        const meaning = found.steps.join('.');
        if (seen.has(meaning)) report('crd-selectable-field-duplicate', at, { value: jsonPath });
        seen.add(meaning);
      });
      if (seen.size > SELECTABLE_LIMIT) report('crd-selectable-fields-too-many', path, { value: seen.size });
    }
  },
);
