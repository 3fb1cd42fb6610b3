import { gatesOf, hasChange } from '../../facts';
import type { RawFinding } from '../../findings';
import type { CustomResource, CustomResourceSchema, KubernetesDocument } from '../../schema';
import { didYouMean } from '../../values';
import { decodedCopy, shapeOf } from '../decode';
import { OBJECT_META, prepareMetadata } from '../groups/meta';
import { valueProblems } from '../schema-values';
import { correlated, isKeptAt } from './correlation';
import { fillDefaults } from './defaults';
import { embeddedFindings, readEmbedded } from './embedded-resources';
import { expressionFindings } from './expressions';
import { fieldFinding } from './field-finding';
import { finalizerWarnings } from './finalizers';
import { checkLists } from './lists';
import { applyMetadataRules, CUSTOM_RESOURCE, unreadableMetadata } from './metadata-rules';
import { unknownFields } from './unknown-fields';

/** Problems after which the server does not evaluate the rules in CEL. */
const BLOCKING: readonly string[] = [
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
  const read = readResource(resource, document, object);
  if (Array.isArray(read)) return read;
  const { copy } = read;
  prepareMetadata(copy, CUSTOM_RESOURCE, resource.scope, minor);
  copy.metadata.generation = 1;
  return valueFindings(resource, copy, undefined, minor);
}

/** A custom resource as the server reads it, with its defaults, or why it cannot be read. */
export function readResource(
  { schema, served, document: definition }: CustomResource,
  document: KubernetesDocument,
  object: Readonly<Record<string, any>>,
): { readonly copy: Record<string, any> } | RawFinding[] {
  const metadata = object.metadata ?? {};
  const unreadable = unreadableMetadata(document, metadata, 'metadata');
  if (unreadable.some(({ reason }) => reason === 'BadRequest')) return unreadable;
  const copy = structuredClone({ ...object, metadata: undefined }) as Record<string, any>;
  copy.metadata = decodedCopy(metadata, shapeOf(document, OBJECT_META));
  const own = ownSchema(schema);
  fillDefaults(own, copy);
  const embedded = readEmbedded(own, copy, document);
  if (embedded[0]?.reason === 'BadRequest') return embedded;
  const pruned = definition.preserveUnknownFields === true ? [] : unknownFieldFindings(schema, object);
  const unknown = [...unreadable, ...pruned, ...embedded];
  if (unknown.length > 0) return unknown;
  if (served.subresources.includes('status')) delete copy.status;
  return { copy };
}

/** What the server has against a value, or against a change of it: what is as before is not refused again since 1.30. */
export function valueFindings(
  resource: CustomResource,
  copy: Record<string, any>,
  old: Readonly<Record<string, any>> | undefined,
  minor: number,
): RawFinding[] {
  const { schema } = resource;
  const own = ownSchema(schema);
  const change = correlated(copy, old);
  const ratchets = old !== undefined && gatesOf(minor).has('CRDValidationRatcheting');
  const ofSchema = schemaFindings(schema, copy, minor).filter(
    ({ path }) => !(ratchets && isKeptAt(change, schema, path)),
  );
  const hadBrokenLists = old !== undefined && listFindings(own, old, minor).length > 0;
  const findings = [
    ...applyMetadataRules(copy, minor),
    ...ofSchema,
    ...embeddedFindings(own, copy, minor),
    ...(hadBrokenLists ? [] : listFindings(own, copy, minor)),
  ];
  const warnings = [...deprecation(resource), ...finalizerWarnings(copy.metadata.finalizers ?? [], minor)];
  if (findings.some(({ reason }) => isBlocking(reason, minor))) {
    return hasExpressions(own) ? [...findings, notEvaluated(minor)] : findings;
  }
  return [...findings, ...warnings, ...expressionFindings(own, copy, minor, old)];
}

const ownSchemas = new WeakMap<CustomResourceSchema, CustomResourceSchema>();

/** The schema without the fields that every resource has, which follow rules of their own. */
function ownSchema(schema: CustomResourceSchema): CustomResourceSchema {
  let own = ownSchemas.get(schema);
  if (own === undefined) {
    const { metadata: _, apiVersion: __, kind: ___, ...properties } = schema.properties ?? {};
    own = { ...schema, properties };
    ownSchemas.set(schema, own);
  }
  return own;
}

function isBlocking(reason: string, minor: number): boolean {
  return (
    BLOCKING.includes(reason) || (hasChange(minor, 'EnumsBeforeExpressions') && reason === 'FieldValueNotSupported')
  );
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
  return valueProblems(schema, copy, minor).map(({ path, ...problem }) =>
    fieldFinding({ rule: 'custom-resource-schema', path: path?.replace(/^\./, ''), ...problem }, copy, minor),
  );
}

function listFindings(schema: CustomResourceSchema, copy: object, minor: number): RawFinding[] {
  const findings: RawFinding[] = [];
  checkLists(schema, copy, '', (path, problem, value) => {
    const reason = problem === 'duplicate' ? 'FieldValueDuplicate' : 'FieldValueInvalid';
    const message = problem === 'duplicate' ? '' : 'must be an object for an array of list-type map';
    findings.push(fieldFinding({ rule: 'custom-resource-list', reason, path, message, value }, copy, minor));
  });
  return findings;
}

/** Whether the schema has rules in CEL anywhere: there can be none in allOf, anyOf and oneOf. */
function hasExpressions(schema: CustomResourceSchema | undefined | boolean): boolean {
  if (typeof schema !== 'object') return false;
  return (
    schema['x-kubernetes-validations'] !== undefined ||
    hasExpressions(schema.items) ||
    hasExpressions(schema.additionalProperties) ||
    Object.values(schema.properties ?? {}).some(hasExpressions)
  );
}

function notEvaluated(minor: number): RawFinding {
  const message =
    'some validation rules were not checked because the object was invalid; correct the existing errors to complete validation';
  const rule = 'custom-resource-expression';
  return fieldFinding({ rule, reason: 'FieldValueInvalid', path: '', message, value: undefined }, undefined, minor);
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
