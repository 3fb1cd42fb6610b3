import { requireArguments } from '../../values';
import type { ManifestDiff } from '../types';
import { isSafe, summaryOf } from './summary';

/** The difference as JSON, with the counts and whether it is safe. */
export function formatDiffJson(diff: ManifestDiff): string {
  requireArguments('formatDiffJson', { diff: [diff, 'the result of diffManifests'] });
  const { objects, unchanged, issues } = diff;
  return `${JSON.stringify({ safe: isSafe(diff), summary: summaryOf(diff), unchanged, objects, issues }, undefined, 2)}\n`;
}
