import type { KubernetesVersion } from '../facts';
import type { RawFinding } from '../findings';
import { liveObject, updateObject } from '../validation';
import { type ApplyMode, appliedObject, type Fields, isFields, MissingMergeKey, sameJson } from './apply';

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
export function planUpdate(previous: Fields, next: Fields, version: KubernetesVersion, mode: ApplyMode): PlannedUpdate {
  const before: Fields | undefined = liveObject(previous, version);
  // Of kinds that are not built in, only the manifests are known.
  if (before === undefined) return { findings: [], before: previous, after: next };
  if (sameJson(previous, next)) return { findings: [], before, after: before };
  try {
    const applied = appliedObject({ previous: appliedBefore(previous), live: before, next }, mode, version);
    const { findings, stored } = updateObject(before, applied, version);
    return { findings, before, after: stored ?? next };
  } catch (error) {
    if (error instanceof MissingMergeKey) return { findings: [notApplied(error)], before, after: next };
    throw error;
  }
}

/** An exported object has the manifest that was applied in an annotation, unless it was applied on the server. */
function appliedBefore(previous: Fields): Fields {
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

function notApplied({ message, key }: MissingMergeKey): RawFinding {
  return {
    rule: 'apply-merge-key',
    severity: 'error',
    reason: 'BadRequest',
    path: '',
    message,
    hint: `set ${key} in every item of the list: kubectl apply finds items by it`,
  };
}
