import type { ManifestDiff } from '../types';
import { isSafe, summaryOf } from './summary';

/** The difference as JSON, with the counts and whether it is safe. */
export function formatDiffJson(diff: ManifestDiff): string {
  const { objects, unchanged, issues } = diff;
  return `${JSON.stringify({ safe: isSafe(diff), summary: summaryOf(diff), unchanged, objects, issues }, undefined, 2)}\n`;
}
