import type { RawFinding } from '../findings';
import {
  type CustomResources,
  definitionOfKind,
  explainUnknownKind,
  type KindDefinition,
  type KubernetesDocument,
} from '../schema';
import { suggest } from '../values';

/** Where an object belongs among the definitions, or why it belongs nowhere. */
export type Identity = { readonly definition: KindDefinition } | { readonly findings: readonly RawFinding[] };

/** Finds the definition of an object by its apiVersion and kind. */
export function identify(
  document: KubernetesDocument,
  object: Readonly<Record<string, unknown>>,
  customResources?: CustomResources,
): Identity {
  const { apiVersion, kind } = object;
  const malformed = [...malformedField(object, 'apiVersion', apiVersion), ...malformedField(object, 'kind', kind)];
  if (malformed.length > 0) return { findings: malformed.slice(0, 1) };
  const definition = definitionOfKind(document, apiVersion as string, kind as string);
  if (definition?.scope !== undefined) return { definition };
  return { findings: [unknownKind(document, apiVersion as string, kind as string, customResources)] };
}

function malformedField(object: object, field: string, value: unknown): RawFinding[] {
  if (typeof value === 'string' && value !== '') return [];
  const missing = value === undefined || value === null || value === '';
  const misspelt = Object.keys(object).find(
    (key) => key !== 'apiVersion' && key !== 'kind' && suggest(key, [field]) === field,
  );
  return [
    {
      rule: missing ? 'missing-type' : 'wrong-type',
      severity: 'error',
      reason: missing ? 'NoMatch' : 'BadRequest',
      path: field,
      message: missing ? `${field} is missing` : `cannot unmarshal ${typeof value} into a string`,
      hint:
        missing && misspelt !== undefined
          ? `${JSON.stringify(misspelt)} should be ${JSON.stringify(field)}`
          : undefined,
    },
  ];
}

function unknownKind(
  document: KubernetesDocument,
  apiVersion: string,
  kind: string,
  customResources: CustomResources | undefined,
): RawFinding {
  const { message, hint } = explainUnknownKind(document, apiVersion, kind, customResources);
  return { rule: 'unknown-kind', severity: 'error', reason: 'NoMatch', path: '', message, hint };
}
