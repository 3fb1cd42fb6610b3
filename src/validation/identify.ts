import type { RawFinding } from '../findings';
import {
  type CustomResources,
  definitionOfKind,
  explainUnknownKind,
  type KindDefinition,
  type KubernetesDocument,
} from '../schema';
import { suggest } from '../values';
import { hintForNoManifest } from './no-manifest';

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
  return [
    {
      rule: missing ? 'missing-type' : 'wrong-type',
      severity: 'error',
      reason: missing ? 'NoMatch' : 'BadRequest',
      path: field,
      message: missing
        ? `${field} is missing`
        : `cannot unmarshal ${Array.isArray(value) ? 'array' : typeof value} into a string`,
      hint: missing ? (keyInstead(object, field) ?? hintForNoManifest(object)) : undefined,
    },
  ];
}

/** The key that was meant to be a field. A comment of JavaScript in a JSON file becomes part of the key after it, as it is read as YAML. */
function keyInstead(object: object, field: string): string | undefined {
  const keys = Object.keys(object).filter((key) => key !== 'apiVersion' && key !== 'kind');
  const misspelled = keys.find((key) => suggest(key, [field]) === field);
  if (misspelled !== undefined) return `${JSON.stringify(misspelled)} should be ${JSON.stringify(field)}`;
  const commented = keys.find((key) => /^(?:\/\/|\/\*)/.test(key) && key.includes(JSON.stringify(field)));
  if (commented !== undefined)
    return `remove the comment: neither JSON nor YAML has comments of this form, and it makes the key ${JSON.stringify(commented)}`;
  return undefined;
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
