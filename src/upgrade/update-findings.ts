import type { KubernetesVersion } from '../facts';
import type { RawFinding } from '../findings';
import type { CustomResources } from '../schema';
import type { ApplyMode, Fields } from './apply';
import { planUpdate } from './planned-update';

/** What the server of a version says when a manifest is applied over an object that was applied before. */
export function updateFindings(
  previous: Fields,
  next: Fields,
  version: KubernetesVersion,
  mode: ApplyMode = 'client',
  customResources?: CustomResources,
): readonly RawFinding[] {
  return planUpdate(previous, next, version, mode, customResources).findings;
}
