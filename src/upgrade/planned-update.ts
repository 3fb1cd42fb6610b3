import type { KubernetesVersion } from '../facts';
import type { RawFinding } from '../findings';
import type { CustomResources } from '../schema';
import { liveObject, updateObject } from '../validation';
import { type ApplyMode, ApplyRefusal, appliedObject, type Fields, isFields, sameJson } from './apply';
import { appliedByKubectl, withFieldsOfOthers } from './managed-fields';

/** Where client-side apply keeps the manifest as it was applied. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** What applying a manifest over an object will do. */
export interface PlannedUpdate {
  /** What the server says; with an error, nothing changes. */
  readonly findings: readonly RawFinding[];
  /** The object in the cluster before. */
  readonly before: Fields;
  /** The object in the cluster afterwards, if the server accepts it. */
  readonly after: Fields;
}

/**
 * Plans the update of one object.
 *
 * @param previous the manifest that was applied before, or an object that was exported from the cluster.
 */
export function planUpdate(
  previous: Fields,
  next: Fields,
  version: KubernetesVersion,
  mode: ApplyMode,
  customResources?: CustomResources,
): PlannedUpdate {
  const before: Fields | undefined = liveObject(created(previous, mode, version), version, customResources);
  // Of kinds that are not known, only the manifests are.
  if (before === undefined) return { findings: [], before: previous, after: next };
  try {
    const applied = appliedObject(
      { previous: appliedBefore(previous, mode), live: before, next },
      mode,
      version,
      customResources,
    );
    // kubectl sends no patch without a change; --server-side sends the manifest each time, and defaults may follow from the first.
    if (mode !== 'server' && !isDeleted(next) && (sameJson(applied, before) || isSameWithNull(previous, next))) {
      return { findings: [], before, after: before };
    }
    const sent = mode === 'server' ? withFieldsOfOthers(applied, previous) : applied;
    const { findings, stored } = updateObject(before, sent, version, customResources);
    return { findings, before, after: stored ?? next };
  } catch (error) {
    if (error instanceof ApplyRefusal) return { findings: [notApplied(error)], before, after: next };
    throw error;
  }
}

/** What the first apply of the manifest sent. */
function created(manifest: Fields, mode: ApplyMode, version: KubernetesVersion): Fields {
  if (mode !== 'server') return manifest;
  const { apiVersion, kind } = manifest;
  try {
    return appliedObject({ previous: {}, live: { apiVersion, kind }, next: manifest }, mode, version);
  } catch (error) {
    if (error instanceof ApplyRefusal) return manifest;
    throw error;
  }
}

/** Applied again, null in a map removes its key or not, by the type of the values: most are as before. */
function isSameWithNull(previous: Fields, next: Fields): boolean {
  return hasNull(next) && sameJson(previous, next);
}

function hasNull(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.values(value as object).some(hasNull));
}

/** Fields of an object that is being deleted make each update of another one fail. */
function isDeleted({ metadata }: Fields): boolean {
  return isFields(metadata) && ('deletionTimestamp' in metadata || 'deletionGracePeriodSeconds' in metadata);
}

/** An exported object has the manifest that was applied in an annotation, or its fields in the list of managers. */
function appliedBefore(previous: Fields, mode: ApplyMode): Fields {
  const managed = mode === 'server' ? appliedByKubectl(previous) : undefined;
  if (managed !== undefined) return managed;
  const metadata = isFields(previous.metadata) ? previous.metadata : {};
  const text = isFields(metadata.annotations) ? metadata.annotations[LAST_APPLIED] : undefined;
  if (typeof text !== 'string') return metadata.uid === undefined ? previous : {};
  try {
    const applied: unknown = JSON.parse(text);
    return isFields(applied) ? applied : previous;
  } catch {
    return previous;
  }
}

function notApplied({ rule, message, hint }: ApplyRefusal): RawFinding {
  return { rule, severity: 'error', reason: 'BadRequest', path: '', message, hint };
}
