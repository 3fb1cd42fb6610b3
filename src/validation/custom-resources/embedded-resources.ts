import type { RawFinding } from '../../findings';
import type { CustomResourceSchema, KubernetesDocument } from '../../schema';
import { dns1035Label } from '../../values';
import { decodedCopy, shapeOf } from '../decode';
import { OBJECT_META } from '../groups/meta';
import { fieldFinding } from './field-finding';
import { applyMetadataRules, EMBEDDED_RESOURCE, unreadableMetadata } from './metadata-rules';

type Visit = (resource: Record<string, any>, path: string) => void;

/** Calls back for every complete object that a schema puts into a field (`x-kubernetes-embedded-resource`), outer ones first. */
function visitEmbedded(schema: CustomResourceSchema | undefined, value: any, path: string, visit: Visit): void {
  if (schema === undefined || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visitEmbedded(schema.items, item, `${path}[${index}]`, visit);
    return;
  }
  if (schema['x-kubernetes-embedded-resource'] === true) visit(value, path);
  const { properties = {}, additionalProperties } = schema;
  for (const [field, child] of Object.entries(value)) {
    if (Object.hasOwn(properties, field)) {
      visitEmbedded(properties[field], child, path === '' ? field : `${path}.${field}`, visit);
    } else if (typeof additionalProperties === 'object') {
      visitEmbedded(additionalProperties, child, `${path}[${field}]`, visit);
    }
  }
}

/**
 * Reads apiVersion, kind and metadata of embedded objects as the server does, which has metadata without nulls afterwards. Tells
 * the first one that cannot be read, which is all that the server reports, or else the unknown fields of their metadata.
 */
export function readEmbedded(schema: CustomResourceSchema, copy: object, document: KubernetesDocument): RawFinding[] {
  const unreadable: RawFinding[] = [];
  const unknown: RawFinding[] = [];
  visitEmbedded(schema, copy, '', (resource, path) => {
    for (const field of ['apiVersion', 'kind']) {
      if (Object.hasOwn(resource, field) && typeof resource[field] !== 'string') {
        unreadable.push(noString(`${path}.${field}`));
      }
    }
    if (!Object.hasOwn(resource, 'metadata')) return;
    const { metadata } = resource;
    for (const finding of unreadableMetadata(document, metadata, `${path}.metadata`)) {
      (finding.reason === 'BadRequest' ? unreadable : unknown).push(finding);
    }
    if (unreadable.length === 0) resource.metadata = decodedCopy(metadata ?? {}, shapeOf(document, OBJECT_META));
  });
  return unreadable.length > 0 ? unreadable.slice(0, 1) : unknown;
}

/** What is wrong with apiVersion, kind and metadata of embedded objects, once they could be read. */
export function embeddedFindings(schema: CustomResourceSchema, copy: object, minor: number): RawFinding[] {
  const findings: RawFinding[] = [];
  visitEmbedded(schema, copy, '', (resource, path) => {
    for (const violation of typeProblems(resource, path)) {
      findings.push(fieldFinding({ rule: 'custom-resource-embedded', ...violation }, copy, minor));
    }
    const { metadata } = resource;
    if (metadata === undefined) return;
    // An embedded object needs no name: it may be a template.
    const named = { metadata: { ...metadata, name: metadata.name || 'name' } };
    for (const finding of applyMetadataRules(named, minor, EMBEDDED_RESOURCE)) {
      findings.push({ ...finding, path: `${path}.${finding.path}` });
    }
  });
  return findings;
}

/** What is wrong with `apiVersion` or `kind` of an embedded object. */
export interface EmbeddedProblem {
  readonly reason: 'FieldValueRequired' | 'FieldValueInvalid';
  /** Begins with a dot when the value itself is the embedded object. */
  readonly path: string;
  readonly message: string;
  readonly value: unknown;
}

/** What is wrong with `apiVersion` and `kind` of the embedded objects in a value, such as the default of a schema. */
export function embeddedTypeProblems(schema: CustomResourceSchema, value: unknown): EmbeddedProblem[] {
  const problems: EmbeddedProblem[] = [];
  visitEmbedded(schema, value, '', (resource, path) => problems.push(...typeProblems(resource, path)));
  return problems;
}

function typeProblems({ apiVersion, kind }: Record<string, any>, path: string): EmbeddedProblem[] {
  const at = (field: string, value: unknown, message: string | undefined): EmbeddedProblem[] => {
    if (message === undefined) return [];
    const reason = message === '' ? 'FieldValueRequired' : 'FieldValueInvalid';
    return [{ reason, path: `${path}.${field}`, message, value }];
  };
  return [...at('apiVersion', apiVersion, apiVersionProblem(apiVersion)), ...at('kind', kind, kindProblem(kind))];
}

const NO_STRING = 'must be a string';

/** Undefined when all is well; an empty text when the field is missing. */
function apiVersionProblem(apiVersion: unknown): string | undefined {
  if (apiVersion === undefined) return '';
  if (typeof apiVersion !== 'string') return NO_STRING;
  if (apiVersion === '') return 'must not be empty';
  return apiVersion.split('/').length > 2 ? `unexpected GroupVersion string: ${apiVersion}` : undefined;
}

function kindProblem(kind: unknown): string | undefined {
  if (kind === undefined) return '';
  if (typeof kind !== 'string') return NO_STRING;
  if (kind === '') return 'must not be empty';
  const problems = dns1035Label(kind.toLowerCase());
  return problems.length === 0 ? undefined : `may have mixed case, but should otherwise match: ${problems.join(',')}`;
}

function noString(path: string): RawFinding {
  return { rule: 'wrong-type', severity: 'error', reason: 'BadRequest', path, message: NO_STRING };
}
