import { type KubernetesVersion, minorOf } from '../facts';
import { internalError, isStackOverflow, type RawFinding } from '../findings';
import { loadKubernetesDocument } from '../schema';
import { applyDefaults, applyPreparations, completeForValidation } from './apply-changes';
import { applyLateRules, applyRules } from './apply-rules';
import { decodedCopy, findingsOfDecoding, shapeOf } from './decode';
import { droppedFields } from './dropped-fields';
import { prepareMetadata } from './groups/meta';
import { identify } from './identify';
import type { ValidateOptions } from './validate';

/** What one version of the server says about one object. */
export function validateObject(
  object: unknown,
  version: KubernetesVersion,
  options: Pick<ValidateOptions, 'customResources' | 'allowKinds'>,
): RawFinding[] {
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return [notAnObject(object)];
  try {
    return validateFields(object as Record<string, unknown>, version, options);
  } catch (error) {
    return isStackOverflow(error) ? [tooDeep()] : [internalError('the check of this object', error, object)];
  }
}

function validateFields(
  object: Record<string, unknown>,
  version: KubernetesVersion,
  options: Pick<ValidateOptions, 'customResources' | 'allowKinds'>,
): RawFinding[] {
  const document = loadKubernetesDocument(version);
  const identity = identify(document, object, options.customResources);
  const { apiVersion, kind } = object;
  const custom = 'findings' in identity ? options.customResources?.find(String(apiVersion), String(kind)) : undefined;
  if (custom !== undefined) {
    // Loaded for the first custom resource, with the language of its rules.
    const { customResourceFindings } = require('./custom-resources') as typeof import('./custom-resources');
    return customResourceFindings(custom, document, object, minorOf(version));
  }
  if ('findings' in identity) return isAllowed(object, options.allowKinds) ? [] : [...identity.findings];
  const { name } = identity.definition;
  const unreadable = findingsOfDecoding(document, name, object);
  if (unreadable.length > 0) return unreadable;
  const minor = minorOf(version);
  const decoded = decodedCopy(object, shapeOf(document, name));
  applyDefaults(document, name, decoded, minor);
  // A generated name comes first: preparations write it into the labels of a Job's pods.
  prepareMetadata(decoded, name, identity.definition.scope!, minor);
  applyPreparations(document, name, decoded, minor);
  const dropped = droppedFields(object, decoded, version);
  completeForValidation(document, name, decoded, minor);
  const findings = [...dropped, ...applyRules(document, name, decoded, minor)];
  if (findings.some(isError)) return withoutRepeated(findings);
  return [...findings, ...applyLateRules(document, name, decoded, minor)];
}

const isError = ({ severity }: RawFinding) => severity === 'error';

/** The server does not warn of what it refuses: a warning about the same field has the same cause. */
function withoutRepeated(findings: readonly RawFinding[]): RawFinding[] {
  const refused = new Set(findings.filter(isError).map(({ path }) => path));
  return findings.filter((finding) => isError(finding) || !refused.has(finding.path));
}

function isAllowed(object: Record<string, unknown>, allowKinds: readonly string[] = []): boolean {
  const { apiVersion, kind } = object;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return false;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return [kind, `${apiVersion}/${kind}`, `${group}/${kind}`].some((name) => allowKinds.includes(name));
}

function notAnObject(value: unknown): RawFinding {
  return {
    rule: 'wrong-type',
    severity: 'error',
    reason: 'BadRequest',
    path: '',
    message: `cannot unmarshal ${Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value} into an object`,
    hint: 'a manifest is an object with apiVersion, kind and metadata',
  };
}

function tooDeep(): RawFinding {
  return {
    rule: 'nested-too-deeply',
    severity: 'error',
    reason: 'BadRequest',
    path: '',
    message: 'exceeded max depth',
    hint: 'the object nests its fields too deeply to be read',
  };
}
