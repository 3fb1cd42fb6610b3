import type { CustomResourceSchema } from '../../schema/custom-resource-document';
import type { CustomResource } from '../../schema/custom-resources';
import type { KubernetesDocument } from '../../schema/document';
import { decodedCopy } from '../decode/copy';
import { decodeFindings } from '../decode/decode-findings';
import { decoderOf } from '../decode/decoder';
import { shapeOf } from '../decode/shape';
import { prepareMetadata } from '../prepare-metadata';
import type { RawFinding } from '../raw-finding';
import { OBJECT_META } from '../rules/meta/object-meta';
import { valueProblems } from '../schema-values/value';
import { didYouMean } from '../suggest';
import { applyMetadataRules, CUSTOM_RESOURCE } from '../walk/rule-walk';
import { fillDefaults } from './defaults';
import { expressionFindings } from './expressions';
import { checkLists } from './lists';
import { unknownFields } from './unknown-fields';

/** Problems after which the server does not evaluate the rules in CEL. */
const BLOCKING: readonly string[] = [
  'FieldValueNotSupported',
  'FieldValueRequired',
  'FieldValueTooLong',
  'FieldValueTooMany',
  'FieldValueTypeInvalid',
];

/** What the server says about an object of a kind that a CustomResourceDefinition defines. */
export function customResourceFindings(
  resource: CustomResource,
  document: KubernetesDocument,
  object: Readonly<Record<string, any>>,
  minor: number,
): RawFinding[] {
  const { schema, scope, served } = resource;
  const metadata = object.metadata ?? {};
  const unreadable = unreadableMetadata(document, metadata);
  if (unreadable.some(({ reason }) => reason === 'BadRequest')) return unreadable;
  const unknown = resource.document.preserveUnknownFields === true ? [] : unknownFieldFindings(schema, object);
  if (unreadable.length + unknown.length > 0) return [...unreadable, ...unknown];
  const copy = structuredClone({ ...object, metadata: undefined }) as Record<string, any>;
  copy.metadata = decodedCopy(metadata, shapeOf(document, OBJECT_META));
  const { metadata: _, apiVersion: __, kind: ___, ...properties } = schema.properties ?? {};
  const own = { ...schema, properties };
  fillDefaults(own, copy);
  if (served.subresources.includes('status')) delete copy.status;
  prepareMetadata(copy, CUSTOM_RESOURCE, scope, minor);
  copy.metadata.generation = 1;
  const findings = [...applyMetadataRules(copy, minor), ...schemaFindings(own, copy, minor)];
  if (findings.some(({ reason }) => BLOCKING.includes(reason))) {
    return hasExpressions(own) ? [...findings, notEvaluated()] : findings;
  }
  return [...findings, ...deprecation(resource), ...expressionFindings(own, copy, minor)];
}

function unreadableMetadata(document: KubernetesDocument, metadata: unknown): RawFinding[] {
  const value = { metadata };
  const errors = decoderOf(
    document,
    OBJECT_META,
  )(metadata).map((error) => ({
    ...error,
    instancePath: `/metadata${error.instancePath}`,
  }));
  return errors.length === 0 ? [] : decodeFindings(document, OBJECT_META, value, errors);
}

function unknownFieldFindings(schema: CustomResourceSchema, object: object): RawFinding[] {
  return unknownFields(schema, object).map(({ path, field, known }) => ({
    rule: 'unknown-field',
    severity: 'error',
    reason: 'UnknownField',
    path,
    message: `unknown field ${JSON.stringify(path)}`,
    hint: didYouMean(field, known),
  }));
}

function schemaFindings(schema: CustomResourceSchema, copy: object, minor: number): RawFinding[] {
  const findings: RawFinding[] = valueProblems(schema, copy, minor).map(({ reason, path, message }) => ({
    rule: 'custom-resource-schema',
    severity: 'error',
    reason,
    path: path === undefined || path === '' ? '<nil>' : path.replace(/^\./, ''),
    message,
  }));
  checkLists(schema, copy, '', (path, problem) => {
    findings.push({
      rule: 'custom-resource-list',
      severity: 'error',
      reason: problem === 'duplicate' ? 'FieldValueDuplicate' : 'FieldValueInvalid',
      path,
      message: problem === 'duplicate' ? 'entry occurs twice' : 'must be an object for an array of list-type map',
    });
  });
  return findings;
}

/** Whether the schema has rules in CEL anywhere. */
function hasExpressions(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  return Object.hasOwn(schema, 'x-kubernetes-validations') || Object.values(schema).some(hasExpressions);
}

function notEvaluated(): RawFinding {
  return {
    rule: 'custom-resource-expression',
    severity: 'error',
    reason: 'FieldValueInvalid',
    path: '<nil>',
    message:
      'some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
  };
}

function deprecation({ group, version, kind, served }: CustomResource): RawFinding[] {
  if (served.deprecated !== true) return [];
  return [
    {
      rule: 'custom-resource-deprecated',
      severity: 'warning',
      reason: 'Warning',
      path: '',
      message: served.deprecationWarning ?? `${group}/${version} ${kind} is deprecated`,
    },
  ];
}
