import { type KubernetesVersion, minorOf } from '../facts';
import { internalError, isStackOverflow, type RawFinding } from '../findings';
import { type CustomResources, loadKubernetesDocument } from '../schema';
import { plainCopy, valueAfter } from '../values';
import { applyDefaults, applyPreparations, applyStoredForms, completeForValidation } from './apply-changes';
import { applyLateRules, applyRules } from './apply-rules';
import { updateCustomResource } from './custom-resources';
import { decodedCopy, findingsOfDecoding, shapeOf } from './decode';
import { canonicalize, SemanticEquality } from './equality';
import { groupsOf } from './groups';
import { identify } from './identify';
import type { CheckedUpdate, UpdateNode, UpdateRules } from './rule';
import { updateWalk } from './walk';

/**
 * What one version of the server says about an update of an object of a built-in kind, or of a known custom resource.
 *
 * @param before the object in the cluster, as `liveObject` makes it.
 * @param after what the update would make of it, as it is sent or as a patch results in it.
 */
export function updateObject(
  before: Readonly<Record<string, any>>,
  after: Readonly<Record<string, any>>,
  version: KubernetesVersion,
  customResources?: CustomResources,
): CheckedUpdate {
  try {
    const custom = customResources?.find(String(after.apiVersion), String(after.kind));
    if (custom !== undefined) {
      return updateCustomResource(custom, loadKubernetesDocument(version), before, after, minorOf(version));
    }
    return updateFields(before, after, version);
  } catch (error) {
    if (isStackOverflow(error)) throw error;
    return { findings: [internalError('the check of this update', error, after)], stored: undefined };
  }
}

function updateFields(
  before: Readonly<Record<string, any>>,
  after: Readonly<Record<string, any>>,
  version: KubernetesVersion,
): CheckedUpdate {
  const document = loadKubernetesDocument(version);
  const identity = identify(document, after);
  if ('findings' in identity) return { findings: identity.findings, stored: undefined };
  const { name, scope } = identity.definition;
  const minor = minorOf(version);
  const unreadable = findingsOfDecoding(document, name, after);
  if (unreadable.length > 0) return { findings: unreadable, stored: undefined };
  const stored = preparedUpdate(before, after, version, name, scope === 'Namespaced');
  const equality = new SemanticEquality(document);
  const equal = (field: string, left: unknown, right: unknown) => equality.ofField(name, field.split('.'), left, right);
  const node: UpdateNode = {
    ...{ before, after: stored, minor, definition: name, equal },
    same: (field) => {
      const [old, now] = [before, stored].map((object) => valueAfter(object, field.split('.')));
      return equal(field, old, now);
    },
  };
  const validated = plainCopy(stored);
  completeForValidation(document, name, validated, minor);
  const ofNew = applyRules(document, name, validated, minor).filter((refusal) => !isTolerated(refusal, node));
  const late = groupsOf(name).flatMap(({ lateUpdates = [] }) => lateUpdates);
  const updates = updateRulesOf(name).filter((each) => !late.includes(each));
  const findings = distinct([...ofNew, ...updateWalk(document, updates, node)]);
  const isRefused = findings.some(({ severity }) => severity === 'error');
  const lateFindings = () => [
    ...applyLateRules(document, name, validated, minor).filter((refusal) => !isTolerated(refusal, node)),
    ...updateWalk(document, late, node),
  ];
  applyStoredForms(document, name, stored, minor);
  canonicalize(document, name, stored);
  return { findings: isRefused ? findings : [...findings, ...lateFindings()], stored };
}

/** `BeforeUpdate` of k8s.io/apiserver: defaults, metadata, and what the strategy of the kind prepares. */
function preparedUpdate(
  before: Readonly<Record<string, any>>,
  after: Readonly<Record<string, any>>,
  version: KubernetesVersion,
  definition: string,
  namespaced: boolean,
): any {
  const document = loadKubernetesDocument(version);
  const minor = minorOf(version);
  const stored = decodedCopy(after, shapeOf(document, definition)) as any;
  applyDefaults(document, definition, stored, minor);
  const { metadata } = stored;
  if (namespaced) metadata.namespace ||= before.metadata.namespace;
  else delete metadata.namespace;
  metadata.uid ||= before.metadata.uid;
  metadata.resourceVersion ||= before.metadata.resourceVersion;
  for (const field of ['generation', 'creationTimestamp', 'selfLink'] as const) {
    if (before.metadata[field] === undefined) delete metadata[field];
    else metadata[field] = before.metadata[field];
  }
  if (before.metadata.deletionTimestamp !== undefined) metadata.deletionTimestamp = before.metadata.deletionTimestamp;
  metadata.deletionGracePeriodSeconds ??= before.metadata.deletionGracePeriodSeconds;
  delete metadata.managedFields;
  applyPreparations(document, definition, stored, minor);
  if (before.status === undefined) delete stored.status;
  else stored.status = before.status;
  for (const { updatePreparations } of groupsOf(definition)) updatePreparations?.[definition]?.(stored, before, minor);
  return stored;
}

function updateRulesOf(definition: string): readonly UpdateRules[] {
  return groupsOf(definition).flatMap(({ updates = [] }) => updates);
}

/** Whether the server only refuses this in new objects. */
function isTolerated(refusal: RawFinding, node: UpdateNode): boolean {
  const { definition } = node;
  return groupsOf(definition).some(({ tolerances = {} }) =>
    [tolerances[definition], tolerances['*']].some((isTolerable) => isTolerable?.(refusal, node)),
  );
}

function distinct(findings: readonly RawFinding[]): RawFinding[] {
  const byKey = new Map(findings.map((finding) => [`${finding.reason} ${finding.path} ${finding.message}`, finding]));
  return [...byKey.values()];
}
